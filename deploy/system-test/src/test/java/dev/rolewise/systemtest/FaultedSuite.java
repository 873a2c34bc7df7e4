package dev.rolewise.systemtest;

import dev.rolewise.systemtest.ServiceUnderTest.Kind;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.function.Consumer;

/** The three services on a database that can crash, with somebody in front of the gateways. */
final class FaultedSuite implements AutoCloseable {
  /** For whatever has no bound of its own, on a machine that has other things to do. */
  static final Duration PATIENCE = Duration.ofSeconds(120);

  private final ThreeServices services;
  private final CrashingPostgres postgres;
  private final ReadyGateways gateways;

  private FaultedSuite(ThreeServices services, CrashingPostgres postgres, ReadyGateways gateways) {
    this.services = services;
    this.postgres = postgres;
    this.gateways = gateways;
  }

  /** Starts so many of each kind on 127.0.0.1, and returns when all are ready. */
  static FaultedSuite start(Path folder, int contents, int assessments, int gateways)
      throws IOException, InterruptedException {
    return start(folder, contents, assessments, gateways, "127.0.0.1", services -> {});
  }

  /**
   * The same elsewhere.
   *
   * @param database address of this machine where the services find their database
   * @param place moves the services to where they belong, before they start
   */
  static FaultedSuite start(
      Path folder,
      int contents,
      int assessments,
      int gateways,
      String database,
      Consumer<ThreeServices> place)
      throws IOException, InterruptedException {
    ThreeServices services = ThreeServices.prepare(folder, contents, assessments, gateways);
    try {
      // all sheets of the longest test fit into one round
      services.set(Kind.ASSESSMENT, "assessment.largest-size", "5000");
      place.accept(services);
      services.tellMembers();
      CrashingPostgres postgres = CrashingPostgres.before(services, database);
      services.startAll().awaitReady();
      return new FaultedSuite(services, postgres, new ReadyGateways(services.all(Kind.GATEWAY)));
    } catch (IOException | RuntimeException | Error failed) {
      services.close();
      throw failed;
    }
  }

  ThreeServices services() {
    return services;
  }

  ServiceUnderTest content(int index) {
    return services.content(index);
  }

  ServiceUnderTest assessment(int index) {
    return services.assessment(index);
  }

  ServiceUnderTest gateway(int index) {
    return services.gateway(index);
  }

  CrashingPostgres postgres() {
    return postgres;
  }

  /** Where the next request goes. */
  String nextGateway() {
    return gateways.next();
  }

  /** Starts what is not running and waits until everything is as it was at the beginning. */
  FaultedSuite whole() throws IOException {
    for (ServiceUnderTest service : services.all()) {
      if (!service.isAlive()) {
        service.start();
      }
    }
    services.awaitReady();
    return this;
  }

  @Override
  public void close() {
    gateways.close();
    services.close();
    postgres.close();
  }
}
