package dev.rolewise.content.translation;

import dev.rolewise.content.pack.Document;
import dev.rolewise.content.pack.Pack;
import dev.rolewise.content.pack.PackFaults;
import dev.rolewise.content.pack.Pointer;
import io.vertx.core.json.JsonObject;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * What a translator gets: every text of a pack beside an empty place for the same in another
 * language, in one file, in the order of the documents. What is translated already is filled in.
 *
 * <pre>{"pack": …, "from": "en", "to": "fr", "texts": {file: {key: {"en": …, "fr": ""}}}}</pre>
 */
public final class TranslationSheet {
  private static final String FROM = "from";
  private static final String TO = "to";
  private static final String TEXTS = "texts";

  private TranslationSheet() {}

  /**
   * The sheet to fill in.
   *
   * @param from a language of the pack
   * @param to the language wanted
   */
  public static JsonObject of(Pack pack, String from, String to) {
    JsonObject texts = new JsonObject();
    for (Document document : pack.documents()) {
      JsonObject source = document.texts().get(from);
      JsonObject known = document.texts().getOrDefault(to, new JsonObject());
      JsonObject pairs = new JsonObject();
      for (String key : source.fieldNames()) {
        pairs.put(
            key,
            new JsonObject().put(from, source.getValue(key)).put(to, known.getString(key, "")));
      }
      texts.put(document.file(), pairs);
    }
    return new JsonObject()
        .put("pack", pack.manifest().id())
        .put(FROM, from)
        .put(TO, to)
        .put(TEXTS, texts);
  }

  /** The language that a filled sheet brings; null when it says none. */
  public static String language(JsonObject sheet) {
    return sheet.getValue(TO) instanceof String to ? to : null;
  }

  /**
   * The files of texts that a filled sheet stands for.
   *
   * @param name of the sheet, for faults
   * @return path in the pack to its texts; whatever is missing or outdated is among the faults
   */
  public static Map<String, JsonObject> files(
      JsonObject sheet, Pack pack, String name, PackFaults faults) {
    Map<String, JsonObject> files = new LinkedHashMap<>();
    if (!(sheet.getValue(FROM) instanceof String from)
        || !pack.manifest().languages().contains(from)) {
      faults.add(name, Pointer.ROOT.member(FROM), "is not a language of this pack");
      return files;
    }
    String to = language(sheet);
    Pointer texts = Pointer.ROOT.member(TEXTS);
    JsonObject documents = object(sheet, TEXTS);
    for (Document document : pack.documents()) {
      JsonObject pairs = object(documents, document.file());
      JsonObject translated = new JsonObject();
      JsonObject source = document.texts().get(from);
      for (String key : source.fieldNames()) {
        Pointer at = texts.member(document.file()).member(key);
        JsonObject pair = object(pairs, key);
        if (!(pair.getValue(to) instanceof String text) || text.isBlank()) {
          faults.add(name, at.member(to), "is not translated yet");
        } else if (!source.getValue(key).equals(pair.getValue(from))) {
          faults.add(name, at.member(from), "is not what the pack says today; translate it anew");
        } else {
          translated.put(key, text);
        }
      }
      files.put(document.textsFile(to), translated);
    }
    return files;
  }

  private static JsonObject object(JsonObject parent, String name) {
    return parent.getValue(name) instanceof JsonObject object ? object : new JsonObject();
  }
}
