package dev.rolewise.content.pack;

import dev.rolewise.runtime.json.JsonLimits;
import dev.rolewise.runtime.json.MalformedJson;
import dev.rolewise.runtime.json.StrictJson;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Reads a pack's files into documents and notes every file that is unreadable, missing or does not
 * belong there. What the documents say is for the rules to judge.
 */
public final class PackReader {
  /** Where a pack says what it is. */
  public static final String MANIFEST = "pack.json";

  private static final String TEXTS = "texts";

  /** How a language is written. */
  public static final String LANGUAGE = "[a-z]{2,3}(-[A-Za-z0-9]{2,8})*";

  /** What {@code pack.json} looks like. */
  public static final Shape SHAPE =
      Shape.object()
          .with("id", Shape.id())
          .with("version", Shape.whole(1, Integer.MAX_VALUE))
          .with("languages", Shape.list(Shape.matching("a language such as nl", LANGUAGE), 1))
          .with("defaultLanguage", Shape.matching("a language such as nl", LANGUAGE));

  private final PackFiles files;
  private final PackFaults faults;
  private final Set<String> used = new HashSet<>();
  private final int most;
  private int values;

  /**
   * Reads these files and adds what is wrong with them to the faults.
   *
   * @param most values that there may be
   */
  public PackReader(PackFiles files, int most, PackFaults faults) {
    this.files = files;
    this.most = most;
    this.faults = faults;
  }

  /**
   * The pack, or nothing when its manifest cannot be used.
   *
   * @throws InvalidPack when there is more in it than a pack may hold
   */
  public Optional<Pack> read() {
    Optional<Manifest> manifest = manifest();
    if (manifest.isEmpty()) {
      return Optional.empty();
    }
    List<Document> documents = new ArrayList<>();
    for (String path : files.content().keySet()) {
      String[] parts = path.split("/");
      if (parts.length == 2 && path.endsWith(".json")) {
        DocumentKind.inFolder(parts[0])
            .flatMap(kind -> document(kind, path, manifest.get().languages()))
            .ifPresent(documents::add);
      }
    }
    files.content().keySet().stream()
        .filter(path -> !used.contains(path))
        .forEach(path -> faults.add(path, "does not belong to the pack"));
    documents.sort(Comparator.comparing(Document::kind).thenComparing(Document::id));
    return Optional.of(new Pack(manifest.get(), documents));
  }

  private Optional<Manifest> manifest() {
    int before = faults.size();
    Optional<JsonObject> json = json(MANIFEST);
    if (json.isEmpty()) {
      return Optional.empty();
    }
    SHAPE.check(json.get(), Place.of(MANIFEST, faults));
    if (faults.size() > before) {
      return Optional.empty();
    }
    List<String> languages = JsonItems.texts(json.get(), "languages");
    String defaultLanguage = json.get().getString("defaultLanguage");
    if (new HashSet<>(languages).size() < languages.size()) {
      faults.add(MANIFEST, Pointer.ROOT.member("languages"), "names a language twice");
    }
    if (!languages.contains(defaultLanguage)) {
      faults.add(
          MANIFEST, Pointer.ROOT.member("defaultLanguage"), "is not one of the pack's languages");
    }
    return Optional.of(
        new Manifest(
            json.get().getString("id"),
            json.get().getInteger("version"),
            languages,
            defaultLanguage));
  }

  private Optional<Document> document(DocumentKind kind, String path, List<String> languages) {
    Optional<JsonObject> structure = json(path);
    Map<String, JsonObject> texts = new HashMap<>();
    for (String language : languages) {
      json(TEXTS + "/" + language + "/" + path).ifPresent(found -> texts.put(language, found));
    }
    String id = path.substring(path.indexOf('/') + 1, path.length() - ".json".length());
    return structure.map(found -> new Document(kind, id, found, texts));
  }

  private Optional<JsonObject> json(String path) {
    byte[] content = files.content().get(path);
    if (content == null) {
      faults.add(path, "is missing");
      return Optional.empty();
    }
    used.add(path);
    try {
      JsonObject json = StrictJson.object(content, JsonLimits.FILE);
      values += count(json);
      if (values > most) {
        faults.add(
            files.name(),
            "holds more than %d values; make it smaller, or two packs".formatted(most));
        throw new InvalidPack(files.name(), faults);
      }
      return Optional.of(json);
    } catch (MalformedJson malformed) {
      faults.add(
          path,
          new Pointer(malformed.pointer()),
          "line %d, column %d: %s"
              .formatted(malformed.line(), malformed.column(), reason(malformed.reason())));
      return Optional.empty();
    }
  }

  private static int count(Object value) {
    if (value instanceof JsonObject object) {
      return 1 + object.stream().mapToInt(member -> count(member.getValue())).sum();
    }
    return value instanceof JsonArray array
        ? 1 + array.stream().mapToInt(PackReader::count).sum()
        : 1;
  }

  private static String reason(MalformedJson.Reason reason) {
    return switch (reason) {
      case EMPTY -> "is empty";
      case SYNTAX -> "is not JSON";
      case ENCODING -> "is not plain UTF-8";
      case DUPLICATE_KEY -> "the same key for the second time";
      case TOO_DEEP -> "is nested too deep";
      case NUMBER_TOO_LONG -> "a number that is too long";
      case STRING_TOO_LONG -> "a text that is too long";
      case LONE_SURROGATE -> "half of a character";
      case TRAILING_BYTES -> "something follows the document";
      case NOT_AN_OBJECT -> "is not an object";
    };
  }
}
