package dev.rolewise.systemtest;

import dev.rolewise.runtime.cluster.BusCertificates;
import dev.rolewise.runtime.cluster.TestAuthority;
import dev.rolewise.runtime.postgres.DatabaseSettings;
import dev.rolewise.runtime.postgres.EmbeddedPostgres;
import dev.rolewise.runtime.postgres.Migrations;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.KeyStore;
import java.security.cert.CertificateFactory;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** A migrated database that shows a certificate to whoever asks for one. */
final class ShownDatabase implements AutoCloseable {

  private static final String PASSWORD = "only-for-this-test";

  private final EmbeddedPostgres server;
  private final DatabaseSettings content;
  private final DatabaseSettings assessment;
  private final Path trusted;

  private ShownDatabase(EmbeddedPostgres server, Path trusted) {
    this.server = server;
    this.content = server.provision("rolewise", "content");
    this.assessment = server.provision("rolewise", "assessment");
    this.trusted = trusted;
  }

  /**
   * Starts it.
   *
   * @param name the only one in its certificate
   */
  static ShownDatabase start(Path folder, TestAuthority authority, String name) throws Exception {
    Path trusted = folder.resolve("trusted.p12");
    ShownDatabase made =
        new ShownDatabase(
            EmbeddedPostgres.start(
                folder.resolve("postgres"), EmbeddedPostgres.Durability.NONE, notice -> {}),
            trusted);
    try {
      new Migrations(made.content, "db/content").run();
      made.show(authority.issue(name));
      believe(authority.certificate(), trusted);
      return made;
    } catch (Exception failed) {
      made.close();
      throw failed;
    }
  }

  private void show(BusCertificates files) throws Exception {
    try (Connection administrator = server.administrate("postgres");
        Statement statement = administrator.createStatement()) {
      Path data = Path.of(one(statement, "SHOW data_directory"));
      Path certificate = Files.copy(files.certificate(), data.resolve("server.crt"));
      Path key = Files.copy(files.privateKey(), data.resolve("server.key"));
      Files.setPosixFilePermissions(key, PosixFilePermissions.fromString("rw-------"));
      for (Path file : List.of(certificate, key)) {
        Files.setAttribute(file, "unix:uid", Files.getAttribute(data, "unix:uid"));
      }
      statement.execute("ALTER SYSTEM SET ssl = on");
      one(statement, "SELECT pg_reload_conf()");
    }
  }

  /** Whether a statement is one that its administrator can run. */
  void answers(String query) throws SQLException {
    try (Connection administrator = server.administrate("rolewise");
        Statement statement = administrator.createStatement()) {
      statement.execute(query);
    }
  }

  private static String one(Statement statement, String query) throws Exception {
    try (ResultSet rows = statement.executeQuery(query)) {
      rows.next();
      return rows.getString(1);
    }
  }

  private static void believe(Path authority, Path store) throws Exception {
    KeyStore trusted = KeyStore.getInstance("PKCS12");
    trusted.load(null, null);
    try (var pem = Files.newInputStream(authority)) {
      trusted.setCertificateEntry(
          "database", CertificateFactory.getInstance("X.509").generateCertificate(pem));
    }
    try (OutputStream out = Files.newOutputStream(store)) {
      trusted.store(out, PASSWORD.toCharArray());
    }
  }

  /** What the content service needs to serve and to migrate. */
  Map<String, String> settings() {
    DatabaseSettings.Login owner = content.migration().orElseThrow();
    Map<String, String> settings = new HashMap<>();
    settings.put("database.host", content.host());
    settings.put("database.port", Integer.toString(content.port()));
    settings.put("database.name", content.database());
    settings.put("database.user", content.user());
    settings.put("database.password", content.password().reveal());
    settings.put("database.migration-user", owner.user());
    settings.put("database.migration-password", owner.password().reveal());
    settings.put("database.tls", "disable");
    // more patient than on a machine of its own
    settings.put("database.connection-timeout", "10s");
    return settings;
  }

  /** A role that is let in and has no rights there. */
  Map<String, String> stranger() {
    return Map.of(
        "database.user", assessment.user(),
        "database.password", assessment.password().reveal());
  }

  Map<String, String> servingRoleMigrates() {
    return Map.of(
        "database.migration-user", content.user(),
        "database.migration-password", content.password().reveal());
  }

  Map<String, String> encrypted() {
    return Map.of("database.tls", "verify-full");
  }

  /** Options for a Java that believes the authority, so that only the name is wrong. */
  String[] believing() {
    return new String[] {
      "-Djavax.net.ssl.trustStore=" + trusted, "-Djavax.net.ssl.trustStorePassword=" + PASSWORD
    };
  }

  @Override
  public void close() {
    server.closeAndDelete();
  }
}
