package dev.rolewise.kubernetes.bootstrap;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Runs a script for psql where psql is not: of psql's own commands and quotations it knows the two
 * that the script uses, and stumbles over any other.
 */
final class BootstrapScript {

  private static final Pattern GETENV = Pattern.compile("\\\\getenv (\\w+) (\\w+)");
  private static final Pattern QUOTED = Pattern.compile(":'(\\w+)'");

  private BootstrapScript() {}

  static void run(String script, Map<String, String> environment, Connection connection)
      throws SQLException {
    try (Statement statement = connection.createStatement()) {
      for (String sql : statements(script, environment)) {
        statement.execute(sql);
      }
    }
  }

  private static List<String> statements(String script, Map<String, String> environment) {
    Map<String, String> variables = new HashMap<>();
    List<String> statements = new ArrayList<>();
    for (String line : script.lines().filter(it -> !it.startsWith("--")).toList()) {
      Matcher getenv = GETENV.matcher(line);
      if (getenv.matches()) {
        variables.put(getenv.group(1), environment.get(getenv.group(2)));
      } else if (line.endsWith(";") && line.indexOf(';') == line.length() - 1) {
        statements.add(
            QUOTED
                .matcher(line)
                .replaceAll(
                    name ->
                        Matcher.quoteReplacement(
                            "'" + variables.get(name.group(1)).replace("'", "''") + "'")));
      } else {
        throw new IllegalArgumentException("not one statement in one line: " + line);
      }
    }
    return statements;
  }
}
