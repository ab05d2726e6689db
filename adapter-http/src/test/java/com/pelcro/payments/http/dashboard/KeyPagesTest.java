package com.pelcro.payments.http.dashboard;

import static org.assertj.core.api.Assertions.assertThat;

import com.pelcro.payments.http.Service;
import com.pelcro.payments.http.Shop;
import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class KeyPagesTest {

  private static final Pattern KEY = Pattern.compile("sk_[A-Za-z0-9_-]{43}");

  private final Service service = Service.start();
  private final Shop shop = Shop.open(service);
  private final Visitor operator = Visitor.operator(service);
  private final String keys = "/dashboard/sites/" + shop.site() + "/keys";

  @AfterEach
  void stop() {
    service.close();
  }

  @Test
  void a_key_is_shown_once_and_works() {
    var fields = new java.util.LinkedHashMap<>(operator.get(keys).hidden(keys));
    fields.put("name", "web shop");

    var made = operator.send(keys, fields);

    var found = KEY.matcher(made.text());
    assertThat(found.find()).isTrue();
    assertThat(service.anyone().holding(found.group()).get(shop.path("")).status()).isEqualTo(200);
    assertThat(operator.send(keys, fields).text())
        .contains("shown already")
        .doesNotContain(found.group());
    assertThat(operator.get(keys).text()).contains("web shop").doesNotContain(found.group());
  }

  @Test
  void a_key_without_a_name_is_not_made() {
    var seen = operator.fill(keys, keys, Map.of("name", ""));

    assertThat(seen.status()).isEqualTo(422);
    assertThat(seen.text()).contains("id=\"name-fault\"");
  }

  @Test
  void a_key_is_revoked_after_asking_again_and_its_holder_is_out() {
    var issued = shop.client().post(shop.path("/api-keys"), "{\"name\": \"old\"}");
    var holder = Visitor.holding(service, issued.at("/key"));
    var revoke = keys + "/" + issued.id() + "/revoke";

    assertThat(operator.get(revoke).text()).contains("Revoke old?");
    assertThat(operator.fill(revoke, revoke, Map.of()).location())
        .isEqualTo(keys + "?done=revoked");

    assertThat(holder.get(keys).status()).isEqualTo(303);
    assertThat(operator.get(revoke).status()).isEqualTo(404);
  }
}
