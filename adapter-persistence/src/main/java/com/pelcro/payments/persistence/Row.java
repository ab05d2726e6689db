package com.pelcro.payments.persistence;

import java.sql.SQLException;

/// Turns a row into a record of the domain.
@FunctionalInterface
public interface Row<T> {

  T map(Columns columns) throws SQLException;
}
