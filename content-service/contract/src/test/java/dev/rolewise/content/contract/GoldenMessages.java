package dev.rolewise.content.contract;

import io.vertx.core.buffer.Buffer;
import io.vertx.core.json.JsonObject;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;

/**
 * The messages both sides of the contract have to keep understanding. Each has an {@code address}
 * and a {@code request} with either {@code headers} and {@code reply} or a {@code failure}.
 */
public final class GoldenMessages {
  private static final List<String> NAMES =
      List.of(
          "glossary-get",
          "guide-get",
          "guide-list",
          "instrument-export",
          "instrument-export-malformed",
          "instrument-get",
          "instrument-get-fallback",
          "instrument-get-not-found",
          "instrument-list",
          "responsibility-get",
          "responsibility-get-not-found",
          "responsibility-get-task",
          "responsibility-list",
          "responsibility-list-role",
          "responsibility-list-unknown",
          "role-brief",
          "role-brief-malformed",
          "role-brief-not-found",
          "role-brief-unknown",
          "role-compare",
          "role-compare-double",
          "role-compare-one",
          "role-compare-unknown",
          "role-get",
          "role-get-malformed",
          "role-get-not-found",
          "role-list",
          "scenario-advise",
          "scenario-advise-malformed",
          "scenario-advise-unknown",
          "scenario-get",
          "scenario-list",
          "search",
          "search-control",
          "search-empty",
          "search-fallback",
          "search-long",
          "search-not-found");

  /**
   * What the previous release recorded: {@link #NAMES} as it was then, renewed with the messages.
   */
  private static final List<String> RELEASED =
      List.of(
          "glossary-get",
          "guide-get",
          "guide-list",
          "instrument-export",
          "instrument-export-malformed",
          "instrument-get",
          "instrument-get-fallback",
          "instrument-get-not-found",
          "instrument-list",
          "role-compare",
          "role-compare-double",
          "role-compare-one",
          "role-compare-unknown",
          "role-get",
          "role-get-malformed",
          "role-get-not-found",
          "role-list",
          "scenario-get",
          "scenario-list");

  private static final List<String> PACKS =
      List.of(
          "pack-diff",
          "pack-export",
          "pack-import",
          "pack-import-invalid",
          "pack-import-taken",
          "pack-list",
          "pack-list-malformed",
          "pack-list-not-found",
          "pack-publish",
          "pack-publish-malformed",
          "pack-publish-meanwhile",
          "pack-withdraw");

  private GoldenMessages() {}

  /** The names of the messages of editors; their replies carry no headers. */
  public static List<String> packNames() {
    return PACKS;
  }

  /** The names of all request messages. */
  public static List<String> names() {
    return NAMES;
  }

  /** The names of the previous release's. */
  public static List<String> releasedNames() {
    return RELEASED;
  }

  /** One message by name, {@code published} for the hint. */
  public static JsonObject message(String name) {
    return read("/golden/content/" + name + ".json");
  }

  /**
   * As {@link #message}, of the previous release, which runs beside this one during an upgrade. At
   * a release the golden messages are copied over these; in between nobody touches them.
   */
  public static JsonObject released(String name) {
    return read("/released/content/" + name + ".json");
  }

  private static JsonObject read(String path) {
    try (InputStream in = GoldenMessages.class.getResourceAsStream(path)) {
      if (in == null) {
        throw new IllegalArgumentException("no golden message " + path);
      }
      return Buffer.buffer(in.readAllBytes()).toJsonObject();
    } catch (IOException unreadable) {
      throw new IllegalStateException(path, unreadable);
    }
  }
}
