package com.pelcro.payments.application.cardsession;

import com.pelcro.payments.application.Refusal.TooManyDeclines;
import com.pelcro.payments.application.Result;
import com.pelcro.payments.application.Result.Done;
import com.pelcro.payments.application.Result.Refused;
import com.pelcro.payments.domain.cardsession.CardSession;
import com.pelcro.payments.domain.cardsession.CardSessionId;
import com.pelcro.payments.domain.cardsession.Suspicion;
import com.pelcro.payments.domain.cardsession.Suspicion.Place;
import com.pelcro.payments.domain.paymentmethod.PaymentMethod;
import com.pelcro.payments.domain.paymentmethod.PaymentMethodId;
import com.pelcro.payments.domain.site.SiteId;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/// Notices when somebody tries out stolen cards, and lets no card be typed where that happens until
/// it has stopped for a while. Cards on file are none of its business. Each instance counts what it
/// sees itself, and forgets the places that were quiet longest when there are too many.
@Singleton
public final class CardTesting {

  private static final int MOST_PLACES = 10_000;

  /// Something to be counted at: a site, an address, or a form with all its renewals.
  private record Spot(Place place, String name) {}

  /// The form a session belongs to, and where it is open, as far as that was seen.
  private record Form(CardSessionId first, @Nullable String address) {}

  private final CardTestingLimits limits;
  private final InstantSource clock;
  private final Map<Spot, Tally> tallies = bounded();
  private final Map<CardSessionId, Form> forms = bounded();
  private final Map<PaymentMethodId, CardSessionId> cards = bounded();

  @Inject
  public CardTesting(CardTestingLimits limits, InstantSource clock) {
    this.limits = limits;
    this.clock = clock;
  }

  /// Whether cards may be typed at a site.
  public <T> Result<T> admit(SiteId site, T value) {
    return admit(List.of(spot(site)), value);
  }

  /// Whether another card of a session may be taken.
  public <T> Result<T> admit(CardSession session, T value) {
    return admit(spots(session.site(), session.id()), value);
  }

  /// How long a browser at this address is to wait before a form is open to it, if at all.
  public synchronized Optional<Duration> wait(String address) {
    return heldUntil(spot(address)).map(until -> Duration.between(clock.instant(), until));
  }

  /// A form is open in a browser at this address.
  public synchronized void shown(CardSessionId session, String address) {
    forms.put(session, new Form(form(session).first(), address));
  }

  /// A form goes on with another session.
  public synchronized void renewed(CardSessionId session, CardSessionId fresh) {
    forms.put(fresh, form(session));
  }

  /// A card was typed in this session; what its issuer says is still to be heard.
  public synchronized void taken(CardSession session, PaymentMethodId card) {
    cards.put(card, session.id());
  }

  /// An issuer's yes to a card just typed.
  public synchronized void approved(PaymentMethod card) {
    var session = cards.remove(card.id());
    spots(card.site(), session).stream()
        .filter(spot -> spot.place() != Place.CARD_SESSION)
        .forEach(spot -> tally(spot).approved(clock.instant()));
  }

  /// An issuer's no to a card just typed. Tells the suspicions that begin with it.
  public synchronized List<Suspicion> declined(PaymentMethod card) {
    var begun = new ArrayList<Suspicion>();
    for (var spot : spots(card.site(), cards.remove(card.id()))) {
      var before = heldUntil(spot);
      tally(spot).declined(clock.instant());
      if (before.isEmpty()) {
        heldUntil(spot).ifPresent(suspect(card.site(), spot.place(), begun));
      }
    }
    return begun;
  }

  private Consumer<Instant> suspect(SiteId site, Place place, List<Suspicion> begun) {
    return until -> begun.add(new Suspicion(site, place, most(place), until));
  }

  private synchronized <T> Result<T> admit(List<Spot> spots, T value) {
    return spots.stream()
        .flatMap(spot -> heldUntil(spot).stream())
        .max(Instant::compareTo)
        .<Result<T>>map(until -> new Refused<>(refusal(until)))
        .orElseGet(() -> new Done<>(value));
  }

  private TooManyDeclines refusal(Instant until) {
    return new TooManyDeclines(Duration.between(clock.instant(), until));
  }

  private Optional<Instant> heldUntil(Spot spot) {
    return Optional.ofNullable(tallies.get(spot))
        .flatMap(tally -> tally.heldUntil(clock.instant()));
  }

  private Tally tally(Spot spot) {
    return tallies.computeIfAbsent(spot, _ -> new Tally(most(spot.place()), limits.window()));
  }

  private int most(Place place) {
    return switch (place) {
      case SITE -> limits.ofSite();
      case ADDRESS -> limits.ofAddress();
      case CARD_SESSION -> limits.ofSession();
    };
  }

  private synchronized List<Spot> spots(SiteId site, @Nullable CardSessionId session) {
    var spots = new ArrayList<Spot>(List.of(spot(site)));
    if (session != null) {
      var form = form(session);
      spots.add(new Spot(Place.CARD_SESSION, form.first().value()));
      if (form.address() != null) {
        spots.add(spot(form.address()));
      }
    }
    return spots;
  }

  private Form form(CardSessionId session) {
    return forms.getOrDefault(session, new Form(session, null));
  }

  private static Spot spot(SiteId site) {
    return new Spot(Place.SITE, site.value());
  }

  private static Spot spot(String address) {
    return new Spot(Place.ADDRESS, address);
  }

  private static <K, V> Map<K, V> bounded() {
    return new LinkedHashMap<>(16, 0.75f, true) {
      @Override
      protected boolean removeEldestEntry(Map.Entry<K, V> eldest) {
        return size() > MOST_PLACES;
      }
    };
  }
}
