/// Who may do what: the operator key, and keys that open one site.
@NullMarked
package com.pelcro.payments.http.access;

import org.jspecify.annotations.NullMarked;
