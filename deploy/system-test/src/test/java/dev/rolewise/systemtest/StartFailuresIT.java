package dev.rolewise.systemtest;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.rolewise.runtime.cluster.FreePorts;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.jar.JarFile;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * What cannot work is told in one plain line, with exit code 2, and nothing half-started stays
 * behind.
 */
class StartFailuresIT {
  private static final int RELEASE_8 = 52;

  @TempDir Path folder;

  private record Ended(int exit, String output) {
    String onlyLine() {
      List<String> lines = output.lines().filter(line -> !line.isBlank()).toList();
      assertEquals(1, lines.size(), "more than one line:\n" + output);
      return lines.get(0);
    }
  }

  @Test
  void aPortInUseIsNamed() throws Exception {
    try (ServerSocket taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      Ended ended =
          run("--port", "" + taken.getLocalPort(), "--data", folder.resolve("d").toString());
      assertEquals(2, ended.exit(), ended.output());
      assertTrue(ended.onlyLine().contains("" + taken.getLocalPort()), ended.output());
      assertTrue(
          ended.onlyLine().contains("--port"), "the line must say what to do: " + ended.output());
    }
  }

  @Test
  void aDataFolderThatCannotBeWrittenIsNamed() throws Exception {
    // a file where a folder belongs cannot be written by root either
    Path file = Files.writeString(folder.resolve("file"), "taken");
    Ended ended = run("--port", "" + FreePorts.next(), "--data", file.resolve("data").toString());
    assertEquals(2, ended.exit(), ended.output());
    assertTrue(ended.onlyLine().contains(file.toString()), ended.output());
    assertTrue(
        ended.onlyLine().contains("--data"), "the line must say what to do: " + ended.output());
  }

  @Test
  void aDataFolderInUseByAnotherSuiteIsRefused() throws Exception {
    Path data = folder.resolve("data");
    try (RunningSuite first = RunningSuite.start(data)) {
      Ended ended = run("--port", "" + FreePorts.next(), "--data", data.toString());
      assertEquals(2, ended.exit(), ended.output());
      assertTrue(ended.onlyLine().contains(data.toString()), ended.output());
      assertTrue(first.api().answers("/api/v1/roles"), "the first suite must not notice");
    }
  }

  @Test
  void dataOfAnotherPostgresqlVersionIsRefusedUntouched() throws Exception {
    Path data = folder.resolve("data");
    try (RunningSuite suite = RunningSuite.start(data)) {
      assertTrue(suite.api().answers("/api/v1/roles"));
    }
    Path version;
    try (var files = Files.find(data, 4, (path, is) -> path.endsWith("PG_VERSION"))) {
      version = files.findFirst().orElseThrow();
    }
    Files.writeString(version, "12\n");
    Ended ended = run("--port", "" + FreePorts.next(), "--data", data.toString());
    assertEquals(2, ended.exit(), ended.output());
    assertTrue(ended.onlyLine().contains("12"), ended.output());
    assertEquals("12\n", Files.readString(version));
  }

  @Test
  void anUnknownOptionIsNamed() throws Exception {
    Ended ended = run("--prot", "8080");
    assertEquals(2, ended.exit(), ended.output());
    assertTrue(ended.output().contains("--prot"), ended.output());
    assertFalse(ended.output().contains("\tat "), "a stack trace is not a sentence");
  }

  @Test
  void aJavaOlderThanSeventeenCanStillReadTheClassThatRefusesIt() throws Exception {
    try (JarFile jar = new JarFile(RunningSuite.jar().toFile())) {
      String main = jar.getManifest().getMainAttributes().getValue("Main-Class");
      try (InputStream source =
              jar.getInputStream(jar.getEntry(main.replace('.', '/') + ".class"));
          DataInputStream head = new DataInputStream(source)) {
        assertEquals(0xCAFEBABE, head.readInt());
        head.readUnsignedShort();
        assertEquals(RELEASE_8, head.readUnsignedShort(), main + " must load on Java 8");
      }
    }
  }

  private static Ended run(String... options) throws IOException, InterruptedException {
    List<String> command = new ArrayList<>(List.of(RunningSuite.currentJava().toString()));
    command.addAll(RunningSuite.QUICK_START);
    command.addAll(List.of("-jar", RunningSuite.jar().toString()));
    command.addAll(List.of(options));
    Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
    ByteArrayOutputStream output = new ByteArrayOutputStream();
    Thread reader = new Thread(() -> copy(process.getInputStream(), output));
    reader.start();
    boolean ended = process.waitFor(60, TimeUnit.SECONDS);
    if (!ended) {
      process.destroyForcibly().waitFor();
    }
    reader.join();
    assertTrue(ended, "still running: " + output);
    return new Ended(process.exitValue(), output.toString(StandardCharsets.UTF_8));
  }

  private static void copy(InputStream from, ByteArrayOutputStream to) {
    try {
      from.transferTo(to);
    } catch (IOException ended) {
      // the process is gone; what it said stands
    }
  }
}
