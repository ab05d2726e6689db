package com.pelcro.payments.http.dashboard.charge;

import com.pelcro.payments.application.Result.Done;
import com.pelcro.payments.application.Result.Refused;
import com.pelcro.payments.application.Slice;
import com.pelcro.payments.application.Window;
import com.pelcro.payments.application.charge.FindCharge;
import com.pelcro.payments.application.charge.ListCharges;
import com.pelcro.payments.application.charge.ReadTimeline;
import com.pelcro.payments.application.operation.Step;
import com.pelcro.payments.application.refund.ListRefunds;
import com.pelcro.payments.domain.charge.Charge;
import com.pelcro.payments.domain.charge.ChargeId;
import com.pelcro.payments.domain.refund.Refund;
import com.pelcro.payments.http.dashboard.Door;
import com.pelcro.payments.http.dashboard.Html;
import com.pelcro.payments.http.dashboard.Inquiry;
import com.pelcro.payments.http.dashboard.Menu;
import com.pelcro.payments.http.dashboard.Pager;
import com.pelcro.payments.http.dashboard.Section;
import com.pelcro.payments.http.server.Reply;
import jakarta.inject.Inject;
import java.util.List;

/// Charges: finding them, and what happened to one.
public final class ChargeSection implements Section {

  /// What is known of charges.
  public static final class Books {

    private final FindCharge find;
    private final ListCharges list;
    private final ReadTimeline timeline;
    private final ListRefunds refunds;

    @Inject
    public Books(FindCharge find, ListCharges list, ReadTimeline timeline, ListRefunds refunds) {
      this.find = find;
      this.list = list;
      this.timeline = timeline;
      this.refunds = refunds;
    }

    private List<Step> timeline(Charge charge) {
      return timeline.read(charge.site(), charge.id()) instanceof Done(var steps)
          ? steps
          : List.of();
    }

    private List<Refund> refunds(Charge charge) {
      var all = refunds.list(charge.site(), charge.id(), new Window(Window.MOST, null));
      return all instanceof Done(var slice) ? slice.rows() : List.of();
    }
  }

  static final String ALL = SITE + "/charges";
  static final String ONE = ALL + "/{charge}";

  private final Books books;
  private final Cards cards;
  private final SearchCurrency currency;
  private final Html html;

  @Inject
  public ChargeSection(Books books, Cards cards, SearchCurrency currency, Html html) {
    this.books = books;
    this.cards = cards;
    this.currency = currency;
    this.html = html;
  }

  @Override
  public List<Door> doors() {
    return List.of(Door.get(ALL, this::list), Door.get(ONE, this::show));
  }

  private Reply.Answer list(Inquiry inquiry) {
    var call = inquiry.call();
    var zone = inquiry.site().timeZone();
    var search = new ChargeSearch(call, zone, currency.of(inquiry.site().id()));
    var filter = search.filter();
    var form = search.form();
    var window = new Window(Pager.ROWS, Pager.after(call, ChargeId.PREFIX));
    Slice<Charge> slice =
        form.isWrong()
            ? new Slice<>(List.of(), Slice.More.NO)
            : books.list.list(inquiry.site().id(), filter, window);
    var page =
        new ChargeList(
            form,
            ChargeSearch.fields(form),
            ChargeSearch.statuses(form),
            inquiry.path("/charges"),
            inquiry.path("/charges.csv") + Pager.query(call),
            search.isNarrowed(),
            cards.rows(slice.rows(), zone),
            Pager.next(call, slice, charge -> charge.id().value()));
    return html.page(inquiry, Menu.CHARGES, "Charges", "charge/list.jte", page);
  }

  private Reply.Answer show(Inquiry inquiry) {
    return inquiry
        .call()
        .id("charge", ChargeId::new)
        .map(id -> books.find.find(inquiry.site().id(), id))
        .map(
            found ->
                switch (found) {
                  case Done(var charge) -> show(inquiry, charge);
                  case Refused(var refusal) -> html.refused(inquiry, refusal);
                })
        .orElseGet(() -> html.notFound(inquiry));
  }

  private Reply.Answer show(Inquiry inquiry, Charge charge) {
    var zone = inquiry.site().timeZone();
    var page =
        ChargeView.of(
            charge,
            cards.card(charge.site(), charge.method()),
            books.timeline(charge).stream().map(step -> StepView.of(step, zone)).toList(),
            books.refunds(charge).stream().map(refund -> RefundView.of(refund, zone)).toList(),
            inquiry);
    return html.page(
        inquiry, Menu.CHARGES, "Charge over " + charge.amount(), "charge/show.jte", page);
  }
}
