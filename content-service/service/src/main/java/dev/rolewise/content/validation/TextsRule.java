package dev.rolewise.content.validation;

import dev.rolewise.content.pack.Document;
import dev.rolewise.content.pack.PackFaults;
import dev.rolewise.content.pack.Place;
import dev.rolewise.content.pack.Pointer;
import dev.rolewise.content.pack.References;
import io.vertx.core.json.JsonObject;
import java.util.LinkedHashSet;
import java.util.Set;

/** Every reference has a text in every language, and every text is referred to. */
final class TextsRule implements PackRule {
  @Override
  public void check(CheckedPack pack, PackFaults faults) {
    for (Document document : pack.pack().documents()) {
      Set<String> keys = new LinkedHashSet<>();
      for (References.Occurrence string : References.strings(document.structure())) {
        if (string.isReference()) {
          keys.add(string.key());
        }
      }
      document
          .texts()
          .forEach((language, texts) -> compare(keys, texts, document.textsFile(language), faults));
    }
  }

  private static void compare(Set<String> keys, JsonObject texts, String file, PackFaults faults) {
    for (String key : keys) {
      if (!texts.containsKey(key)) {
        faults.add(file, Pointer.ROOT.member(key), "translation is missing");
      }
    }
    for (String key : texts.fieldNames()) {
      Pointer pointer = Pointer.ROOT.member(key);
      if (!keys.contains(key)) {
        faults.add(file, pointer, "is left over: nothing refers to it");
      }
    }
    PackSchemas.TEXTS.check(texts, Place.of(file, faults));
  }
}
