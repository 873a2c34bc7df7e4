package dev.rolewise.local;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The run script with tools that only say which version they are. */
class RunScriptTest {

  @TempDir private Path folder;
  private Path tools;
  private Path script;

  private record Ended(int exit, String output) {}

  @BeforeEach
  void copyTheScript() throws Exception {
    tools = Files.createDirectories(folder.resolve("tools"));
    script = Files.createDirectories(folder.resolve("house/deploy/local")).resolve("run");
    Files.copy(Path.of("run"), script);
    tool("java", "echo 'openjdk version \"17.0.15\" 2025-04-15' >&2; echo \"started $*\"");
    tool("javac", "true");
    tool(
        "mvn",
        "case $* in *-version*) echo 'Apache Maven 3.8.7';; *) echo building; touch deploy/local/target/rolewise.jar;; esac");
    tool("node", "echo v20.19.0");
    tool("npm", "echo 11.8.0");
  }

  @ParameterizedTest
  @CsvSource({
    "java, 'java version \"1.8.0_402\"', JDK 17 or newer, is 8.0",
    "java, 'openjdk version \"11.0.22\" 2024-01-16', JDK 17 or newer, is 11.0.22",
    "mvn, Apache Maven 3.6.3 (cecedd343002696d0abb50b32b541b8a6ba2883f), Maven 3.8 or newer, is 3.6.3",
    "node, v18.20.4, Node 20.19 or newer, is 18.20.4",
    "node, v20.9.0, Node 20.19 or newer, is 20.9.0"
  })
  void aToolThatIsTooOldIsNamedInOneLine(String tool, String says, String needed, String found)
      throws Exception {
    tool(tool, "echo '" + says + "'");
    Ended ended = run();
    assertEquals(2, ended.exit(), ended.output());
    assertEquals(1, ended.output().lines().count(), ended.output());
    assertTrue(ended.output().contains(needed) && ended.output().contains(found), ended.output());
  }

  @ParameterizedTest
  @CsvSource({"java, JDK 17", "mvn, Maven 3.8", "node, Node 20.19", "npm, Node 20.19"})
  void aToolThatIsMissingIsNamedInOneLine(String tool, String needed) throws Exception {
    Files.delete(tools.resolve(tool));
    Ended ended = run();
    assertEquals(2, ended.exit(), ended.output());
    assertEquals(1, ended.output().lines().count(), ended.output());
    assertTrue(ended.output().contains(needed), ended.output());
  }

  @Test
  void buildsOnceAndAgainOnlyWhenASourceIsNewer() throws Exception {
    assertTrue(run().output().contains("Building Rolewise"));
    Ended second = run("--port", "9000");
    assertEquals(0, second.exit(), second.output());
    assertTrue(second.output().contains("--port 9000"), second.output());
    assertTrue(!second.output().contains("Building"), second.output());

    Path source = folder.resolve("house/gateway/service/src/main/java/Changed.java");
    Files.createDirectories(source.getParent());
    Files.writeString(source, "class Changed {}");
    Path jar = folder.resolve("house/deploy/local/target/rolewise.jar");
    Files.setLastModifiedTime(jar, FileTime.fromMillis(0));
    assertTrue(run().output().contains("Building Rolewise"));
  }

  @Test
  void aBuildThatFailsShowsItsWholeLog() throws Exception {
    tool(
        "mvn",
        "case $* in *-version*) echo 'Apache Maven 3.9.1';; *) echo 'the reason'; exit 1;; esac");
    Ended ended = run();
    assertEquals(2, ended.exit(), ended.output());
    assertTrue(ended.output().contains("the reason"), ended.output());
  }

  @Test
  void worksThroughALinkFromAnyFolder() throws Exception {
    Path link = Files.createSymbolicLink(folder.resolve("rolewise"), script);
    assertEquals(0, start(link, List.of()).exit());
  }

  private Ended run(String... arguments) throws Exception {
    return start(script, List.of(arguments));
  }

  private Ended start(Path program, List<String> arguments) throws Exception {
    List<String> command = new ArrayList<>(List.of("/bin/bash", program.toString()));
    command.addAll(arguments);
    ProcessBuilder builder =
        new ProcessBuilder(command).directory(folder.toFile()).redirectErrorStream(true);
    builder.environment().remove("JAVA_HOME");
    builder.environment().put("PATH", tools + ":" + plainTools());
    Process process = builder.start();
    String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    assertTrue(process.waitFor(30, TimeUnit.SECONDS));
    return new Ended(process.exitValue(), output);
  }

  /** Everything the script itself uses, and no java, mvn, node or npm of the machine. */
  private Path plainTools() throws IOException {
    Path plain = folder.resolve("plain");
    if (!Files.exists(plain)) {
      Files.createDirectories(plain);
      for (String name :
          List.of(
              "bash",
              "dirname",
              "readlink",
              "find",
              "head",
              "grep",
              "mkdir",
              "cat",
              "touch",
              "sleep")) {
        for (Path bin : List.of(Path.of("/usr/bin"), Path.of("/bin"))) {
          if (Files.exists(bin.resolve(name)) && !Files.exists(plain.resolve(name))) {
            Files.createSymbolicLink(plain.resolve(name), bin.resolve(name));
          }
        }
      }
    }
    return plain;
  }

  private void tool(String name, String body) throws IOException {
    Path file = Files.writeString(tools.resolve(name), "#!/bin/bash\n" + body + "\n");
    Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rwxr-xr-x"));
  }
}
