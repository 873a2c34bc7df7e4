package dev.rolewise.content.validation;

import dev.rolewise.content.pack.Document;
import dev.rolewise.content.pack.PackFaults;
import dev.rolewise.content.pack.Pointer;
import dev.rolewise.content.pack.References;
import io.vertx.core.json.JsonObject;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A text uses the placeholders that are filled at its place and no others, and the same ones in
 * every language. Only texts of a report have any; everything else with a brace is a slip.
 */
final class PlaceholdersRule implements PackRule {
  private static final Pattern PLACEHOLDER = Pattern.compile("\\{([A-Za-z]+)\\}");

  @Override
  public void check(CheckedPack pack, PackFaults faults) {
    String first = pack.pack().manifest().defaultLanguage();
    for (Document document : pack.pack().documents()) {
      Map<String, Set<String>> allowed = allowed(document);
      document
          .texts()
          .forEach(
              (language, texts) -> {
                String file = document.textsFile(language);
                for (String key : texts.fieldNames()) {
                  if (texts.getValue(key) instanceof String text) {
                    Pointer pointer = Pointer.ROOT.member(key);
                    checkAllowed(text, allowed.getOrDefault(key, Set.of()), file, pointer, faults);
                    JsonObject original = document.texts().getOrDefault(first, texts);
                    checkSame(text, original.getValue(key), first, file, pointer, faults);
                  }
                }
              });
    }
  }

  /** Key of a text to the placeholders of the places that refer to it. */
  private static Map<String, Set<String>> allowed(Document document) {
    Map<String, Set<String>> allowed = new HashMap<>();
    for (References.Occurrence string : References.strings(document.structure())) {
      // "", report, group, code and perhaps title or text
      String[] steps = string.pointer().text().split("/");
      if (string.isReference() && steps.length >= 4 && steps[1].equals("report")) {
        Map<String, Set<String>> group = ReportCodes.PLACEHOLDERS.getOrDefault(steps[2], Map.of());
        allowed.put(string.key(), group.getOrDefault(steps[3], Set.of()));
      }
    }
    return allowed;
  }

  private static void checkAllowed(
      String text, Set<String> allowed, String file, Pointer pointer, PackFaults faults) {
    for (String placeholder : placeholders(text)) {
      if (!allowed.contains(placeholder)) {
        faults.add(file, pointer, "has a placeholder that nothing fills: {" + placeholder + "}");
      }
    }
    String rest = PLACEHOLDER.matcher(text).replaceAll("");
    if (rest.indexOf('{') >= 0 || rest.indexOf('}') >= 0) {
      faults.add(file, pointer, "has a brace that is no placeholder");
    }
  }

  private static void checkSame(
      String text,
      Object original,
      String language,
      String file,
      Pointer pointer,
      PackFaults faults) {
    if (original instanceof String other && !placeholders(text).equals(placeholders(other))) {
      faults.add(
          file,
          pointer,
          "has the placeholders %s, but %s in %s"
              .formatted(placeholders(text), placeholders(other), language));
    }
  }

  private static Set<String> placeholders(String text) {
    Set<String> found = new TreeSet<>();
    Matcher matcher = PLACEHOLDER.matcher(text);
    while (matcher.find()) {
      found.add(matcher.group(1));
    }
    return found;
  }
}
