package com.pelcro.payments.http.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.pelcro.payments.application.Slice;
import com.pelcro.payments.application.Slice.More;
import com.pelcro.payments.application.StorageUnavailable;
import com.pelcro.payments.application.Window;
import com.pelcro.payments.application.charge.ChargeFilter;
import com.pelcro.payments.application.charge.Status;
import com.pelcro.payments.application.report.ChargeLine;
import com.pelcro.payments.application.report.RefundFilter;
import com.pelcro.payments.application.report.RefundLine;
import com.pelcro.payments.application.report.RenewalFilter;
import com.pelcro.payments.application.report.RenewalLine;
import com.pelcro.payments.application.report.ReportPeriod;
import com.pelcro.payments.application.report.Reports;
import com.pelcro.payments.application.report.Summary;
import com.pelcro.payments.domain.charge.ChargeId;
import com.pelcro.payments.domain.money.Money;
import com.pelcro.payments.domain.paymentmethod.PaymentMethodId;
import com.pelcro.payments.domain.site.CardNetwork;
import com.pelcro.payments.domain.site.SiteId;
import com.pelcro.payments.http.Service;
import com.pelcro.payments.http.Shop;
import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.IntFunction;
import java.util.stream.Stream;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;

/// Tables that are long, are read slowly, or cannot be finished.
class LongTableTest {

  private static final ChargeLine LINE =
      new ChargeLine(
          ChargeId.next(),
          Instant.EPOCH,
          Status.CAPTURED,
          Money.of(1, "EUR"),
          Money.of(1, "EUR"),
          Money.of(0, "EUR"),
          null,
          PaymentMethodId.next(),
          CardNetwork.VISA,
          "1111",
          null,
          null,
          null,
          null,
          null,
          null,
          "x".repeat(500),
          Instant.EPOCH);

  private static final Slice<ChargeLine> FULL =
      new Slice<>(Stream.generate(() -> LINE).limit(Window.MOST).toList(), More.YES);

  /// Charges page by page, by the number of the page from 0.
  private record Scripted(IntFunction<Slice<ChargeLine>> pages, AtomicInteger asked)
      implements Reports {

    Scripted(IntFunction<Slice<ChargeLine>> pages) {
      this(pages, new AtomicInteger());
    }

    @Override
    public Slice<ChargeLine> charges(SiteId site, ChargeFilter filter, Window window) {
      return pages.apply(asked.getAndIncrement());
    }

    @Override
    public List<Summary.ChargeTally> charges(SiteId site, ReportPeriod period) {
      return List.of();
    }

    @Override
    public List<Summary.DeclineTally> declines(SiteId site, ReportPeriod period) {
      return List.of();
    }

    @Override
    public List<Summary.RefundTally> refunds(SiteId site, ReportPeriod period) {
      return List.of();
    }

    @Override
    public List<Summary.RenewalTally> renewals(SiteId site, ReportPeriod period) {
      return List.of();
    }

    @Override
    public List<Summary.DueTally> due(SiteId site, ReportPeriod period) {
      return List.of();
    }

    @Override
    public Slice<RefundLine> refunds(SiteId site, RefundFilter filter, Window window) {
      return new Slice<>(List.of(), More.NO);
    }

    @Override
    public Slice<RenewalLine> renewals(SiteId site, RenewalFilter filter, Window window) {
      return new Slice<>(List.of(), More.NO);
    }
  }

  private static Socket asking(Service service, Shop shop) throws IOException {
    var socket = new Socket(InetAddress.getLoopbackAddress(), service.port());
    var request =
        "GET %s HTTP/1.1\r\nHost: localhost\r\nAuthorization: Bearer %s\r\n\r\n"
            .formatted(shop.path("/charges.csv"), shop.key());
    socket.getOutputStream().write(request.getBytes(StandardCharsets.US_ASCII));
    return socket;
  }

  /// Returns when no more pages are asked for, and says how many were.
  private static int settled(AtomicInteger asked) {
    var last = new AtomicInteger(-1);
    Awaitility.await()
        .atMost(Duration.ofSeconds(20))
        .pollInterval(Duration.ofMillis(400))
        .until(() -> asked.get() > 0 && last.getAndSet(asked.get()) == asked.get());
    return asked.get();
  }

  @Test
  void who_reads_slowly_is_waited_for_and_who_leaves_is_not() throws IOException {
    var endless = new Scripted(_ -> FULL);
    try (var service = Service.reporting(_ -> endless)) {
      try (var socket = asking(service, Shop.open(service))) {
        var before = settled(endless.asked());
        var read = socket.getInputStream().readNBytes(before * Window.MOST * 600);

        assertThat(read).hasSize(before * Window.MOST * 600);
        assertThat(settled(endless.asked())).isGreaterThan(before);
      }
      assertThat(settled(endless.asked())).isPositive();
    }
  }

  @Test
  void what_cannot_be_finished_is_broken_off_without_its_end() {
    var broken =
        new Scripted(
            page -> {
              if (page == 3) {
                throw new StorageUnavailable("away", new IllegalStateException("away"));
              }
              return FULL;
            });
    try (var service = Service.reporting(_ -> broken)) {
      var shop = Shop.open(service);

      assertThatThrownBy(() -> shop.client().get(shop.path("/charges.csv")))
          .hasRootCauseInstanceOf(IOException.class);
      assertThat(service.anyone().get("/health/live").status()).isEqualTo(200);
    }
  }

  @Test
  void what_cannot_begin_is_told_as_any_problem() {
    var away =
        new Scripted(
            _ -> {
              throw new StorageUnavailable("away", new IllegalStateException("away"));
            });
    try (var service = Service.reporting(_ -> away)) {
      var shop = Shop.open(service);

      assertThat(shop.client().get(shop.path("/charges.csv")).code())
          .isEqualTo("storage_unavailable");
    }
  }
}
