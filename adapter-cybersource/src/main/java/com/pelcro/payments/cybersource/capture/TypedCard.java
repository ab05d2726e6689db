package com.pelcro.payments.cybersource.capture;

import com.pelcro.payments.cybersource.json.Networks;
import com.pelcro.payments.domain.cardsession.CardSession;
import com.pelcro.payments.domain.gateway.TokenReading;
import com.pelcro.payments.domain.paymentmethod.CardExpiry;
import com.pelcro.payments.domain.paymentmethod.CardSummary;
import java.time.Instant;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// What a token says of the card behind it, in the gateway's words: codes of all its networks, the
/// number but for most of its digits, and the expiry.
record TypedCard(
    List<String> codes, String masked, @Nullable String bin, String month, String year) {

  private static final Pattern LAST4 = Pattern.compile(".*(\\d{4})");
  private static final Pattern BIN = Pattern.compile("\\d{6,8}");
  private static final Pattern MONTH = Pattern.compile("0[1-9]|1[0-2]|[1-9]");
  private static final Pattern YEAR = Pattern.compile("20\\d{2}");

  /// The card as one of ours; empty when anything of it is implausible or no network is known.
  Optional<TokenReading> reading(CardSession session, String id, Instant expires) {
    var networks =
        codes.stream()
            .flatMap(code -> Networks.ofCode(code).stream())
            .collect(Collectors.toCollection(LinkedHashSet::new));
    var accepted = networks.stream().filter(session.networks()::contains).findFirst();
    var last4 = LAST4.matcher(masked);
    return networks.isEmpty() || !last4.matches()
        ? Optional.empty()
        : expiry()
            .map(
                expiry ->
                    new TokenReading.Genuine(
                        id,
                        new CardSummary(
                            accepted.orElse(networks.getFirst()),
                            shown(bin),
                            last4.group(1),
                            expiry),
                        Collections.unmodifiableSet(networks),
                        expires));
  }

  private Optional<CardExpiry> expiry() {
    return MONTH.matcher(month).matches() && YEAR.matcher(year).matches()
        ? Optional.of(new CardExpiry(Integer.parseInt(month), Integer.parseInt(year)))
        : Optional.empty();
  }

  private static @Nullable String shown(@Nullable String digits) {
    return digits != null && BIN.matcher(digits).matches() ? digits : null;
  }
}
