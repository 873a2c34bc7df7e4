package dev.rolewise.kubernetes.program;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.rolewise.content.ContentServiceMain;
import dev.rolewise.runtime.postgres.DatabaseSettings;
import dev.rolewise.runtime.postgres.EmbeddedPostgres;
import java.io.BufferedReader;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.KeyStore;
import java.sql.Connection;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** A database that shows a certificate, as one outside the cluster does. */
@Timeout(120)
class VerifiedDatabaseTest {

  private static final Pattern READY = Pattern.compile("is ready, health on port (\\d+)");
  private static final Pattern NOT_READY = Pattern.compile("not ready: The database (.*)");
  private static final String ALIAS = "server";
  private static final String PASSWORD = "only-for-this-test";

  @TempDir static Path folder;

  private static EmbeddedPostgres server;
  private static DatabaseSettings settings;

  @BeforeAll
  static void showACertificate() throws Exception {
    server =
        EmbeddedPostgres.start(
            Files.createTempDirectory("rolewise-test-"),
            EmbeddedPostgres.Durability.NONE,
            System.out::println);
    settings = server.provision("rolewise", "content");
    KeyStore keys = certificateFor("localhost");
    try (Connection administrator = server.administrate("postgres");
        Statement statement = administrator.createStatement()) {
      Path data = Path.of(one(statement, "SHOW data_directory"));
      Path certificate = data.resolve("server.crt");
      Path key = data.resolve("server.key");
      Files.writeString(certificate, pem("CERTIFICATE", keys.getCertificate(ALIAS).getEncoded()));
      Files.writeString(
          key, pem("PRIVATE KEY", keys.getKey(ALIAS, PASSWORD.toCharArray()).getEncoded()));
      Files.setPosixFilePermissions(key, PosixFilePermissions.fromString("rw-------"));
      for (Path file : List.of(certificate, key)) {
        Files.setAttribute(file, "unix:uid", Files.getAttribute(data, "unix:uid"));
      }
      statement.execute("ALTER SYSTEM SET ssl = on");
      one(statement, "SELECT pg_reload_conf()");
    }
    KeyStore trusted = KeyStore.getInstance("PKCS12");
    trusted.load(null, null);
    trusted.setCertificateEntry("database", keys.getCertificate(ALIAS));
    try (var store = Files.newOutputStream(folder.resolve("trusted.p12"))) {
      trusted.store(store, PASSWORD.toCharArray());
    }
  }

