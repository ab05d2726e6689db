package com.pelcro.payments.http.dashboard.ledger;

import com.pelcro.payments.application.Result.Done;
import com.pelcro.payments.application.Result.Refused;
import com.pelcro.payments.application.Slice;
import com.pelcro.payments.application.Window;
import com.pelcro.payments.application.reconciliation.CloseDifference;
import com.pelcro.payments.application.reconciliation.Differences;
import com.pelcro.payments.application.reconciliation.FindDifference;
import com.pelcro.payments.application.reconciliation.ListDifferences;
import com.pelcro.payments.application.reconciliation.ListReconciliations;
import com.pelcro.payments.domain.reconciliation.Difference;
import com.pelcro.payments.domain.reconciliation.DifferenceId;
import com.pelcro.payments.http.dashboard.Door;
import com.pelcro.payments.http.dashboard.Door.Opens;
import com.pelcro.payments.http.dashboard.Form;
import com.pelcro.payments.http.dashboard.Form.Fault;
import com.pelcro.payments.http.dashboard.Html;
import com.pelcro.payments.http.dashboard.Inquiry;
import com.pelcro.payments.http.dashboard.Menu;
import com.pelcro.payments.http.dashboard.Pager;
import com.pelcro.payments.http.dashboard.Refusals;
import com.pelcro.payments.http.dashboard.Section;
import com.pelcro.payments.http.dashboard.Shell.Choice;
import com.pelcro.payments.http.dashboard.Words;
import com.pelcro.payments.http.server.Reply;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/// In what the gateway's books and a site's differ. The operator's alone: one account may serve
/// several sites.
public final class DifferenceSection implements Section {

  private static final String ALL = SITE + "/reconciliation";
  private static final String ONE = ALL + "/{difference}";
  private static final int LONGEST_NOTE = 1000;
  private static final int RUNS = 5;

  private final ListDifferences list;
  private final FindDifference find;
  private final CloseDifference close;
  private final ListReconciliations runs;
  private final Html html;

  @Inject
  public DifferenceSection(
      ListDifferences list,
      FindDifference find,
      CloseDifference close,
      ListReconciliations runs,
      Html html) {
    this.list = list;
    this.find = find;
    this.close = close;
    this.runs = runs;
    this.html = html;
  }

  @Override
  public List<Door> doors() {
    return List.of(
        Door.get(ALL, this::list).to(Opens.OPERATOR_AT_SITE),
        Door.get(ONE, this::show).to(Opens.OPERATOR_AT_SITE),
        Door.post(ONE, this::close).to(Opens.OPERATOR_AT_SITE));
  }

  private Reply.Answer list(Inquiry inquiry) {
    var call = inquiry.call();
    var zone = inquiry.site().timeZone();
    var status = call.query("status").flatMap(DifferenceSection::status);
    Slice<Difference> slice =
        list.list(
            new Differences.Filter(inquiry.site().id(), status.orElse(null), null),
            new Window(Pager.ROWS, Pager.after(call, DifferenceId.PREFIX)));
    var page =
        new DifferenceView.Page(
            inquiry.path("/reconciliation"),
            statuses(status),
            slice.rows().stream()
                .map(one -> DifferenceView.of(one, inquiry.path(""), zone))
                .toList(),
            runs(inquiry),
            Pager.next(call, slice, one -> one.id().value()));
    return html.page(inquiry, Menu.RECONCILIATION, "Reconciliation", "ledger/list.jte", page);
  }

  /// The latest comparisons of this site's books or of all.
  private List<DifferenceView.Run> runs(Inquiry inquiry) {
    var site = inquiry.site().id();
    return runs.list(new Window(Window.MOST, null)).rows().stream()
        .filter(run -> run.site() == null || run.site().equals(site))
        .limit(RUNS)
        .map(run -> DifferenceView.Run.of(run, inquiry.site().timeZone()))
        .toList();
  }

  private static Optional<Difference.Status> status(String text) {
    return Stream.of(Difference.Status.values()).filter(one -> one.code().equals(text)).findFirst();
  }

  private static List<Choice> statuses(Optional<Difference.Status> chosen) {
    return Stream.of(Difference.Status.values())
        .map(
            one -> new Choice(one.code(), Words.human(one.code()), chosen.equals(Optional.of(one))))
        .toList();
  }

  private Reply.Answer show(Inquiry inquiry) {
    return found(inquiry)
        .map(difference -> page(200, inquiry, difference, Form.empty()))
        .orElseGet(() -> html.notFound(inquiry));
  }

  private Reply.Answer close(Inquiry inquiry) {
    return found(inquiry)
        .map(difference -> close(inquiry, difference))
        .orElseGet(() -> html.notFound(inquiry));
  }

  private Reply.Answer close(Inquiry inquiry, Difference difference) {
    var note = inquiry.call().field("note");
    if (note.isEmpty() || note.length() > LONGEST_NOTE) {
      return wrong(inquiry, difference, "Say what was found out, in up to 1000 characters");
    }
    return switch (close.close(difference.id(), note)) {
      case Done<Difference> _ ->
          Html.see(inquiry.path("/reconciliation/" + difference.id() + "?done=closed"));
      case Refused(var refusal) -> wrong(inquiry, difference, Refusals.text(refusal));
    };
  }

  private Reply.Answer wrong(Inquiry inquiry, Difference difference, String why) {
    var fault = new Fault("note", why);
    return page(422, inquiry, difference, Form.sent(inquiry.call(), List.of(), List.of(fault)));
  }

  private Optional<Difference> found(Inquiry inquiry) {
    return inquiry
        .call()
        .id("difference", DifferenceId::new)
        .flatMap(
            id ->
                find.find(id) instanceof Done(var difference)
                    ? Optional.of(difference)
                    : Optional.empty())
        .filter(difference -> difference.site().equals(inquiry.site().id()));
  }

  private Reply.Answer page(int status, Inquiry inquiry, Difference difference, Form form) {
    var view = DifferenceView.of(difference, inquiry.path(""), inquiry.site().timeZone());
    var page = new DifferenceView.One(view, form, inquiry.path("/reconciliation"));
    return html.page(status, inquiry, Menu.RECONCILIATION, "A difference", "ledger/show.jte", page);
  }
}
