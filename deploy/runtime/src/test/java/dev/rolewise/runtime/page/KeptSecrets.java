package dev.rolewise.runtime.page;

import dev.rolewise.runtime.page.StandInPrograms.Answer;
import dev.rolewise.runtime.page.StandInPrograms.Call;
import io.vertx.core.json.JsonObject;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The Secrets that a cluster would keep, with the keys that our pods ask for and no others. */
public final class KeptSecrets {

  private static final Path LIST =
      OperatorsPage.FILE.resolveSibling("kubernetes/src/test/resources/secrets.csv");
  private static final Set<String> FROM = Set.of("--from-file", "--from-literal");
  private static final String ONE_KEY = "jsonpath={.data.";

  private final Map<String, JsonObject> kept = new TreeMap<>();

  /** Whether a call of kubectl is about them. */
  public static boolean areMeant(Words words) {
    return words.word(1).equals("secret") || words.first().equals("replace");
  }

  /** What kubectl would say; throws when it, or a pod, would refuse. */
  public Answer answer(Words words, Call call) {
    return switch (words.first()) {
      case "create" -> create(words, call);
      case "replace" -> replace(call);
      case "patch" -> patch(words);
      case "get" -> get(words);
      default -> throw new IllegalArgumentException("nothing to do with a Secret");
    };
  }

  /** What a pod finds in a file; null when nothing keeps it. */
  public byte[] value(String secret, String key) {
    JsonObject data = kept.getOrDefault(secret, new JsonObject());
    return data.containsKey(key) ? Base64.getDecoder().decode(data.getString(key)) : null;
  }

  private Answer create(Words words, Call call) {
    JsonObject data = new JsonObject();
    words.options().entrySet().stream()
        .filter(option -> FROM.contains(option.getKey()))
        .forEach(
            option -> {
              for (String pair : option.getValue().split(",")) {
                String[] parts = pair.split("=", 2);
                byte[] value =
                    option.getKey().equals("--from-literal")
                        ? parts[1].getBytes()
                        : read(call.folder().resolve(parts[parts.length - 1]));
                data.put(parts[0], Base64.getEncoder().encodeToString(value));
              }
            });
    String name = words.word(2).equals("generic") ? words.word(3) : "";
    if (!data.fieldNames().equals(wanted(name))) {
      throw new IllegalArgumentException(name + " with " + data.fieldNames());
    }
    boolean dry = "client".equals(words.options().get("--dry-run"));
    if (!dry) {
      kept.put(name, data);
    }
    JsonObject object = new JsonObject().put("name", name).put("data", data);
    return Answer.of(dry ? object.encode() : name + " created\n");
  }

  private Answer replace(Call call) {
    JsonObject object = new JsonObject(call.input());
    kept.put(object.getString("name"), object.getJsonObject("data"));
    return Answer.of(object.getString("name") + " replaced\n");
  }

  private Answer patch(Words words) {
    JsonObject data = new JsonObject(words.options().get("--patch")).getJsonObject("data");
    if (!wanted(words.word(2)).containsAll(data.fieldNames())) {
      throw new IllegalArgumentException(words.word(2) + " has no " + data.fieldNames());
    }
    data.forEach(key -> Base64.getDecoder().decode((String) key.getValue()));
    kept.computeIfAbsent(words.word(2), none -> new JsonObject()).mergeIn(data);
    return Answer.of("patched\n");
  }

  private Answer get(Words words) {
    String output = words.options().getOrDefault("--output", "");
    String key = output.substring(ONE_KEY.length(), output.length() - 1).replace("\\.", ".");
    return Answer.of(kept.get(words.word(2)).getString(key));
  }

  private static Set<String> wanted(String secret) {
    try (Stream<String> rows = Files.lines(LIST)) {
      Set<String> keys =
          rows.map(row -> row.split(",", 3))
              .filter(row -> row[0].equals(secret))
              .map(row -> row[1])
              .collect(Collectors.toCollection(TreeSet::new));
      if (keys.isEmpty()) {
        throw new IllegalArgumentException("no pod asks for " + secret);
      }
      return keys;
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
  }

  private static byte[] read(Path file) {
    try {
      return Files.readAllBytes(file);
    } catch (IOException missing) {
      throw new UncheckedIOException(missing);
    }
  }
}
