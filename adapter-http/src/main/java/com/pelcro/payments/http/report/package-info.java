/// Reports: a summary, and lists as CSV.
@NullMarked
package com.pelcro.payments.http.report;

import org.jspecify.annotations.NullMarked;
