package dev.rolewise.bench;

import dev.rolewise.bench.suite.Suite;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Comparator;
import java.util.Deque;
import java.util.stream.Stream;

/** What measurements share, started when the first of them asks for it and gone afterwards. */
public final class Lab implements AutoCloseable {

  private final Path root;
  private final Path folder;
  private final Effort effort;
  private final PrintWriter progress;
  private final Deque<AutoCloseable> open = new ArrayDeque<>();
  private final Thread interrupted = new Thread(this::interrupted, "interrupted");
  private Suite suite;

  /**
   * @param root of the repository, built
   * @param progress where it says what it does
   */
  Lab(Path root, Effort effort, PrintWriter progress) throws IOException {
    this.root = root;
    this.effort = effort;
    this.progress = progress;
    this.folder = Files.createTempDirectory("rolewise-bench-");
    Runtime.getRuntime().addShutdownHook(interrupted);
  }

  /** Whoever stops the benchmark stops what it has started, too. */
  private void interrupted() {
    ProcessHandle.current().descendants().forEach(ProcessHandle::destroy);
    try {
      close();
    } catch (Exception failed) {
      progress.println("not everything could be ended: " + failed);
    }
  }

  public Effort effort() {
    return effort;
  }

  public Path root() {
    return root;
  }

  /** A new folder that goes with the lab. */
  public Path folder(String name) throws IOException {
    return Files.createTempDirectory(folder, name);
  }

  public void say(String what) {
    progress.println("  " + what);
    progress.flush();
  }

  /** The three services, each in a process of its own, on a database that loses nothing. */
  public Suite suite() throws IOException, InterruptedException {
    if (suite == null) {
      say("starting the three services and PostgreSQL");
      suite = keep(Suite.start(root, folder("suite")));
    }
    return suite;
  }

  /** Ends with the lab, the last one first. */
  public <T extends AutoCloseable> T keep(T started) {
    open.push(started);
    return started;
  }

  /** Ends everything that runs until now: the next measurement wants the machine for itself. */
  public void clear() throws Exception {
    suite = null;
    while (!open.isEmpty()) {
      open.pop().close();
    }
  }

  @Override
  public void close() throws Exception {
    clear();
    if (Thread.currentThread() != interrupted) {
      Runtime.getRuntime().removeShutdownHook(interrupted);
    }
    try (Stream<Path> files = Files.walk(folder)) {
      for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
        Files.delete(file);
      }
    }
  }
}