  /** Signed by itself: whoever believes it believes nobody else. */
  private static KeyStore certificateFor(String name) throws Exception {
    Path store = folder.resolve("server.p12");
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "keytool").toString());
    command.addAll(List.of("-genkeypair", "-alias", ALIAS, "-dname", "CN=" + name));
    command.addAll(List.of("-ext", "san=dns:" + name, "-validity", "2"));
    command.addAll(List.of("-keyalg", "EC", "-groupname", "secp256r1"));
    command.addAll(List.of("-storetype", "PKCS12", "-storepass", PASSWORD));
    command.addAll(List.of("-keystore", store.toString()));
    Process keytool = new ProcessBuilder(command).redirectErrorStream(true).start();
    String said = new String(keytool.getInputStream().readAllBytes());
    assertEquals(0, keytool.waitFor(), said);
    return KeyStore.getInstance(store.toFile(), PASSWORD.toCharArray());
  }

  private static String pem(String what, byte[] bytes) {
    String body = Base64.getMimeEncoder(64, new byte[] {'\n'}).encodeToString(bytes);
    return "-----BEGIN " + what + "-----\n" + body + "\n-----END " + what + "-----\n";
  }

  @AfterAll
  static void stop() {
    server.closeAndDelete();
  }

  @Test
  void isMigratedAndUsedWhenItsAuthorityIsBelieved() throws Exception {
    Ended migrated = migrate("localhost", believing());
    assertEquals(0, migrated.exit(), migrated.said());
    assertTrue(migrated.said().contains("the schema is up to date"), migrated.said());
    serve(
        "localhost",
        believing(),
        READY,
        port -> assertEquals(200, status(Integer.parseInt(port.group(1)), "/readyz")));
  }

  @Test
  void isLeftAloneWhenItsAuthorityIsUnknown() throws Exception {
    Ended ended = migrate("localhost", List.of());
    assertEquals(2, ended.exit(), ended.said());
    assertEquals(1, ended.said().lines().count(), ended.said());
    assertTrue(ended.said().contains("no authority that Java believes"), ended.said());
    serve(
        "localhost",
        List.of(),
        NOT_READY,
        why ->
            assertTrue(
                why.group(1).contains("no authority that Java believes"), () -> why.group(1)));
  }

  @Test
  void isLeftAloneUnderAnotherName() throws Exception {
    Ended ended = migrate("127.0.0.1", believing());
    assertEquals(2, ended.exit(), ended.said());
    assertEquals(1, ended.said().lines().count(), ended.said());
    assertTrue(ended.said().contains("its certificate is for another name"), ended.said());
    serve(
        "127.0.0.1",
        believing(),
        NOT_READY,
        why ->
            assertTrue(
                why.group(1).contains("its certificate is for another name"), () -> why.group(1)));
  }

  private record Ended(int exit, String said) {}

  private static List<String> believing() {
    return List.of(
        "-Djavax.net.ssl.trustStore=" + folder.resolve("trusted.p12"),
        "-Djavax.net.ssl.trustStorePassword=" + PASSWORD);
  }

  private static Ended migrate(String host, List<String> options) throws Exception {
    Process process = start("migrate", host, options);
    String said = new String(process.getInputStream().readAllBytes());
    return new Ended(process.waitFor(), said);
  }

  private interface Then {
    void look(Matcher line) throws Exception;
  }

  /** Runs the service and looks closer when it has said such a line. */
  private static void serve(String host, List<String> options, Pattern line, Then then)
      throws Exception {
    Process process = start("serve", host, options);
    StringBuilder said = new StringBuilder();
    try (BufferedReader lines = process.inputReader()) {
      for (String next = lines.readLine(); next != null; next = lines.readLine()) {
        said.append(next).append('\n');
        Matcher matcher = line.matcher(next);
        if (matcher.find()) {
          then.look(matcher);
          return;
        }
      }
      throw new AssertionError("it has not said " + line + ": " + said);
    } finally {
      process.destroyForcibly().waitFor();
    }
  }

  private static int status(int port, String path) throws Exception {
    return HttpClient.newHttpClient()
        .send(
            HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + path)).build(),
            HttpResponse.BodyHandlers.discarding())
        .statusCode();
  }

  private static Process start(String command, String host, List<String> options) throws Exception {
    List<String> line = new ArrayList<>();
    line.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    line.addAll(options);
    line.addAll(List.of("-XX:TieredStopAtLevel=1", "-cp", System.getProperty("java.class.path")));
    line.addAll(List.of(ContentServiceMain.class.getName(), command));
    ProcessBuilder builder = new ProcessBuilder(line).redirectErrorStream(true);
    builder.environment().clear();
    builder.environment().putAll(environment(host));
    Process process = builder.start();
    process.getOutputStream().close();
    return process;
  }

  private static Map<String, String> environment(String host) {
    DatabaseSettings.Login owner = settings.migration().orElseThrow();
    Map<String, String> environment = new HashMap<>();
    environment.put("ROLEWISE_LOG_FORMAT", "plain");
    environment.put("ROLEWISE_MANAGEMENT_HOST", "127.0.0.1");
    environment.put("ROLEWISE_MANAGEMENT_PORT", "0");
    // more patient than on a machine of its own
    environment.put("ROLEWISE_DATABASE_CONNECTION_TIMEOUT", "10s");
    environment.put("ROLEWISE_DATABASE_HOST", host);
    environment.put("ROLEWISE_DATABASE_PORT", Integer.toString(settings.port()));
    environment.put("ROLEWISE_DATABASE_USER", settings.user());
    environment.put("ROLEWISE_DATABASE_PASSWORD", settings.password().reveal());
    environment.put("ROLEWISE_DATABASE_MIGRATION_USER", owner.user());
    environment.put("ROLEWISE_DATABASE_MIGRATION_PASSWORD", owner.password().reveal());
    return environment;
  }

  private static String one(Statement statement, String query) throws Exception {
    try (var rows = statement.executeQuery(query)) {
      rows.next();
      return rows.getString(1);
    }
  }
}
