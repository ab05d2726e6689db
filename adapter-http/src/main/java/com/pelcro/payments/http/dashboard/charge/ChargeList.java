package com.pelcro.payments.http.dashboard.charge;

import com.pelcro.payments.http.dashboard.Field;
import com.pelcro.payments.http.dashboard.Form;
import com.pelcro.payments.http.dashboard.Shell.Choice;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// A part of the list of charges, and what was looked for.
public record ChargeList(
    Form form,
    List<Field> fields,
    List<Choice> statuses,
    String href,
    String csv,
    boolean isNarrowed,
    List<ChargeRow> rows,
    @Nullable String next) {}
