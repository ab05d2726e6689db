package com.pelcro.payments.http.server;

import java.util.Locale;

/// Every code an error can have, with its status.
public enum ProblemCode {
  INVALID_JSON(400, "The body is not JSON"),
  INVALID_FIELD(400, "Something in the request is not as it should be"),
  UNKNOWN_FIELD(400, "The request holds something unknown"),
  IDEMPOTENCY_KEY_REQUIRED(400, "This request needs an Idempotency-Key"),
  MALFORMED_REQUEST(400, "The request is not HTTP as it should be"),
  UNAUTHENTICATED(401, "A key is needed"),
  FORBIDDEN(403, "This key does not open this"),
  NOT_FOUND(404, "There is no such thing"),
  METHOD_NOT_ALLOWED(405, "This path does not take this method"),
  NOT_ACCEPTABLE(406, "Not answered in that form"),
  REQUEST_TIMEOUT(408, "The request took too long to arrive"),
  CONFLICT(409, "Something is in the way"),
  INVALID_STATE(409, "Not at this moment"),
  PAYLOAD_TOO_LARGE(413, "The body is too large"),
  URI_TOO_LONG(414, "The address is too long"),
  UNSUPPORTED_MEDIA_TYPE(415, "Bodies are JSON"),
  IDEMPOTENCY_KEY_REUSED(422, "The key stands for another request"),
  INTEGRATION_DISABLED(422, "The integration is disabled"),
  INTEGRATION_MISSING(422, "The site has no integration"),
  CURRENCY_NOT_SUPPORTED(422, "The integration does not take this currency"),
  ORIGIN_NOT_ALLOWED(422, "The site does not have this origin"),
  CARD_NETWORK_NOT_ALLOWED(422, "The site does not take this card network"),
  TOKEN_INVALID(422, "The card's token is not genuine"),
  TOKEN_EXPIRED(422, "The card's token is too old"),
  TOKEN_ALREADY_USED(422, "The card's token was used before"),
  PAYMENT_METHOD_UNUSABLE(422, "The card cannot be charged"),
  AMOUNT_TOO_LARGE(422, "The amount is too large"),
  FLOW_NOT_SUPPORTED(422, "The gateway cannot do this"),
  CARD_DATA_NOT_ACCEPTED(422, "Card numbers are not accepted"),
  RATE_LIMITED(429, "Too many requests at once"),
  HEADERS_TOO_LARGE(431, "The headers are too large"),
  INTERNAL(500, "Something is wrong on our side"),
  GATEWAY_CREDENTIALS_REJECTED(502, "The gateway does not accept the integration's credentials"),
  GATEWAY_UNAVAILABLE(503, "The gateway cannot be reached"),
  STOPPING(503, "This instance is being stopped"),
  STORAGE_UNAVAILABLE(503, "The database cannot be reached");

  private final int status;
  private final String title;

  ProblemCode(int status, String title) {
    this.status = status;
    this.title = title;
  }

  public int status() {
    return status;
  }

  public String title() {
    return title;
  }

  /// The name in the API.
  public String code() {
    return name().toLowerCase(Locale.ROOT);
  }
}
