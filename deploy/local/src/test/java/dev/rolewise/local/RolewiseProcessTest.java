package dev.rolewise.local;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.rolewise.runtime.postgres.PostgresProcesses;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class RolewiseProcessTest {

  private Path folder;

  @BeforeEach
  void make() throws Exception {
    folder = Files.createTempDirectory("rolewise-local-");
  }

  @AfterEach
  void delete() throws Exception {
    try (var paths = Files.walk(folder)) {
      for (Path path : paths.sorted(Comparator.reverseOrder()).toList()) {
        Files.delete(path);
      }
    }
  }

  @Test
  void theDemoIsTheSameAfterAStopAndAfterAKill() throws Exception {
    Path data = folder.resolve("data");
    List<String> links;
    try (RolewiseProcess suite = RolewiseProcess.start(data, "--demo")) {
      links = suite.links();
      assertEquals(6, links.size(), links.toString());
      seesTheTeam(suite, links);
    }
    RolewiseProcess killed = RolewiseProcess.start(data, "--demo");
    assertEquals(links, killed.links());
    killed.kill();
    assertEquals(1, PostgresProcesses.on(data).size(), "the server outlives its suite");
    try (RolewiseProcess suite = RolewiseProcess.start(data, "--demo")) {
      assertEquals(links, suite.links());
      seesTheTeam(suite, links);
    }
    assertEquals(List.of(), PostgresProcesses.on(data));
  }

  @Test
  void aPortInUseIsOneLineAndStartsNothing() throws Exception {
    try (ServerSocket taken = new ServerSocket(0, 1, InetAddress.getByName("127.0.0.1"))) {
      String port = Integer.toString(taken.getLocalPort());
      assertEquals(
          "Port "
              + port
              + " on 127.0.0.1 is already in use: stop what uses it, or choose another one with --port.",
          refused("--port", port, "--data", folder.resolve("data").toString()));
      assertTrue(!Files.exists(folder.resolve("data")));
    }
  }

  @Test
  void aDataFolderThatCannotBeWrittenIsOneLine() throws Exception {
    Path file = Files.writeString(folder.resolve("file"), "in the way");
    String line = refused("--port", "0", "--data", file.resolve("data").toString());
    assertTrue(line.contains("cannot be written") && line.contains("--data"), line);
  }

  @Test
  void aWrongPublicAddressIsOneLine() throws Exception {
    String line = refused("--port", "0", "--public-url", "rolewise.example");
    assertTrue(line.contains("--public-url"), line);
  }

  @Test
  void anUnknownOptionIsOneLine() throws Exception {
    String line = refused("--prot", "1");
    assertTrue(line.contains("--prot"), line);
  }

  private static void seesTheTeam(RolewiseProcess suite, List<String> links) throws Exception {
    for (String link : links) {
      String token = link.substring("/#/o/".length());
      assertEquals(
          200, suite.status(link.startsWith("/#/o/") ? "/team" : "/participation", token), link);
    }
  }

  private static String refused(String... arguments) throws Exception {
    Process process = RolewiseProcess.launch(List.of(arguments));
    String output = new String(process.getInputStream().readAllBytes());
    assertTrue(process.waitFor(30, TimeUnit.SECONDS));
    assertEquals(2, process.exitValue(), output);
    assertEquals(1, output.lines().count(), output);
    return output.strip();
  }
}
