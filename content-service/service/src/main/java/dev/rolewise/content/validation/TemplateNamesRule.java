package dev.rolewise.content.validation;

import dev.rolewise.content.pack.Document;
import dev.rolewise.content.pack.DocumentKind;
import dev.rolewise.content.pack.PackFaults;
import dev.rolewise.content.pack.Pointer;
import java.util.regex.Pattern;

/** A template's file name is one that every file system and every HTTP header takes as it is. */
final class TemplateNamesRule implements PackRule {
  private static final Pattern SAFE = Pattern.compile("[a-z0-9]+(-[a-z0-9]+)*\\.md");

  @Override
  public void check(CheckedPack pack, PackFaults faults) {
    for (Document guide : pack.documents(DocumentKind.GUIDE)) {
      String key = guide.structure().getJsonObject("template").getString("filename").substring(1);
      guide
          .texts()
          .forEach(
              (language, texts) -> {
                if (texts.getValue(key) instanceof String name && !SAFE.matcher(name).matches()) {
                  faults.add(
                      guide.textsFile(language),
                      Pointer.ROOT.member(key),
                      "must be a file name such as roadmap.md");
                }
              });
    }
  }
}
