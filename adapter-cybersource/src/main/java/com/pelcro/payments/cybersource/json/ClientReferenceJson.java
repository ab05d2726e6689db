package com.pelcro.payments.cybersource.json;

import com.pelcro.payments.domain.operation.References;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// Our references on the wire: the order's code, and the key of the timeout operations.
public record ClientReferenceJson(String code, @Nullable String transactionId) {

  private static final int LONGEST_CODE = 50;

  static ClientReferenceJson of(References references) {
    return new ClientReferenceJson(references.code(), references.transactionId());
  }

  /// Names an operation by its transaction id under a code of its own, so that a search for the
  /// operation does not find its annulment.
  static ClientReferenceJson undoing(References references, String suffix) {
    return new ClientReferenceJson(annulment(references, suffix), references.transactionId());
  }

  /// The code an annulment goes by.
  public static String annulment(References references, String suffix) {
    var code = references.code();
    var room = LONGEST_CODE - suffix.length();
    return (code.length() > room ? code.substring(0, room) : code) + suffix;
  }

  /// The code of what an annulment with this code undid; empty when it is no annulment's of ours.
  public static Optional<String> annulled(String code) {
    return Stream.of(FollowUpJson.VOIDED, FollowUpJson.REVERSED)
        .filter(code::endsWith)
        .map(suffix -> code.substring(0, code.length() - suffix.length()))
        .filter(References::isOurs)
        .findFirst();
  }
}
