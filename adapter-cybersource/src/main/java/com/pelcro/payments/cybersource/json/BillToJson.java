package com.pelcro.payments.cybersource.json;

import com.pelcro.payments.domain.paymentmethod.BillingDetails;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// A billing address within the gateway's limits. Text that would be wrong when cut (an email, a
/// phone number) is left out instead.
public record BillToJson(
    String firstName,
    String lastName,
    String address1,
    @Nullable String address2,
    String locality,
    @Nullable String administrativeArea,
    String postalCode,
    String country,
    @Nullable String email,
    @Nullable String phoneNumber) {

  private static final int NAME = 60;
  private static final int LINE = 60;
  private static final int LOCALITY = 50;
  private static final int AREA = 20;
  private static final int POSTAL_CODE = 10;
  private static final int EMAIL = 255;
  private static final int PHONE = 15;

  /// The address of one card.
  public static BillToJson of(BillingDetails billing) {
    var address = billing.address();
    var name = billing.name().strip();
    return new BillToJson(
        cut(first(name), NAME),
        cut(last(name), NAME),
        cut(address.line1().strip(), LINE),
        given(address.line2()).map(line -> cut(line, LINE)).orElse(null),
        cut(address.city().strip(), LOCALITY),
        given(address.state()).map(state -> area(state, address.country())).orElse(null),
        cut(address.postalCode().strip(), POSTAL_CODE),
        address.country().toUpperCase(Locale.ROOT),
        given(billing.email()).filter(email -> email.length() <= EMAIL).orElse(null),
        given(billing.phone()).flatMap(BillToJson::phone).orElse(null));
  }

  /// All but the last word; a name of one word is both, as the gateway wants two.
  private static String first(String name) {
    var space = name.lastIndexOf(' ');
    return space < 0 ? name : name.substring(0, space).strip();
  }

  private static String last(String name) {
    return name.substring(name.lastIndexOf(' ') + 1);
  }

  /// States of the USA and provinces of Canada are codes; elsewhere any text goes.
  private static String area(String state, String country) {
    var coded = country.equalsIgnoreCase("US") || country.equalsIgnoreCase("CA");
    return cut(coded ? state.toUpperCase(Locale.ROOT) : state, AREA);
  }

  private static Optional<String> phone(String phone) {
    var plus = phone.startsWith("+") ? "+" : "";
    var digits = plus + phone.replaceAll("[^0-9]", "");
    return Optional.of(digits)
        .filter(text -> text.length() > plus.length() && text.length() <= PHONE);
  }

  private static Optional<String> given(@Nullable String text) {
    return Optional.ofNullable(text).map(String::strip).filter(found -> !found.isEmpty());
  }

  /// Cuts between characters, never through a surrogate pair.
  private static String cut(String text, int limit) {
    if (text.length() <= limit) {
      return text;
    }
    return text.substring(0, Character.isHighSurrogate(text.charAt(limit - 1)) ? limit - 1 : limit);
  }
}
