package dev.rolewise.systemtest;

import dev.rolewise.runtime.cluster.BusCertificates;
import dev.rolewise.runtime.cluster.FreePorts;
import dev.rolewise.runtime.cluster.TestAuthority;
import dev.rolewise.runtime.postgres.DatabaseSettings;
import dev.rolewise.runtime.postgres.EmbeddedPostgres;
import dev.rolewise.systemtest.ServiceUnderTest.Kind;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The suite as it runs on servers: the three services as processes of their own, any number of
 * each, one bus between them and one PostgreSQL behind them. Nothing listens outside 127.0.0.1.
 */
final class ThreeServices implements AutoCloseable {
  /** Generous: two cores may have to start a handful of programs at once. */
  static final Duration START = Duration.ofSeconds(120);

  private static final String DATABASE = "rolewise";

  private final EmbeddedPostgres postgres;
  private final Path folder;
  private final Map<Kind, List<ServiceUnderTest>> services = new EnumMap<>(Kind.class);
  private final Map<String, String> shared = new HashMap<>();
  private final Map<Kind, Map<String, String>> databases = new EnumMap<>(Kind.class);

  private ThreeServices(Path folder, EmbeddedPostgres postgres) {
    this.folder = folder;
    this.postgres = postgres;
  }

  /**
   * Starts PostgreSQL, brings both schemas up to date with the services' own command, and gets the
   * processes ready to be started.
   */
  static ThreeServices prepare(Path folder, int contents, int assessments, int gateways)
      throws IOException, InterruptedException {
    ThreeServices suite = prepareWithoutTables(folder, contents, assessments, gateways);
    try {
      for (Kind kind : List.of(Kind.CONTENT, Kind.ASSESSMENT)) {
        suite.all(kind).get(0).run("migrate");
      }
      return suite;
    } catch (IOException | InterruptedException | RuntimeException | Error failed) {
      suite.close();
      throw failed;
    }
  }

  /** As {@link #prepare}, but leaves the schemas to somebody else. */
  static ThreeServices prepareWithoutTables(
      Path folder, int contents, int assessments, int gateways) {
    ThreeServices suite =
        new ThreeServices(
            folder,
            EmbeddedPostgres.start(
                folder.resolve("postgres"), EmbeddedPostgres.Durability.NONE, notice -> {}));
    try {
      suite.settle();
      suite.add(Kind.CONTENT, contents);
      suite.add(Kind.ASSESSMENT, assessments);
      suite.add(Kind.GATEWAY, gateways);
      suite.tellMembers();
      return suite;
    } catch (RuntimeException | Error failed) {
      suite.close();
      throw failed;
    }
  }

  /** Prepares and starts everything at once, and returns when all of it is ready. */
  static ThreeServices start(Path folder, int contents, int assessments, int gateways)
      throws IOException, InterruptedException {
    ThreeServices suite = prepare(folder, contents, assessments, gateways);
    try {
      return suite.startAll().awaitReady();
    } catch (IOException | RuntimeException | Error failed) {
      suite.close();
      throw failed;
    }
  }

  /** A setting of every process, for its next start. */
  ThreeServices set(String key, String value) {
    all().forEach(service -> service.set(key, value));
    return this;
  }

  /** A setting of every process of one kind, for its next start. */
  ThreeServices set(Kind kind, String key, String value) {
    all(kind).forEach(service -> service.set(key, value));
    return this;
  }

  /** Encrypts the bus from the next start on, with a certificate for every process. */
  ThreeServices encrypt() throws Exception {
    TestAuthority authority = TestAuthority.in(folder.resolve("authority"));
    set("cluster.tls.enabled", "true");
    set("cluster.tls.authority", authority.certificate().toString());
    for (ServiceUnderTest service : all()) {
      BusCertificates own = authority.issue("process-" + service.port("cluster.port"));
      service.set("cluster.tls.certificate", own.certificate().toString());
      service.set("cluster.tls.private-key", own.privateKey().toString());
    }
    return this;
  }

  /** Starts all processes at the same moment, without waiting for any. */
  ThreeServices startAll() throws IOException {
    for (ServiceUnderTest service : all()) {
      service.start();
    }
    return this;
  }

  /** Waits until all of them are in one cluster and ready. */
  ThreeServices awaitReady() {
    all().forEach(service -> service.awaitMembers(all().size(), START).awaitReady(START));
    return this;
  }

  List<ServiceUnderTest> all() {
    return services.values().stream().flatMap(List::stream).toList();
  }

  List<ServiceUnderTest> all(Kind kind) {
    return List.copyOf(services.get(kind));
  }

  ServiceUnderTest content(int index) {
    return services.get(Kind.CONTENT).get(index);
  }

  ServiceUnderTest assessment(int index) {
    return services.get(Kind.ASSESSMENT).get(index);
  }

  ServiceUnderTest gateway(int index) {
    return services.get(Kind.GATEWAY).get(index);
  }

  EmbeddedPostgres postgres() {
    return postgres;
  }

  /** Everything that all processes have said. */
  String logs() {
    return all().stream()
        .map(service -> "== " + service.kind() + "\n" + service.log())
        .collect(Collectors.joining("\n"));
  }

  private void settle() {
    databases.put(Kind.CONTENT, database(postgres.provision(DATABASE, "content")));
    databases.put(Kind.ASSESSMENT, database(postgres.provision(DATABASE, "assessment")));
    databases.put(
        Kind.GATEWAY,
        Map.of(
            "http.host", "127.0.0.1",
            // a load generator would be taken for somebody who guesses
            "limits.new-teams-per-hour", "1000000",
            "limits.wrong-tokens-per-minute", "1000000"));
    shared.putAll(
        Map.of(
            "management.host", "127.0.0.1",
            "cluster.host", "127.0.0.1",
            "cluster.name", "test-" + UUID.randomUUID(),
            "drain.delay", "1s"));
  }

  private static Map<String, String> database(DatabaseSettings settings) {
    DatabaseSettings.Login owner = settings.migration().orElseThrow();
    return Map.of(
        "database.host", settings.host(),
        "database.port", Integer.toString(settings.port()),
        "database.name", settings.database(),
        "database.user", settings.user(),
        "database.password", settings.password().reveal(),
        "database.tls", "disable",
        // more patient than on a machine of its own; a fault test sets what it is about
        "database.connection-timeout", "2s",
        "database.migration-user", owner.user(),
        "database.migration-password", owner.password().reveal());
  }

  private void add(Kind kind, int replicas) {
    List<ServiceUnderTest> added = new ArrayList<>();
    for (int index = 0; index < replicas; index++) {
      Map<String, String> settings = new HashMap<>(shared);
      settings.putAll(databases.get(kind));
      Stream<String> ports = Stream.of("management.port", "cluster.port", "cluster.bus-port");
      ports.forEach(key -> settings.put(key, Integer.toString(FreePorts.next())));
      if (kind == Kind.GATEWAY) {
        settings.put("http.port", Integer.toString(FreePorts.next()));
      }
      added.add(
          new ServiceUnderTest(kind, kind.name().toLowerCase() + "-" + index, folder, settings));
    }
    services.put(kind, added);
  }

  /** Tells every process the addresses of all, for its next start. */
  void tellMembers() {
    String members =
        all().stream()
            .map(service -> service.setting("cluster.host") + ":" + service.port("cluster.port"))
            .collect(Collectors.joining(","));
    set("cluster.members", members);
  }

  /** Ends all processes side by side, then the database. */
  @Override
  public void close() {
    all().parallelStream().forEach(ServiceUnderTest::close);
    postgres.close();
  }
}
