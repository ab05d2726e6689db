package com.pelcro.payments.domain.settings;

/// People who change settings.
public final class TestEditors {

  public static final Editor OPERATOR = new Editor(null, Editor.Door.API);

  private TestEditors() {}
}
