package com.pelcro.payments.simulator;

import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;

/// A reason of the gateway: the word its payments answer, the number and flag its searches show.
public record Reason(String word, int number, String flag, String message) {

  private static final Map<String, Reason> BY_WORD =
      List.of(
              declined("AVS_FAILED", 200, "DAVSNO", "approved, but the address does not match"),
              declined("CONTACT_PROCESSOR", 201, "DCALL", "the issuing bank has questions"),
              declined("EXPIRED_CARD", 202, "DCARDEXPIRED", "expired card"),
              declined("PROCESSOR_DECLINED", 203, "DCARDREFUSED", "general decline of the card"),
              declined(
                  "INSUFFICIENT_FUND", 204, "DCARDREFUSED", "insufficient funds in the account"),
              declined("STOLEN_LOST_CARD", 205, "DCARDREFUSED", "stolen or lost card"),
              declined("ISSUER_UNAVAILABLE", 207, "DCARDREFUSED", "issuing bank unavailable"),
              declined(
                  "UNAUTHORIZED_CARD",
                  208,
                  "DCARDREFUSED",
                  "inactive or not for this kind of sale"),
              declined("CVN_NOT_MATCH", 209, "DCARDREFUSED", "the security code does not match"),
              declined("EXCEEDS_CREDIT_LIMIT", 210, "DCARDREFUSED", "credit limit reached"),
              declined("INVALID_CVN", 211, "DCARDREFUSED", "invalid security code"),
              declined("BLACKLISTED_CUSTOMER", 221, "DCARDREFUSED", "on the negative file"),
              declined("SUSPENDED_ACCOUNT", 222, "DCARDREFUSED", "account frozen"),
              declined("CV_FAILED", 230, "DCV", "approved, but the security code does not match"),
              declined("INVALID_ACCOUNT", 231, "DINVALIDCARD", "invalid account number"),
              declined("GENERAL_DECLINE", 233, "DINVALIDDATA", "general decline by the processor"),
              declined(
                  "INVALID_MERCHANT_CONFIGURATION", 234, "DINVALIDDATA", "merchant set up wrongly"),
              declined("SCORE_EXCEEDS_THRESHOLD", 400, "DSCORE", "fraud score too high"),
              declined(
                  "CONSUMER_AUTHENTICATION_REQUIRED",
                  478,
                  "DAUTHENTICATE",
                  "authentication required"),
              declined("DECISION_PROFILE_REVIEW", 480, "DREVIEW", "held for review"),
              declined("DECISION_PROFILE_REJECT", 481, "DREJECT", "rejected by the rules"),
              new Reason("SYSTEM_ERROR", 150, "ESYSTEM", "Error - General system failure."),
              new Reason("SERVER_TIMEOUT", 151, "ETIMEOUT", "Error - Server timeout."),
              new Reason("SERVICE_TIMEOUT", 152, "ETIMEOUT", "Error - Service timeout."))
          .stream()
          .collect(Collectors.toUnmodifiableMap(Reason::word, Function.identity()));

  private static Reason declined(String word, int number, String flag, String text) {
    return new Reason(word, number, flag, "Decline - " + text + ".");
  }

  /// The reason with this word; a word we do not know counts as a general decline of the card.
  public static Reason of(String word) {
    return BY_WORD.getOrDefault(
        word, declined(word, 203, "DCARDREFUSED", "the request was declined"));
  }

  /// Whether something broke, as opposed to somebody saying no.
  public boolean isError() {
    return flag.startsWith("E");
  }
}
