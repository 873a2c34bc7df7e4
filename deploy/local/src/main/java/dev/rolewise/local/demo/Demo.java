package dev.rolewise.local.demo;

import dev.rolewise.runtime.fault.StartFault;
import io.vertx.core.json.DecodeException;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Two invented teams, a Dutch and an English one, each with a finished round and an open one, made
 * through the public HTTP operations. Their rights are kept beside the data, so that a second start
 * finds the same teams again.
 */
public final class Demo {

  private static final List<DemoTeam> TEAMS =
      List.of(
          new DemoTeam(
              "nl",
              "Team Kompas (voorbeeld)",
              "Klanten zelf hun afspraken laten regelen",
              "product"),
          new DemoTeam(
              "en",
              "Harbour team (example)",
              "Move every customer to the new platform by summer",
              "project"));

  private final HttpApi api;
  private final Path file;

  private Demo(HttpApi api, Path file) {
    this.api = api;
    this.file = file;
  }

  /**
   * Makes what is missing; blocks.
   *
   * @param suite where the suite listens
   * @param published address that links carry
   * @param data folder of the suite
   * @return lines with the links
   */
  public static List<String> fill(URI suite, URI published, Path data) {
    JsonArray teams = new Demo(new HttpApi(suite), data.resolve("demo.json")).teams();
    List<String> lines = new ArrayList<>();
    for (int i = 0; i < teams.size(); i++) {
      JsonObject team = teams.getJsonObject(i);
      lines.add(team.getString("name"));
      lines.add("  report     " + published + "/#/t/" + team.getString("reader"));
      lines.add("  organiser  " + published + "/#/o/" + team.getString("organiser"));
      lines.add("  answer     " + published + "/#/t/" + team.getString("member"));
    }
    return lines;
  }

  private JsonArray teams() {
    JsonArray known = read().filter(this::alive).orElse(null);
    if (known != null) {
      return known;
    }
    JsonArray made = new JsonArray();
    TEAMS.forEach(team -> made.add(team.make(api)));
    write(made);
    return made;
  }

  private Optional<JsonArray> read() {
    try {
      return Files.exists(file)
          ? Optional.of(new JsonArray(Files.readString(file)))
          : Optional.empty();
    } catch (IOException | DecodeException unusable) {
      return Optional.empty();
    }
  }

  private boolean alive(JsonArray teams) {
    return teams.size() == TEAMS.size()
        && teams.stream()
            .map(JsonObject.class::cast)
            .allMatch(team -> api.answers("/team", team.getString("organiser")));
  }

  private void write(JsonArray teams) {
    try {
      // the file opens rounds: nobody else may read it, not even for a moment
      Path fresh = file.resolveSibling("demo.json.new");
      Files.deleteIfExists(fresh);
      Files.createFile(
          fresh,
          PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
      Files.writeString(fresh, teams.encodePrettily());
      Files.move(fresh, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    } catch (IOException failed) {
      throw StartFault.because("The links of the demo could not be kept in " + file, failed);
    }
  }
}
