package com.pelcro.payments.bootstrap.metrics;

import com.pelcro.payments.domain.gateway.Annulment;
import com.pelcro.payments.domain.gateway.ConnectionCheck;
import com.pelcro.payments.domain.gateway.Finding;
import com.pelcro.payments.domain.gateway.FollowUp;
import com.pelcro.payments.domain.gateway.GatewayAnswer;
import com.pelcro.payments.domain.gateway.Instruction;
import com.pelcro.payments.domain.gateway.Lookup;
import com.pelcro.payments.domain.gateway.PaymentGateway;
import com.pelcro.payments.domain.gateway.Witnessed;
import com.pelcro.payments.domain.site.GatewayId;
import com.pelcro.payments.domain.site.Integration;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import java.util.Locale;
import java.util.function.Supplier;

/// Counts and times every call to a gateway, by operation and by what came of it.
public final class MeteredGateway implements PaymentGateway {

  private static final String METER = "payments.gateway.calls";
  private static final String DECLINES = "payments.gateway.declines";

  private final PaymentGateway gateway;
  private final GatewayId id;
  private final MeterRegistry meters;

  public MeteredGateway(PaymentGateway gateway, GatewayId id, MeterRegistry meters) {
    this.gateway = gateway;
    this.id = id;
    this.meters = meters;
  }

  @Override
  public Witnessed<GatewayAnswer> sale(Instruction instruction) {
    return declinesCounted(metered("sale", () -> gateway.sale(instruction)));
  }

  @Override
  public Witnessed<GatewayAnswer> authorize(Instruction instruction) {
    return declinesCounted(metered("authorize", () -> gateway.authorize(instruction)));
  }

  @Override
  public Witnessed<GatewayAnswer> capture(FollowUp followUp) {
    return metered("capture", () -> gateway.capture(followUp));
  }

  @Override
  public Witnessed<GatewayAnswer> undo(FollowUp followUp) {
    return metered("undo", () -> gateway.undo(followUp));
  }

  @Override
  public Witnessed<GatewayAnswer> release(FollowUp followUp) {
    return metered("release", () -> gateway.release(followUp));
  }

  @Override
  public Witnessed<GatewayAnswer> refund(FollowUp followUp) {
    return metered("refund", () -> gateway.refund(followUp));
  }

  @Override
  public Witnessed<Finding> find(Lookup lookup) {
    return metered("find", () -> gateway.find(lookup));
  }

  @Override
  public Witnessed<Annulment> annul(Lookup lookup) {
    return metered("annul", () -> gateway.annul(lookup));
  }

  @Override
  public ConnectionCheck check(Integration integration) {
    var running = Timer.start(meters);
    var check = gateway.check(integration);
    running.stop(timer(meters, id, "check", check.verdict().name().toLowerCase(Locale.ROOT)));
    return check;
  }

  private <T> Witnessed<T> metered(String operation, Supplier<Witnessed<T>> call) {
    var running = Timer.start(meters);
    var heard = call.get();
    running.stop(timer(meters, id, operation, outcome(heard.answer())));
    return heard;
  }

  /// A reason nobody has mapped is `unknown` here, and somebody should look at it.
  private Witnessed<GatewayAnswer> declinesCounted(Witnessed<GatewayAnswer> heard) {
    if (heard.answer() instanceof GatewayAnswer.Decline(var reason, _)) {
      meters.counter(DECLINES, "gateway", id.value(), "code", reason.code().code()).increment();
    }
    return heard;
  }

  static Timer timer(MeterRegistry meters, GatewayId id, String operation, String outcome) {
    return Timer.builder(METER)
        .description("Calls to the gateway")
        .tags("gateway", id.value(), "operation", operation, "outcome", outcome)
        .publishPercentileHistogram()
        .register(meters);
  }

  /// Every answer is a record of a sealed family, so there are few names.
  private static String outcome(Object answer) {
    return answer
        .getClass()
        .getSimpleName()
        .replaceAll("(?<=[a-z])(?=[A-Z])", "_")
        .toLowerCase(Locale.ROOT);
  }
}
