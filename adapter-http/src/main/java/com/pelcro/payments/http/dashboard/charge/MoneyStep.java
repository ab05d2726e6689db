package com.pelcro.payments.http.dashboard.charge;

import com.pelcro.payments.domain.charge.Charge;
import com.pelcro.payments.domain.money.Money;
import com.pelcro.payments.http.dashboard.Field;
import com.pelcro.payments.http.dashboard.Form;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// The page of something to be done with a charge's money.
///
/// @param fields what is to be typed first, if anything
/// @param sure what is about to be done; the fields were right then, and are carried along
public record MoneyStep(
    String title,
    String text,
    String action,
    String back,
    Form form,
    List<Field> fields,
    String button,
    @Nullable String sure) {

  /// Makes a page of one kind.
  @FunctionalInterface
  interface Maker {
    MoneyStep make(Charge charge, Form form, String href);
  }

  static MoneyStep refund(Charge charge, Form form, String href) {
    return new MoneyStep(
        "Refund",
        "Of "
            + charge.captured()
            + " that were taken, "
            + charge.refundable()
            + " can still be given back, all of it or a part.",
        href + "/refund",
        href,
        form,
        List.of(
            Field.text(form, "amount", "Amount", "In " + charge.amount().currency()).needed(),
            Field.text(form, "reason", "Reason", "For your own records")),
        "Go on",
        null);
  }

  static MoneyStep capture(Charge charge, Form form, String href) {
    return new MoneyStep(
        "Capture",
        charge.amount() + " are held. They can be taken once, all or less; the rest is let go of.",
        href + "/capture",
        href,
        form,
        List.of(Field.text(form, "amount", "Amount", "In " + charge.amount().currency()).needed()),
        "Go on",
        null);
  }

  static MoneyStep undo(Charge charge, Form form, String href) {
    return new MoneyStep(
        "Void",
        "Undoes the charge over "
            + charge.amount()
            + " before it settles: the customer pays"
            + " nothing. What has settled can only be refunded.",
        href + "/void",
        href,
        form,
        List.of(),
        "Yes, void " + charge.amount(),
        null);
  }

  MoneyStep confirming(Money amount) {
    var word = title.equals("Refund") ? "Give back " : "Take ";
    return new MoneyStep(
        title,
        word + amount + "?",
        action,
        back,
        form,
        fields,
        "Yes, " + word.toLowerCase(java.util.Locale.ROOT) + amount,
        "yes");
  }
}
