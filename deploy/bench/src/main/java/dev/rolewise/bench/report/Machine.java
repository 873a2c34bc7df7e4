package dev.rolewise.bench.report;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.temporal.ChronoUnit;

/**
 * What the figures were measured on: they say little about another machine.
 *
 * @param when the run began
 * @param processor its name
 * @param processors how many the program may use
 * @param memoryMiB how much there is
 * @param system kernel
 * @param java version
 * @param loadBefore processes that wanted to run when the measuring began, over the last minute
 */
public record Machine(
    Instant when,
    String processor,
    int processors,
    long memoryMiB,
    String system,
    String java,
    double loadBefore) {

  public static Machine look() throws IOException {
    return new Machine(
        Instant.now().truncatedTo(ChronoUnit.SECONDS),
        value("/proc/cpuinfo", "model name"),
        Runtime.getRuntime().availableProcessors(),
        Long.parseLong(value("/proc/meminfo", "MemTotal").replaceAll("\\D", "")) / 1024,
        System.getProperty("os.name")
            + " "
            // whoever built the kernel is of no interest to a reader of the table
            + System.getProperty("os.version").replaceFirst("[^0-9.].*", ""),
        System.getProperty("java.vendor") + " " + System.getProperty("java.version"),
        Double.parseDouble(Files.readString(Path.of("/proc/loadavg")).split(" ")[0]));
  }

  private static String value(String file, String key) throws IOException {
    return Files.readAllLines(Path.of(file)).stream()
        .filter(line -> line.startsWith(key))
        .map(line -> line.substring(line.indexOf(':') + 1).strip())
        .findFirst()
        .orElse("unknown");
  }

  /** In one line. */
  public String said() {
    return processors
        + " x "
        + processor
        + ", "
        + memoryMiB / 1024
        + " GiB, "
        + system
        + ", "
        + java
        + ", load before "
        + loadBefore;
  }
}
