package com.pelcro.payments.cybersource;

import com.pelcro.payments.cybersource.http.Conversation;
import com.pelcro.payments.cybersource.http.CyberSourceClient;
import com.pelcro.payments.cybersource.http.Exchange;
import com.pelcro.payments.cybersource.json.BookEntries;
import com.pelcro.payments.cybersource.json.Hits;
import com.pelcro.payments.cybersource.json.Json;
import com.pelcro.payments.cybersource.json.Reading;
import com.pelcro.payments.cybersource.json.SearchJson;
import com.pelcro.payments.domain.gateway.BooksPage;
import com.pelcro.payments.domain.gateway.BooksPage.Entries;
import com.pelcro.payments.domain.gateway.BooksPage.Unavailable;
import com.pelcro.payments.domain.gateway.GatewayBooks;
import com.pelcro.payments.domain.site.Integration;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// CyberSource's books: what a search over a period brings, in the merchant account of today and,
/// as long as its credentials serve, in the one before.
final class CyberSourceBooks implements GatewayBooks {

  /// Which account a page is of, and how many entries of it come before the page.
  private record Cursor(String account, int offset) {

    static Cursor read(String text) {
      var colon = text.indexOf(':');
      return new Cursor(text.substring(0, colon), Integer.parseInt(text.substring(colon + 1)));
    }

    String text() {
      return account + ":" + offset;
    }
  }

  private final CyberSourceClient client;
  private final int pageSize;

  CyberSourceBooks(CyberSourceClient client, int pageSize) {
    this.client = client;
    this.pageSize = pageSize;
  }

  @Override
  public String account(Integration integration) {
    return integration.environment().name().toLowerCase(Locale.ROOT)
        + ":"
        + String.join("+", client.begin(integration, "books", "-").accounts());
  }

  @Override
  public BooksPage read(Integration integration, Period period, @Nullable String cursor) {
    if (client.isOutOfReach(integration, period.from())) {
      return new Unavailable("part of it is in another merchant account, whose keys are gone");
    }
    var accounts = client.begin(integration, "books", "-").byAccount();
    var at = cursor == null ? first(accounts) : Optional.of(Cursor.read(cursor));
    return at.map(place -> read(accounts, period, place))
        .orElseGet(() -> new Unavailable("the integration's settings cannot be used"));
  }

  private static Optional<Cursor> first(List<Conversation> accounts) {
    return accounts.stream().findFirst().map(account -> new Cursor(name(account), 0));
  }

  private static String name(Conversation account) {
    return account.accounts().getFirst();
  }

  private BooksPage read(List<Conversation> accounts, Period period, Cursor at) {
    return accounts.stream()
        .filter(account -> name(account).equals(at.account()))
        .findFirst()
        .map(account -> page(accounts, account, period, at))
        .orElseGet(() -> new Unavailable("an account's credentials ended while it was read"));
  }

  private BooksPage page(
      List<Conversation> accounts, Conversation account, Period period, Cursor at) {
    var search = SearchJson.submitted(period.from(), period.to(), at.offset(), pageSize);
    return switch (account.post(Findings.SEARCHES, search)) {
      case Exchange.NotSent(var why) -> new Unavailable(why);
      case Exchange.NoReply(var why) -> new Unavailable(why);
      case Exchange.Reply(int status, var body) when status == 200 || status == 201 ->
          Json.read(body)
              .flatMap(result -> entries(accounts, result, at))
              .orElseGet(() -> new Unavailable("a search result that is not whole"));
      case Exchange.Reply(int status, _) -> new Unavailable("the search answered HTTP " + status);
    };
  }

  private static Optional<BooksPage> entries(
      List<Conversation> accounts, Reading result, Cursor at) {
    return Hits.page(result, at.offset())
        .map(
            hits ->
                new Entries(
                    hits.stream().flatMap(hit -> BookEntries.read(hit).stream()).toList(),
                    next(accounts, result, at).map(Cursor::text).orElse(null)));
  }

  /// More of this account, else the beginning of the next one.
  private static Optional<Cursor> next(List<Conversation> accounts, Reading result, Cursor at) {
    var more = Hits.next(result, at.offset());
    return more.isPresent()
        ? Optional.of(new Cursor(at.account(), more.getAsInt()))
        : accounts.stream()
            .map(CyberSourceBooks::name)
            .dropWhile(name -> !name.equals(at.account()))
            .skip(1)
            .findFirst()
            .map(name -> new Cursor(name, 0));
  }
}
