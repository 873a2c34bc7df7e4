package dev.rolewise.systemtest;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.rolewise.runtime.cluster.BusCertificates;
import dev.rolewise.runtime.cluster.FreePorts;
import dev.rolewise.runtime.cluster.TestAuthority;
import dev.rolewise.runtime.machine.Needed;
import dev.rolewise.systemtest.ServiceUnderTest.Kind;
import io.vertx.core.json.JsonObject;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;

/**
 * Every slip on the page for operators is made, and the programs say and do what stands there: one
 * plain line, and the right end or the right readiness.
 */
class BadInputIT {

  private static final int PLENTY = 400;

  @TempDir static Path folder;

  private static final Map<String, SlipTable.Slip> SLIPS = SlipTable.read();
  private static ShownDatabase database;
  private static TestAuthority authority;

  private final Map<String, Attempt> attempts = new LinkedHashMap<>();

  /** Makes a slip and looks at what comes of it. */
  private interface Attempt {
    void make(SlipTable.Slip slip) throws Exception;
  }

  @BeforeAll
  static void prepare() throws Exception {
    authority = TestAuthority.in(folder.resolve("authority"));
    database = ShownDatabase.start(folder, authority, "elsewhere");
  }

  @AfterAll
  static void stop() {
    if (database != null) {
      database.close();
    }
  }

  BadInputIT() {
    attempts.put("a secret is missing", slip -> ends("serve", without("database.password"), slip));
    attempts.put(
        "wrong password, `serve`", slip -> waits(with(Map.of("database.password", "x")), slip));
    attempts.put(
        "wrong password, `migrate`",
        slip -> ends("migrate", with(Map.of("database.migration-password", "x")), slip));
    attempts.put(
        "a role without the rights, `serve`", slip -> waits(with(database.stranger()), slip));
    attempts.put(
        "`migrate` as the role that serves",
        slip -> ends("migrate", with(database.servingRoleMigrates()), slip));
    attempts.put(
        "the database's certificate is for another name, `serve`",
        slip -> waits(with(database.encrypted()), slip, database.believing()));
    attempts.put(
        "the database's certificate is for another name, `migrate`",
        slip -> ends("migrate", with(database.encrypted()), slip, database.believing()));
    attempts.put(
        "the certificate for the bus is of another authority",
        slip -> ends("serve", with(bus(foreign())), slip));
    attempts.put(
        "the certificate for the bus has ended",
        slip -> ends("serve", with(bus(authority.issueEnded("ended"))), slip));
    attempts.put(
        "a name of a member has no address",
        slip ->
            waits(with(member(Map.of("cluster.members", "nowhere.invalid:5701"))), slip, names()));
    attempts.put(
        "the name for all members has no address",
        slip -> waits(with(member(Map.of("cluster.dns-name", "nowhere.invalid"))), slip, names()));
    attempts.put("two members have different cluster names", this::differentNames);
    attempts.put("the disk is full, first start of `rolewise.jar`", this::firstStartOnAFullDisk);
    attempts.put("the disk becomes full", this::theDiskBecomesFull);
    attempts.put("the data folder cannot be written", this::readOnlyFolder);
  }

  @Test
  void everyRowOfThePageIsTried() {
    assertEquals(SLIPS.keySet(), attempts.keySet());
  }

  @TestFactory
  Stream<DynamicTest> isToldInOnePlainLine() {
    return attempts.entrySet().stream()
        .map(
            attempt ->
                DynamicTest.dynamicTest(
                    attempt.getKey(), () -> attempt.getValue().make(SLIPS.get(attempt.getKey()))));
  }

  /** What runbooks ask a process or a database is asked, of a real one. */
  @Test
  void whatRunbooksAskIsAnswered() throws Exception {
    Set<String> statements = RunbookCommands.forPostgres();
    assertFalse(statements.isEmpty());
    for (String statement : statements) {
      database.answers(statement.replace("PID", "0"));
    }
    try (ToldProcess told = ToldProcess.service(Kind.CONTENT, "serve", database.settings())) {
      told.becomesReady();
      Map<String, String> asked = new LinkedHashMap<>();
      for (String command : RunbookCommands.forAShell()) {
        if (command.startsWith("curl ") && command.contains(":9000/")) {
          String here = command.replaceFirst("http://[^:]+:9000", told.url());
          asked.put(here, here.endsWith("readyz") ? "\"ready\":true" : "rolewise_ready 1");
        } else if (command.startsWith("ls ")) {
          asked.put(command.replace("PID", "" + told.pid()), "socket:");
        } else if (command.startsWith("kill ")) {
          RunbookCommands.run(command.replace("PID", "" + told.pid()));
          told.says("Full thread dump");
        } else if (command.startsWith("psql ")) {
          asked.put(
              command
                  .replace("HOST", "127.0.0.1")
                  .replace("PORT", database.settings().get("database.port"))
                  .replace("ROLE", "content"),
              "(1 row)");
        }
      }
      assertTrue(asked.size() >= 4, asked.toString());
      for (Map.Entry<String, String> command : asked.entrySet()) {
        if (RunbookCommands.isHere(command.getKey().split(" ")[0])) {
          String said =
              RunbookCommands.run(
                  command.getKey(), "PGPASSWORD", database.settings().get("database.password"));
          assertTrue(said.contains(command.getValue()), () -> command.getKey() + ": " + said);
        }
      }
    }
  }

