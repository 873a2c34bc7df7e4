package dev.rolewise.content.validation;

import dev.rolewise.content.pack.Document;
import dev.rolewise.content.pack.PackFaults;
import dev.rolewise.content.pack.Pointer;
import dev.rolewise.content.pack.References;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Whatever reads like a link, in a structure or in a text, leads to a host that is allowed. */
final class LinksRule implements PackRule {
  private static final Pattern LINK =
      Pattern.compile(
          "\\b([a-z][a-z0-9+.-]*)://[^\\s\"<>)\\]]*|\\bwww\\.[^\\s\"<>)\\]]+"
              + "|\\b(javascript|data|vbscript|file|mailto|tel):\\S+",
          Pattern.CASE_INSENSITIVE);
  private static final Pattern WEB = Pattern.compile("https?://.*", Pattern.CASE_INSENSITIVE);

  private final LinkHosts hosts;

  LinksRule(LinkHosts hosts) {
    this.hosts = hosts;
  }

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

  private void check(String text, String file, Pointer pointer, PackFaults faults) {
    Matcher links = LINK.matcher(text);
    while (links.find()) {
      String link = links.group().replaceAll("[.,;:!?]+$", "");
      if (!WEB.matcher(link).matches()) {
        faults.add(file, pointer, "has a link that is no web address; write out https://");
      } else if (!hosts.allow(link)) {
        faults.add(file, pointer, "has a link to a host that is not on the list of allowed ones");
      }
    }
  }
}
