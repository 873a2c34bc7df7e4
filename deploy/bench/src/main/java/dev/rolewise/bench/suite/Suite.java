package dev.rolewise.bench.suite;

import dev.rolewise.runtime.postgres.DatabaseSettings;
import dev.rolewise.runtime.postgres.EmbeddedPostgres;
import java.io.IOException;
import java.net.BindException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ThreadLocalRandom;
import java.util.stream.Stream;

/** The three services as they run on servers, one of each, on a PostgreSQL that loses nothing. */
public final class Suite implements AutoCloseable {

  public static final String GATEWAY = "gateway";
  public static final String POSTGRES = "PostgreSQL";

  private static final List<String> NAMES =
      List.of("content-service", "assessment-service", GATEWAY);
  private static final int LOWEST_PORT = 21_000;
  private static final int PORTS = 10_000;
  private static final String VERY_MANY = "1000000";
  private static final String HEAP = "-Xmx64m";
  private static final String HEAP_FOR_MANY = "-Xmx256m";

  private final EmbeddedPostgres postgres;
  private final Map<String, ServiceProcess> services = new LinkedHashMap<>();
  private final int port;

  private Suite(EmbeddedPostgres postgres, int port) {
    this.postgres = postgres;
    this.port = port;
  }

  /**
   * @param root of the repository, with the three jars built
   */
  public static Suite start(Path root, Path folder) throws IOException, InterruptedException {
    return start(root, folder, 0);
  }

  /**
   * The same with a gateway for so many live pages, and the heap that they take.
   *
   * @param streams 0 for as many as it takes by itself
   */
  public static Suite start(Path root, Path folder, int streams)
      throws IOException, InterruptedException {
    EmbeddedPostgres postgres =
        EmbeddedPostgres.start(
            folder.resolve("postgres"), EmbeddedPostgres.Durability.FULL, System.err::println);
    Suite suite = new Suite(postgres, freePort());
    try {
      suite.settle(root, folder, streams);
      suite.services.get("content-service").migrate();
      suite.services.get("assessment-service").migrate();
      for (ServiceProcess service : suite.services.values()) {
        // one after the other, in the order in which they need each other: starting is not measured
        service.serve();
        service.awaitReady();
      }
      return suite;
    } catch (IOException | InterruptedException | RuntimeException failed) {
      suite.close();
      throw failed;
    }
  }

  private void settle(Path root, Path folder, int streams) throws IOException {
    Map<String, Map<String, String>> all = new LinkedHashMap<>();
    String cluster = "capacity-" + UUID.randomUUID();
    for (String name : NAMES) {
      Map<String, String> settings = new HashMap<>();
      settings.put("management.host", "127.0.0.1");
      settings.put("cluster.host", "127.0.0.1");
      settings.put("cluster.name", cluster);
      for (String key : List.of("management.port", "cluster.port", "cluster.bus-port")) {
        settings.put(key, Integer.toString(freePort()));
      }
      if (name.equals(GATEWAY)) {
        settings.put("http.host", "127.0.0.1");
        settings.put("http.port", Integer.toString(port));
        // one client stands for many people here
        settings.put("limits.new-teams-per-hour", VERY_MANY);
        settings.put("limits.wrong-tokens-per-minute", VERY_MANY);
        settings.put("limits.streams-per-token", "1000");
        if (streams > 0) {
          settings.put("limits.streams", Integer.toString(streams));
          settings.put("limits.connections", Integer.toString(streams + 1_000));
        }
      } else {
        settings.putAll(database(name.replace("-service", "")));
        // costs do not depend on it, and the machine may have other things to do
        settings.put("database.connection-timeout", "10s");
        settings.put("database.statement-timeout", "10s");
      }
      if (name.equals("assessment-service")) {
        settings.put("assessment.largest-size", "5000");
      }
      all.put(name, settings);
    }
    String members =
        String.join(
            ",", all.values().stream().map(it -> "127.0.0.1:" + it.get("cluster.port")).toList());
    all.forEach(
        (name, settings) -> {
          settings.put("cluster.members", members);
          Path jar =
              root.resolve(name.equals(GATEWAY) ? GATEWAY : name)
                  .resolve("service/target/" + name + ".jar");
          boolean many = streams > 0 && name.equals(GATEWAY);
          services.put(
              name,
              new ServiceProcess(
                  name, jar, folder.resolve(name + ".log"), many ? HEAP_FOR_MANY : HEAP, settings));
        });
  }

