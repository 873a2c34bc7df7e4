package dev.rolewise.runtime.upgrade;

import dev.rolewise.runtime.postgres.DatabaseSettings;
import dev.rolewise.runtime.postgres.Migrations;
import dev.rolewise.runtime.postgres.TestDatabase;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.TreeSet;
import java.util.stream.Stream;

/**
 * A service's tables as the previous release left them, and as this version makes them. During an
 * upgrade the migrations of this version have run while the previous release still serves, so they
 * may only add; what nobody uses any more goes one release later, in a migration that declares it:
 *
 * <pre>-- contract: gone: column round.newcomers integer</pre>
 *
 * <p>Both sides are real tables in a real PostgreSQL. What the previous release says to them, word
 * for word, is in {@code released/statements.sql} of the service's test resources beside its
 * migrations in {@code released/migrations}. At a release both are renewed: the migrations are
 * copied there, and {@code -Dreleased=write} writes the statements of the classes at hand.
 */
public final class ReleasedSchema {

  private static final String DECLARATION = "-- contract: ";
  private static final Path RECORD = Path.of("src/test/resources/released/statements.sql");

  private final Class<?> service;
  private final DatabaseSettings database;
  private final String location;
  private final Tables released;
  private final Tables today;

  private ReleasedSchema(
      Class<?> service, DatabaseSettings database, String location, Tables released, Tables today) {
    this.service = service;
    this.database = database;
    this.location = location;
    this.released = released;
    this.today = today;
  }

  /**
   * Makes the tables of the previous release, then those of this version out of them.
   *
   * @param service any class of it
   * @param location of its migrations on the class path
   */
  public static ReleasedSchema upgraded(
      Class<?> service, TestDatabase test, String schema, String location) {
    DatabaseSettings database = test.settings(schema);
    new Migrations(database, "released/migrations").run();
    Tables released = tables(database);
    if ("write".equals(System.getProperty("released"))) {
      write(Statements.in(service));
    }
    new Migrations(database, location).run();
    return new ReleasedSchema(service, database, location, released, tables(database));
  }

  /** What the previous release would stumble over, declared contract steps aside. */
  public List<String> broken() {
    List<String> broken = new ArrayList<>(released.brokenIn(today));
    broken.removeAll(declared());
    return broken;
  }

  /** Contract steps that were declared but take nothing away. */
  public List<String> declaredInVain() {
    List<String> declared = new ArrayList<>(declared());
    declared.removeAll(released.brokenIn(today));
    return declared;
  }

  /** Statements of the previous release that these tables refuse. */
  public List<String> refusedStatements() {
    return refused(recorded());
  }

  /** Statements of this version that its own tables refuse. */
  public List<String> refusedOwnStatements() {
    return refused(Statements.in(service));
  }

  /** How many statements the previous release has. */
  public int statements() {
    return recorded().size();
  }

  /** Migrations of the previous release that do not read as they did. */
  public List<String> rewrittenMigrations() {
    List<String> rewritten = new ArrayList<>();
    for (String name : names("released/migrations")) {
      if (!Objects.equals(text("released/migrations/" + name), text(location + "/" + name))) {
        rewritten.add(name);
      }
    }
    return rewritten;
  }

  private List<String> declared() {
    List<String> known = names("released/migrations");
    return names(location).stream()
        .filter(name -> !known.contains(name))
        .flatMap(name -> text(location + "/" + name).lines())
        .filter(line -> line.startsWith(DECLARATION))
        .map(line -> line.substring(DECLARATION.length()).strip())
        .toList();
  }

  private List<String> refused(List<String> statements) {
    List<String> refused = new ArrayList<>();
    try (Connection connection = connect(database)) {
      for (String sql : statements) {
        try (Statement statement = connection.createStatement()) {
          // with the service's own rights; plans it without running it
          statement.execute("EXPLAIN (GENERIC_PLAN) " + sql);
        } catch (SQLException no) {
          refused.add(no.getMessage() + " in: " + sql);
        }
      }
    } catch (SQLException away) {
      throw new IllegalStateException(away);
    }
    return refused;
  }

  private static Tables tables(DatabaseSettings database) {
    try (Connection connection = connect(database)) {
      return Tables.of(connection, database.schema());
    } catch (SQLException away) {
      throw new IllegalStateException(away);
    }
  }

  private static Connection connect(DatabaseSettings database) throws SQLException {
    return DriverManager.getConnection(
        "jdbc:postgresql://"
            + database.host()
            + ":"
            + database.port()
            + "/"
            + database.database()
            + "?sslmode=disable&preferQueryMode=simple&currentSchema="
            + database.schema(),
        database.user(),
        database.password().reveal());
  }

  private static List<String> recorded() {
    return Arrays.stream(text("released/statements.sql").split(";\\R"))
        .map(String::strip)
        .filter(it -> !it.isEmpty())
        .toList();
  }

  private static void write(List<String> statements) {
    try {
      Files.writeString(RECORD, String.join(";\n", statements) + ";\n");
      throw new AssertionError(RECORD + " was written: run again without -Dreleased");
    } catch (IOException refused) {
      throw new UncheckedIOException(refused);
    }
  }

  private static List<String> names(String folder) {
    try {
      var url = ReleasedSchema.class.getClassLoader().getResource(folder);
      if (url == null || !url.getProtocol().equals("file")) {
        throw new AssertionError("no folder " + folder + " on the class path");
      }
      try (Stream<Path> files = Files.list(Path.of(url.toURI()))) {
        return List.copyOf(new TreeSet<>(files.map(it -> it.getFileName().toString()).toList()));
      }
    } catch (IOException | java.net.URISyntaxException unreadable) {
      throw new IllegalStateException(folder, unreadable);
    }
  }

  /** Null when there is no such resource. */
  private static String text(String resource) {
    try (InputStream in = ReleasedSchema.class.getClassLoader().getResourceAsStream(resource)) {
      return in == null ? null : new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
  }
}
