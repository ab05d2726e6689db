package com.pelcro.payments.application.event;

/// Which events a reader wants, by their type.
public sealed interface EventTypes {

  boolean include(String type);

  record Any() implements EventTypes {
    @Override
    public boolean include(String type) {
      return true;
    }
  }

  /// One type, such as `charge.captured`.
  record Exactly(String wanted) implements EventTypes {
    @Override
    public boolean include(String type) {
      return type.equals(wanted);
    }
  }

  /// Every type about one kind of object, such as `charge`.
  record About(String objectType) implements EventTypes {
    @Override
    public boolean include(String type) {
      return type.startsWith(objectType + ".");
    }
  }
}