  /** A gateway that finds nobody else, not started yet. */
  public static ServiceProcess gatewayAlone(Path root, Path folder) throws IOException {
    Map<String, String> settings = new HashMap<>();
    settings.put("management.host", "127.0.0.1");
    settings.put("cluster.host", "127.0.0.1");
    settings.put("cluster.name", "alone-" + UUID.randomUUID());
    settings.put("http.host", "127.0.0.1");
    for (String key : List.of("management.port", "cluster.port", "cluster.bus-port", "http.port")) {
      settings.put(key, Integer.toString(freePort()));
    }
    settings.put("cluster.members", "127.0.0.1:" + settings.get("cluster.port"));
    return new ServiceProcess(
        GATEWAY,
        root.resolve("gateway/service/target/gateway.jar"),
        folder.resolve("gateway.log"),
        HEAP,
        settings);
  }

  private Map<String, String> database(String schema) {
    DatabaseSettings made = postgres.provision("rolewise", schema);
    DatabaseSettings.Login owner = made.migration().orElseThrow();
    return Map.of(
        "database.host", made.host(),
        "database.port", Integer.toString(made.port()),
        "database.name", made.database(),
        "database.user", made.user(),
        "database.password", made.password().reveal(),
        "database.tls", "disable",
        "database.migration-user", owner.user(),
        "database.migration-password", owner.password().reveal());
  }

  public String url() {
    return "http://127.0.0.1:" + port;
  }

  public ServiceProcess gateway() {
    return services.get(GATEWAY);
  }

  public ServiceProcess assessment() {
    return services.get("assessment-service");
  }

  /** All three, in the order in which they were started. */
  public Map<String, ServiceProcess> services() {
    return Map.copyOf(services);
  }

  public EmbeddedPostgres postgres() {
    return postgres;
  }

  /** Processor time of everything, by name. */
  public Map<String, Duration> processorTimes() throws IOException {
    Map<String, Duration> times = new LinkedHashMap<>();
    for (Map.Entry<String, ServiceProcess> service : services.entrySet()) {
      times.put(service.getKey(), service.getValue().processorTime());
    }
    times.put(POSTGRES, ProcessTree.processorTime(postmaster()));
    return times;
  }

  /** Requests over the bus that somebody's request caused: what processes ask for health is not. */
  public double busRequests() throws IOException, InterruptedException {
    double requests = 0;
    for (ServiceProcess service : services.values()) {
      for (String target : List.of("assessment", "content")) {
        requests +=
            service.metric("rolewise_bus_requests_total{result=\"ok\",target=\"" + target + "\"");
      }
    }
    return requests;
  }

  private long postmaster() throws IOException {
    try (Stream<Path> files = Files.walk(postgres.folder())) {
      Path file =
          files
              .filter(it -> it.getFileName().toString().equals("postmaster.pid"))
              .findFirst()
              .orElseThrow();
      return Long.parseLong(Files.readAllLines(file).get(0).strip());
    }
  }

  /**
   * Below those that systems give to connections on their way out, which may take one meanwhile.
   */
  static int freePort() throws IOException {
    for (int tries = 0; tries < 100; tries++) {
      int port = ThreadLocalRandom.current().nextInt(LOWEST_PORT, LOWEST_PORT + PORTS);
      try (ServerSocket free = new ServerSocket(port, 1, InetAddress.getLoopbackAddress())) {
        return free.getLocalPort();
      } catch (BindException taken) {
        // another one
      }
    }
    throw new IllegalStateException("no port from " + LOWEST_PORT + " on is free");
  }

  @Override
  public void close() {
    services.values().parallelStream().forEach(ServiceProcess::close);
    postgres.close();
  }
}
