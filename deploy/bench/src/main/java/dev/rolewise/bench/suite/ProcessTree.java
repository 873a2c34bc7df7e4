package dev.rolewise.bench.suite;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;

/** What a process and those it has started have used of the processors, as Linux tells. */
public final class ProcessTree {

  /** Linux counts in hundredths of a second towards programs, whatever it does inside. */
  private static final long TICK_MILLIS = 10;

  private static final int USER = 11;
  private static final int OF_ITSELF = 2;
  private static final int OF_THE_DEAD = 4;

  private ProcessTree() {}

  public static Duration processorTime(long pid) throws IOException {
    long ticks = ticks(pid);
    for (ProcessHandle child : ProcessHandle.of(pid).orElseThrow().descendants().toList()) {
      ticks += ticks(child.pid());
    }
    return Duration.ofMillis(TICK_MILLIS * ticks);
  }

  /** The same without those that it has started. */
  public static Duration alone(long pid) throws IOException {
    return Duration.ofMillis(TICK_MILLIS * ticks(pid, OF_ITSELF));
  }

  private static long ticks(long pid) throws IOException {
    return ticks(pid, OF_THE_DEAD);
  }

  private static long ticks(long pid, int fieldsOf) throws IOException {
    Path file = Path.of("/proc", Long.toString(pid), "stat");
    if (!Files.exists(file)) {
      return 0;
    }
    String[] fields = Files.readString(file).replaceFirst(".*\\) ", "").split(" ");
    long ticks = 0;
    for (int field = USER; field < USER + fieldsOf; field++) {
      ticks += Long.parseLong(fields[field]);
    }
    return ticks;
  }
}
