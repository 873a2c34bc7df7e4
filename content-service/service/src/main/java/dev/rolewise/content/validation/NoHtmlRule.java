package dev.rolewise.content.validation;

import dev.rolewise.content.pack.Document;
import dev.rolewise.content.pack.PackFaults;
import dev.rolewise.content.pack.Pointer;
import dev.rolewise.content.pack.References;
import java.util.regex.Pattern;

/** Nothing in a pack can be mistaken for HTML, and no text hides control characters. */
final class NoHtmlRule implements PackRule {
  private static final Pattern TAG = Pattern.compile("<[A-Za-z/!]");
  private static final Pattern CONTROL = Pattern.compile("[\\p{Cntrl}&&[^\n]]");

  @Override
  public void check(CheckedPack pack, PackFaults faults) {
    for (Document document : pack.pack().documents()) {
      for (References.Occurrence string : References.strings(document.structure())) {
        check(string.value(), document.file(), string.pointer(), faults);
      }
      document
          .texts()
          .forEach(
              (language, texts) -> {
                for (String key : texts.fieldNames()) {
                  if (texts.getValue(key) instanceof String text) {
                    check(text, document.textsFile(language), Pointer.ROOT.member(key), faults);
                  }
                }
              });
    }
  }

  private static void check(String text, String file, Pointer pointer, PackFaults faults) {
    if (TAG.matcher(text).find()) {
      faults.add(file, pointer, "has HTML in it");
    }
    if (CONTROL.matcher(text).find()) {
      faults.add(file, pointer, "has a control character in it");
    }
  }
}
