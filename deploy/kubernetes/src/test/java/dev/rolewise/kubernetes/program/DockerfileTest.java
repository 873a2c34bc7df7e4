package dev.rolewise.kubernetes.program;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The Dockerfile, as far as it can be held against the images of the build without Docker. */
class DockerfileTest {

  private static final Path DOCKERFILE = Path.of("..", "docker", "Dockerfile");
  private static final Path IMAGES = Path.of("..", "images");
  private static final Pattern LABEL = Pattern.compile("<(org\\.opencontainers[\\w.]+)>(.*)</\\1>");
  private static final Pattern IN_DOCKER =
      Pattern.compile("(org\\.opencontainers[\\w.]+)=\"([^\"]*)\"");
  private static final Pattern VARIABLE = Pattern.compile("\\$\\{([\\w.]+)}");

  private static List<String> stage(String head) throws IOException {
    return Files.readAllLines(DOCKERFILE).stream()
        .dropWhile(line -> !line.equals(head))
        .skip(1)
        .takeWhile(line -> !line.startsWith("FROM "))
        .filter(line -> !line.isBlank())
        .toList();
  }

  @ParameterizedTest
  @ValueSource(strings = {"content-service", "assessment-service", "gateway"})
  void itCopiesWhatTheBuildLaysOutAndRunsItAsTheImagesDo(String program) throws Exception {
    String images = Files.readString(Path.of("..", "images", "pom.xml"));
    List<String> stage = stage("FROM scratch AS " + program);
    String root = "/source/deploy/images/" + program + "/target/root/";
    assertTrue(stage.contains("COPY --from=build " + root + "runtime/ /"), stage::toString);
    assertTrue(stage.contains("COPY --from=build " + root + "service/ /"), stage::toString);
    assertTrue(stage.contains("USER 65532:65532") && images.contains("<user>65532:65532</user>"));
    assertTrue(
        stage.contains("WORKDIR /app")
            && images.contains("<workingDirectory>/app</workingDirectory>"));
    assertTrue(
        stage.contains(
            "ENTRYPOINT [\"/opt/java/bin/java\", \"-XX:SharedArchiveFile="
                + program
                + ".jsa\", \"-jar\", \""
                + program
                + ".jar\"]"),
        stage::toString);
    assertFalse(stage.stream().anyMatch(line -> line.startsWith("RUN")), "there is no shell");
    String options = images.replaceAll("(?s).*<JDK_JAVA_OPTIONS>(.*)</JDK_JAVA_OPTIONS>.*", "$1");
    assertTrue(stage.contains("ENV JDK_JAVA_OPTIONS=\"" + options + "\""), stage::toString);
    assertTrue(
        Files.readString(Path.of("..", "images", program, "pom.xml"))
            .contains("<service.name>" + program + "</service.name>"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"content-service", "assessment-service", "gateway"})
  void itsLabelsAreThoseOfTheImages(String program) throws Exception {
    Map<String, String> theirs = new TreeMap<>();
    Matcher label = LABEL.matcher(Files.readString(IMAGES.resolve("pom.xml")));
    while (label.find()) {
      theirs.put(label.group(1), filled(label.group(2), program));
    }
    assertEquals(7, theirs.size(), theirs::toString);
    List<String> stage = stage("FROM scratch AS " + program);
    Map<String, String> ours = new TreeMap<>();
    Matcher here = IN_DOCKER.matcher(String.join("\n", stage));
    while (here.find()) {
      // what whoever builds gives, as with -Dimage.revision
      ours.put(here.group(1), here.group(2).equals("$REVISION") ? "unknown" : here.group(2));
    }
    assertEquals(theirs, ours);
    assertTrue(stage.contains("ARG REVISION"), stage::toString);
    assertTrue(Files.readAllLines(DOCKERFILE).contains("ARG REVISION=unknown"));
  }

  /** Of all folders that are laid out, the one that everybody may write to. */
  @Test
  void everybodyMayWriteToTmpAndNobodyTakesAwayWhatIsOfOthers() throws Exception {
    List<String> build = stage("FROM maven:3.9-eclipse-temurin-25 AS build");
    assertTrue(
        build
            .get(build.size() - 1)
            .equals(" && chmod 1777 deploy/images/*/target/root/runtime/tmp"),
        build::toString);
  }

  private static String filled(String text, String program) throws IOException {
    return VARIABLE
        .matcher(text)
        .replaceAll(variable -> Matcher.quoteReplacement(property(variable.group(1), program)));
  }

  private static String property(String name, String program) {
    try {
      Pattern property = Pattern.compile("<" + Pattern.quote(name) + ">(.*)</");
      for (Path pom :
          List.of(
              IMAGES.resolve(program).resolve("pom.xml"),
              IMAGES.resolve("pom.xml"),
              Path.of("..", "..", "pom.xml"))) {
        String text = Files.readString(pom);
        Matcher found = property.matcher(text);
        if (name.equals("project.version")) {
          return text.replaceFirst("(?s).*?<version>(.*?)</version>.*", "$1");
        }
        if (found.find()) {
          return found.group(1);
        }
      }
      throw new IllegalStateException("no pom has " + name);
    } catch (IOException unreadable) {
      throw new java.io.UncheckedIOException(unreadable);
    }
  }
}
