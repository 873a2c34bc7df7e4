package dev.rolewise.content.search;

import dev.rolewise.content.pack.DocumentKind;
import dev.rolewise.content.pack.JsonItems;
import dev.rolewise.content.pack.References;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.util.ArrayList;
import java.util.List;

/** Takes from a document what can be searched: its texts, and nothing that is an id or a code. */
public final class SearchTexts {
  private final JsonObject texts;

  private SearchTexts(JsonObject texts) {
    this.texts = texts;
  }

  /**
   * What a document holds in one language: itself, or each term of a glossary.
   *
   * @param structure with references in place of texts
   * @param texts key to text, in that language
   */
  public static List<SearchEntry> of(
      DocumentKind kind, String id, JsonObject structure, JsonObject texts) {
    SearchTexts reader = new SearchTexts(texts);
    if (kind == DocumentKind.GLOSSARY) {
      return JsonItems.objects(structure, "terms").stream()
          .map(term -> reader.entry(SearchKind.TERM, term.getString("id"), term))
          .toList();
    }
    if (kind == DocumentKind.BRIEF) {
      return List.of();
    }
    return List.of(reader.entry(SearchKind.of(kind), id, structure));
  }

  private SearchEntry entry(SearchKind kind, String id, JsonObject structure) {
    String title = "";
    List<String> responsibilities = new ArrayList<>();
    List<String> body = new ArrayList<>();
    for (String field : structure.fieldNames()) {
      if (kind.isSearched(field)) {
        List<String> passages = passages(structure.getValue(field));
        if (kind.isTitle(field)) {
          title = String.join(" ", passages);
        } else if (kind.isResponsibility(field)) {
          responsibilities.addAll(passages);
        } else {
          body.addAll(passages);
        }
      }
    }
    return new SearchEntry(kind, id, title, responsibilities, body);
  }

  private List<String> passages(Object value) {
    List<String> passages = new ArrayList<>();
    if (value instanceof String text && References.isReference(text)) {
      passages.add(plain(texts.getString(text.substring(1))));
    } else if (value instanceof JsonArray array) {
      array.forEach(element -> passages.addAll(passages(element)));
    } else if (value instanceof JsonObject object) {
      passages.addAll(named(object));
    }
    return passages;
  }

  /** A name says little without its text: they are read together. */
  private List<String> named(JsonObject object) {
    List<String> passages = new ArrayList<>();
    boolean together = object.containsKey("name") && object.containsKey("text");
    if (together) {
      String name = String.join(" ", passages(object.getValue("name")));
      String text = String.join(" ", passages(object.getValue("text")));
      passages.add(name + ": " + text);
    }
    for (String field : object.fieldNames()) {
      if (!together || !field.equals("name") && !field.equals("text")) {
        passages.addAll(passages(object.getValue(field)));
      }
    }
    return passages;
  }

  /** One line without control characters: lines part passages, and snippets mark hits with them. */
  private static String plain(String text) {
    return text.replaceAll("[\\p{Cntrl}\\s]+", " ").strip();
  }
}