  private static void ends(
      String command, Map<String, String> settings, SlipTable.Slip slip, String... java)
      throws Exception {
    try (ToldProcess told = ToldProcess.service(Kind.CONTENT, command, settings, java)) {
      told.endsAsTheTableSays(slip);
    }
  }

  private static void waits(Map<String, String> settings, SlipTable.Slip slip, String... java)
      throws Exception {
    try (ToldProcess told = ToldProcess.service(Kind.CONTENT, "serve", settings, java)) {
      told.waitsAsTheTableSays(slip);
    }
  }

  /** Each is told, at whichever it looks. */
  private void differentNames(SlipTable.Slip slip) throws Exception {
    int first = FreePorts.next();
    int second = FreePorts.next();
    String members = "127.0.0.1:" + first + ",127.0.0.1:" + second;
    try (ToldProcess one = named("one", first, members);
        ToldProcess other = named("other", second, members)) {
      one.waitsAsTheTableSays(slip);
      other.waitsAsTheTableSays(slip);
    }
  }

  private static ToldProcess named(String name, int port, String members) throws Exception {
    Map<String, String> settings =
        with(member(Map.of("cluster.name", name, "cluster.members", members)));
    settings.put("cluster.port", Integer.toString(port));
    return ToldProcess.service(Kind.CONTENT, "serve", settings);
  }

  private void firstStartOnAFullDisk(SlipTable.Slip slip) throws Exception {
    try (ToldProcess told = onDisk(SmallDisk.ofMebibytes(8, data("full")), "full", "none")) {
      told.endsAsTheTableSays(slip);
    }
  }

  private void readOnlyFolder(SlipTable.Slip slip) throws Exception {
    try (ToldProcess told = onDisk(SmallDisk.readOnly(data("closed")), "closed", "none")) {
      told.endsAsTheTableSays(slip);
    }
  }

  private void theDiskBecomesFull(SlipTable.Slip slip) throws Exception {
    PreparedSuite.fill(folder.resolve("seed"));
    int port = FreePorts.next();
    Path data = data("filling");
    assumeThereAreDisks();
    try (ToldProcess told =
        ToldProcess.suite(
            SmallDisk.ofMebibytes(400, data).holding(folder.resolve("seed")),
            data,
            port,
            "-Drolewise.limits.new-teams-per-hour=100000")) {
      told.becomesReady();
      Api api = new Api("http://127.0.0.1:" + port);
      assertEquals(201, team(api));
      Path ballast = SmallDisk.fill(told.pid(), data);
      int answer = 201;
      for (int teams = 0; teams < PLENTY && answer == 201; teams++) {
        answer = team(api);
      }
      assertEquals(503, answer);
      told.waitsAsTheTableSays(slip);
      assertTrue(api.answers("/api/v1/roles"), "what is read needs no room");
      Files.delete(ballast);
      told.becomesReady();
      assertEquals(201, team(api));
    }
  }

  private static int team(Api api) {
    JsonObject team =
        new JsonObject()
            .put("name", "Room")
            .put("locale", "en")
            .put("context", new JsonObject().put("initiatives", 1));
    return api.post("/api/v1/teams", null, team).status();
  }

  private static ToldProcess onDisk(SmallDisk disk, String name, String seed) throws Exception {
    assumeThereAreDisks();
    return ToldProcess.suite(
        disk.holding(folder.resolve(seed)), folder.resolve(name), FreePorts.next());
  }

  private static Path data(String name) throws Exception {
    return Files.createDirectories(folder.resolve(name));
  }

  private static void assumeThereAreDisks() {
    Needed.noObstacle(SmallDisk.whyNot().map(why -> "no disk was filled: " + why));
  }

  private static Map<String, String> with(Map<String, String> changes) {
    Map<String, String> settings = new HashMap<>(database.settings());
    settings.putAll(changes);
    return settings;
  }

  private static Map<String, String> without(String key) {
    Map<String, String> settings = with(Map.of());
    settings.remove(key);
    return settings;
  }

  private static Map<String, String> member(Map<String, String> discovery) {
    Map<String, String> settings = new HashMap<>(discovery);
    settings.put("cluster.host", "127.0.0.1");
    settings.put("cluster.port", Integer.toString(FreePorts.next()));
    settings.put("cluster.bus-port", Integer.toString(FreePorts.next()));
    settings.put("cluster.join-wait", "1s");
    return settings;
  }

  private static Map<String, String> bus(BusCertificates files) {
    Map<String, String> settings = member(Map.of("cluster.members", "127.0.0.1:1"));
    settings.put("cluster.tls.enabled", "true");
    settings.put("cluster.tls.certificate", files.certificate().toString());
    settings.put("cluster.tls.private-key", files.privateKey().toString());
    settings.put("cluster.tls.authority", files.authority().toString());
    return settings;
  }

  private static BusCertificates foreign() throws Exception {
    BusCertificates theirs = TestAuthority.in(folder.resolve("theirs")).issue("gateway");
    return new BusCertificates(theirs.certificate(), theirs.privateKey(), authority.certificate());
  }

  /** Only these names exist for the process, and no question leaves the machine. */
  private static String names() throws Exception {
    Path hosts = folder.resolve("hosts");
    Files.writeString(hosts, "127.0.0.1 localhost\n");
    return "-Djdk.net.hosts.file=" + hosts;
  }
}
