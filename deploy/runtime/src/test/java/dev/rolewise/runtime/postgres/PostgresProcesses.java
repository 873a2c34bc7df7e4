package dev.rolewise.runtime.postgres;

import java.nio.file.Path;
import java.util.List;

/** The embedded servers that run on this machine. */
public final class PostgresProcesses {

  private PostgresProcesses() {}

  /** Those, without their helper processes, that work on the given data folder. */
  public static List<ProcessHandle> on(Path data) {
    String cluster = data.resolve("postgres").toString();
    return ProcessHandle.allProcesses()
        .filter(process -> process.info().command().orElse("").endsWith("/postgres"))
        .filter(
            process ->
                process.info().arguments().map(it -> List.of(it).contains(cluster)).orElse(false))
        .toList();
  }
}
