package com.pelcro.payments.bootstrap.browser;

import java.io.IOException;
import java.io.UncheckedIOException;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;

/// Hands the one running service of all tests with a browser to whoever asks for it.
final class AtVenue implements ParameterResolver {

  private static final ExtensionContext.Namespace OURS =
      ExtensionContext.Namespace.create(AtVenue.class);

  @Override
  public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
    return parameter.getParameter().getType() == Venue.class;
  }

  @Override
  public Venue resolveParameter(ParameterContext parameter, ExtensionContext context) {
    return context.getRoot().getStore(OURS).computeIfAbsent(Venue.class, _ -> open(), Venue.class);
  }

  private static Venue open() {
    try {
      return Venue.open();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
