package dev.rolewise.systemtest;

import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.rolewise.systemtest.Api.Answer;
import dev.rolewise.systemtest.PublicContract.Operation;
import io.vertx.core.json.JsonObject;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.regex.Pattern;

/**
 * All that the contract lets the holders of a round's links read about it, whatever operations it
 * has: the organiser, a member, and whoever was given a link to the report.
 */
final class EverythingReadable {
  /** A stream is listened to, a file for people carries what the report does. */
  private static final List<String> NOT_READ = List.of("/live", ".pdf", ".xlsx");

  /** Ids, secrets and moments: another draw says nothing. */
  private static final Pattern RANDOM =
      Pattern.compile(
          "[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}|\\d{4}-\\d\\d-\\d\\dT[0-9:.]+Z|.*/#/.*");

  private final List<Operation> reads;

  EverythingReadable(Api api) {
    reads =
        PublicContract.of(api).operations().stream()
            .filter(it -> it.method().equals("GET"))
            .filter(it -> NOT_READ.stream().noneMatch(it.path()::endsWith))
            .filter(it -> !it.path().replace("/rounds/{id}", "").contains("{"))
            .toList();
  }

  /** Reads that one look makes. */
  int reads(Organiser organiser, Map<String, String> links) {
    return holders(organiser, links).keySet().stream()
        .mapToInt(holder -> (int) reads.stream().filter(it -> allows(it, holder)).count())
        .sum();
  }

  /**
   * What each document says, by who fetched it and how; of a refusal, its status.
   *
   * @param links other report links by name
   */
  Map<String, SortedMap<String, Object>> look(Organiser organiser, Map<String, String> links) {
    Map<String, SortedMap<String, Object>> seen = new LinkedHashMap<>();
    holders(organiser, links)
        .forEach(
            (holder, token) -> {
              for (Operation operation : reads) {
                if (allows(operation, holder)) {
                  String path = "/api/v1" + operation.path().replace("{id}", organiser.round());
                  Answer answer = organiser.api().get(path, token);
                  assertTrue(answer.status() < 500, path + ": " + answer.status());
                  seen.put(holder + " " + operation.path(), leaves(answer));
                }
              }
            });
    return seen;
  }

  /** The same without what is drawn anew for each team. */
  static Map<String, Map<String, Object>> comparable(Map<String, SortedMap<String, Object>> seen) {
    Map<String, Map<String, Object>> comparable = new TreeMap<>();
    seen.forEach(
        (channel, leaves) -> {
          Map<String, Object> kept = new TreeMap<>(leaves);
          kept.replaceAll(
              (path, leaf) ->
                  leaf instanceof String text && RANDOM.matcher(text).matches() ? "random" : leaf);
          comparable.put(channel, kept);
        });
    return comparable;
  }

  private static Map<String, String> holders(Organiser organiser, Map<String, String> links) {
    Map<String, String> holders = new LinkedHashMap<>(links);
    holders.put("organiser", organiser.token());
    holders.put("member", organiser.member());
    return holders;
  }

  /** Links that are neither the organiser's nor the members' read reports. */
  private static boolean allows(Operation operation, String holder) {
    boolean link = !holder.equals("organiser") && !holder.equals("member");
    return operation.rights().contains(link ? "report" : holder);
  }

  private static SortedMap<String, Object> leaves(Answer answer) {
    if (answer.status() != 200) {
      return Leaves.of(new JsonObject().put("status", String.valueOf(answer.status())));
    }
    String type = answer.mediaType();
    if (type.contains("csv")) {
      return Leaves.of(SavedTable.report(answer.body()));
    }
    return type.contains("json") ? Leaves.of(answer.json()) : Leaves.ofTable(answer.body());
  }
}
