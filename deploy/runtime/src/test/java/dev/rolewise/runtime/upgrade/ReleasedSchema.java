package dev.rolewise.runtime.upgrade;

import dev.rolewise.runtime.postgres.DatabaseSettings;
import dev.rolewise.runtime.postgres.Migrations;
import dev.rolewise.runtime.postgres.TestDatabase;
import dev.rolewise.runtime.upgrade.Outcomes.Outcome;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
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
  private static final Pattern RELEASE = Pattern.compile("^V(\\d+)");
  private static final Path RECORD = Path.of("src/test/resources/released/statements.sql");

  private final Class<?> service;
  private final DatabaseSettings database;
  private final String location;
  private final Tables released;
  private final Map<String, Outcome> recordedBefore;
  private final Map<String, Outcome> ownBefore;
  private Tables today;

  /** Looks at the tables of the previous release, before anything else is done to them. */
  private ReleasedSchema(Class<?> service, DatabaseSettings database, String location) {
    this.service = service;
    this.database = database;
    this.location = location;
    released = ask(database, connection -> Tables.of(connection, database.schema()));
    recordedBefore = outcomes(recorded());
    ownBefore = outcomes(Statements.in(service));
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
    if ("write".equals(System.getProperty("released"))) {
      write(Statements.in(service));
    }
    new Migrations(database, "released/migrations").run();
    ReleasedSchema upgraded = new ReleasedSchema(service, database, location);
    new Migrations(database, location).run();
    upgraded.today = ask(database, connection -> Tables.of(connection, schema));
    return upgraded;
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

  /** Statements of the previous release that come to something else on these tables. */
  public List<String> changedStatements() {
    Map<String, Outcome> after = outcomes(recorded());
    return recordedBefore.keySet().stream()
        .filter(sql -> !recordedBefore.get(sql).sameAs(after.get(sql)))
        .map(sql -> recordedBefore.get(sql) + ", now " + after.get(sql) + " in: " + sql)
        .toList();
  }

  /** Statements of the previous release that its own tables refuse: it was not recorded well. */
  public List<String> refusedStatements() {
    return refused(recordedBefore);
  }

  /** Statements of this version that its own tables refuse. */
  public List<String> refusedOwnStatements() {
    return refused(outcomes(Statements.in(service)));
  }

  /**
   * Statements of this version that the tables of the previous release refuse although they speak
   * of nothing that came later.
   */
  public List<String> refusedOwnStatementsBefore() {
    Additions additions = Additions.between(released, today);
    Map<String, Outcome> unexplained = new LinkedHashMap<>(ownBefore);
    unexplained.entrySet().removeIf(it -> additions.explain(it.getKey(), it.getValue()));
    return refused(unexplained);
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

  /**
   * How many releases these tables are past those of the previous one, by the numbers before the
   * dot. With more than one the previous release takes itself for too old and leaves the rotation.
   */
  public int releasesOn() {
    return lastRelease(location) - lastRelease("released/migrations");
  }

  private static int lastRelease(String folder) {
    return names(folder).stream()
        .map(RELEASE::matcher)
        .filter(Matcher::find)
        .mapToInt(it -> Integer.parseInt(it.group(1)))
        .max()
        .orElseThrow();
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

  private static List<String> refused(Map<String, Outcome> outcomes) {
    return outcomes.entrySet().stream()
        .filter(it -> it.getValue().impossible())
        .map(it -> it.getValue() + " in: " + it.getKey())
        .toList();
  }

  private Map<String, Outcome> outcomes(List<String> statements) {
    // with the service's own rights
    return ask(database, connection -> Outcomes.of(connection, statements));
  }

  private interface Question<T> {
    T ask(Connection connection) throws SQLException;
  }

  private static <T> T ask(DatabaseSettings database, Question<T> question) {
    try (Connection connection = connect(database)) {
      return question.ask(connection);
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
