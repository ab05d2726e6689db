/// The pages for people: who is let in, what every page has in common, and how pages are drawn.
@NullMarked
package com.pelcro.payments.http.dashboard;

import org.jspecify.annotations.NullMarked;
