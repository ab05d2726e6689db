package com.pelcro.payments.simulator.search;

import com.pelcro.payments.simulator.Ledger;
import com.pelcro.payments.simulator.Settings;
import com.pelcro.payments.simulator.Transaction;
import com.pelcro.payments.simulator.http.Body;
import com.pelcro.payments.simulator.http.Call;
import com.pelcro.payments.simulator.http.Endpoint;
import com.pelcro.payments.simulator.http.JsonReply;
import com.pelcro.payments.simulator.http.JsonTree;
import com.pelcro.payments.simulator.http.Refusal;
import com.pelcro.payments.simulator.http.Reply;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/// `/tss/v2/searches` and `/tss/v2/transactions`: finding again what was asked. Sees new things
/// only after the lag.
public final class SearchEndpoint {

  private static final int MOST = 2500;
  private static final int KEPT = 100;

  private final Ledger ledger;
  private final Settings settings;
  private final InstantSource clock;
  private final TransactionViews views;
  private final Map<String, Reply> earlier = new LinkedHashMap<>();

  /// Searches this ledger.
  public SearchEndpoint(Ledger ledger, Settings settings, InstantSource clock) {
    this.ledger = ledger;
    this.settings = settings;
    this.clock = clock;
    this.views = new TransactionViews(ledger);
  }

  /// `POST /tss/v2/searches`.
  public Endpoint search() {
    return call -> {
      var body = call.body();
      var missing =
          List.of("query", "sort").stream().filter(field -> body.text(field).isEmpty()).toList();
      if (!missing.isEmpty()) {
        throw refusal("MISSING_FIELD", missing);
      }
      var query =
          body.text("query")
              .filter(
                  text -> settings.now().transactionIdSearch() || !text.contains("transactionId:"))
              .flatMap(text -> QueryReader.read(text, clock.instant()))
              .orElseThrow(() -> refusal("INVALID_DATA", List.of("query")));
      return result(call, hits(call, query));
    };
  }

  private List<Transaction> hits(Call call, Query query) {
    var code = query.onlyCode();
    var candidates = code.isPresent() ? ledger.byCode(call.merchant(), code.get()) : ledger.all();
    return candidates.stream()
        .filter(found -> found.merchant().equals(call.merchant()) && isVisible(call, found))
        .filter(query::finds)
        .sorted(order(call.body().text("sort").orElseThrow()))
        .toList();
  }

  private static Comparator<Transaction> order(String sort) {
    var byTime = Comparator.comparing(Transaction::at).thenComparing(Transaction::id);
    return sort.contains(":desc") ? byTime.reversed() : byTime;
  }

  private boolean isVisible(Call call, Transaction transaction) {
    Instant now = clock.instant();
    return !transaction.visibleAt().isAfter(now)
        && !transaction.at().plusMillis(call.orders().searchLagMillis()).isAfter(now);
  }

  private Reply result(Call call, List<Transaction> hits) {
    var offset = number(call.body(), "offset", 0);
    var limit = number(call.body(), "limit", 20);
    var id = UUID.randomUUID().toString();
    var shown =
        hits.stream()
            .skip(offset)
            .limit(limit)
            .map(found -> views.summary(found, call.baseUrl()))
            .toList();
    var self = Map.of("href", call.baseUrl() + "/tss/v2/searches/" + id, "method", "GET");
    var tree =
        new JsonTree()
            .put("searchId", id)
            .put("save", call.body().flag("save"))
            .put("timezone", call.body().text("timezone").orElse("GMT"))
            .put("query", call.body().at("query").asText())
            .put("offset", offset)
            .put("limit", limit)
            .put("sort", call.body().at("sort").asText())
            .put("count", shown.size())
            .put("totalCount", hits.size())
            .put("submitTimeUtc", clock.instant().truncatedTo(ChronoUnit.SECONDS).toString())
            .put("_embedded.transactionSummaries", shown.isEmpty() ? null : shown)
            .put("_links.self", self);
    var reply = JsonReply.gateway(201, tree);
    earlier.keySet().stream()
        .limit(Math.max(0, earlier.size() - KEPT))
        .toList()
        .forEach(earlier::remove);
    earlier.put(call.merchant() + id, new Reply(200, reply.contentType(), reply.body(), Map.of()));
    return reply;
  }

  private int number(Body body, String field, int usual) {
    if (!body.has(field)) {
      return usual;
    }
    return body.number(field)
        .filter(value -> value >= 0 && value <= (field.equals("limit") ? MOST : Integer.MAX_VALUE))
        .map(Long::intValue)
        .orElseThrow(() -> refusal("INVALID_DATA", List.of(field)));
  }

  /// `GET /tss/v2/searches/{id}`: an earlier result again.
  public Endpoint again() {
    return call ->
        Optional.ofNullable(earlier.get(call.merchant() + call.parameter("id")))
            .orElseGet(JsonReply::unknownPath);
  }

  /// `GET /tss/v2/transactions/{id}`.
  public Endpoint details() {
    return call ->
        ledger
            .find(call.merchant(), call.parameter("id"))
            .filter(found -> isVisible(call, found))
            .map(found -> JsonReply.gateway(200, views.details(found, call.baseUrl())))
            .orElseGet(JsonReply::unknownPath);
  }

  private Refusal refusal(String reason, List<String> fields) {
    return new Refusal(
        JsonReply.flat(
            reason, "Declined - the search cannot be run", clock.instant(), fields, reason));
  }

  /// Forgets the results.
  public void clear() {
    earlier.clear();
  }
}
