/// Tables and SQL: the pool, transactions, migrations and what columns are read and written with.
@NullMarked
package com.pelcro.payments.persistence;

import org.jspecify.annotations.NullMarked;
