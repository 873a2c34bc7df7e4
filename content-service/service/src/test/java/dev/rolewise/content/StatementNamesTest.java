package dev.rolewise.content;

import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.rolewise.runtime.postgres.StatementSources;
import java.nio.file.Path;
import java.util.Set;
import org.junit.jupiter.api.Test;

/**
 * Whoever looks at the database sees which statement runs. That every statement a test runs has a
 * name of its own is claimed whenever a {@link RunningContent} closes.
 */
class StatementNamesTest {

  @Test
  void everyStatementInTheSourcesBeginsWithANameOfItsOwn() throws Exception {
    Set<String> names = StatementSources.names(Path.of("src/main/java"), Set.of());
    assertTrue(names.stream().allMatch(name -> name.startsWith("content.")), names.toString());
  }
}
