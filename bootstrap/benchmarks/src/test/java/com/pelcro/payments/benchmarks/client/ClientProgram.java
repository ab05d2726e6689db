package com.pelcro.payments.benchmarks.client;

import java.lang.management.ManagementFactory;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.LongAdder;

/// Sixteen workers who ask for one sale after the other; says at its end how many there were, and
/// what they cost: `sales 1234 millis 567`.
public final class ClientProgram {

  private static final int WORKERS = 16;

  private ClientProgram() {}

  /// Asks for a sale with the stored card; throws when it was not approved.
  interface Client {
    void sale() throws Exception;
  }

  public static void main(String[] arguments) throws Exception {
    var clients = clients(arguments[0], System.getenv());
    var _ = sell(clients, Double.parseDouble(arguments[1]));
    var before = cpuMillis();
    var sales = sell(clients, Double.parseDouble(arguments[2]));
    System.out.println("sales " + sales + " millis " + (cpuMillis() - before));
    System.exit(0);
  }

  /// One for each worker; ours is made to be shared by all.
  private static List<Client> clients(String whose, Map<String, String> environment)
      throws Exception {
    if (whose.equals("ours")) {
      return Collections.nCopies(WORKERS, OurClient.of(environment));
    }
    var clients = new ArrayList<Client>();
    for (var worker = 0; worker < WORKERS; worker++) {
      clients.add(SdkClient.of(environment));
    }
    return clients;
  }

  private static long sell(List<Client> clients, double seconds)
      throws InterruptedException, ExecutionException {
    var end = System.nanoTime() + (long) (seconds * 1e9);
    var sales = new LongAdder();
    try (var threads = Executors.newFixedThreadPool(WORKERS)) {
      var working = new ArrayList<Future<?>>();
      for (var client : clients) {
        working.add(
            threads.submit(
                () -> {
                  while (System.nanoTime() < end) {
                    client.sale();
                    sales.increment();
                  }
                  return sales;
                }));
      }
      for (var one : working) {
        var _ = one.get();
      }
    }
    return sales.sum();
  }

  private static long cpuMillis() {
    var system =
        (com.sun.management.OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean();
    return system.getProcessCpuTime() / 1_000_000;
  }
}
