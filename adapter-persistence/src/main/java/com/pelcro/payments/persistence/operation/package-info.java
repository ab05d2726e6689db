/// What was asked of the gateway, and what was heard.
@NullMarked
package com.pelcro.payments.persistence.operation;

import org.jspecify.annotations.NullMarked;
