package com.pelcro.payments.bootstrap.journey;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.pelcro.payments.bootstrap.Config;
import com.pelcro.payments.bootstrap.ReencryptCommand;
import com.pelcro.payments.bootstrap.Service;
import com.pelcro.payments.domain.TestOutput;
import com.pelcro.payments.domain.site.SharedSecret;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/// Changing the key that seals secrets, from the command line, while the service runs.
class ReencryptCommandJourneyTest {

  @RegisterExtension static final RunningService SERVICE = new RunningService(MemoryStage::new);

  private static final SharedSecret NEW =
      new SharedSecret(TestOutput.secret("another-encryption-key-of-the-journeys-0123"));

  private static Config under(SharedSecret key, @Nullable SharedSecret previous) {
    var config = SERVICE.config();
    return new Config(
        config.http(),
        config.database(),
        config.operatorKey(),
        key,
        previous,
        config.gateways(),
        config.recovery(),
        config.renewals(),
        config.renewalsPerSecond(),
        config.traceCollector());
  }

  private static String printed(Config config, int status) {
    var printed = new ByteArrayOutputStream();
    assertThat(ReencryptCommand.run(config, new PrintStream(printed, true, UTF_8)))
        .isEqualTo(status);
    return printed.toString(UTF_8);
  }

  @Test
  void the_key_that_seals_secrets_is_changed_without_a_pause() {
    var old = SERVICE.config().encryptionKey();
    var shop = Shop.open(SERVICE.operator(), SERVICE.stage());
    var card = shop.card();

    assertThat(printed(under(NEW, null), 1))
        .contains("no configured key opens " + shop.site() + " memory", "not opened: 1")
        .doesNotContain(shop.merchant().secret());
    try (var both = SERVICE.another(under(NEW, old))) {
      assertThat(charged(both, shop, card)).isEqualTo(201);
      assertThat(printed(under(NEW, old), 0)).contains("sealed anew: 1, not opened: 0");
      assertThat(printed(under(NEW, old), 0)).contains("sealed anew: 0, not opened: 0");
      assertThat(charged(both, shop, card)).isEqualTo(201);
    }
    try (var alone = SERVICE.another(under(NEW, null))) {
      assertThat(charged(alone, shop, card)).isEqualTo(201);
    }
    assertThat(printed(under(old, NEW), 0)).contains("sealed anew: 1");
  }

  private static int charged(Service instance, Shop shop, String card) {
    return RunningService.operatorOf(instance)
        .post(shop.path("/charges"), Map.of("payment_method", card, "amount", 700))
        .status();
  }
}
