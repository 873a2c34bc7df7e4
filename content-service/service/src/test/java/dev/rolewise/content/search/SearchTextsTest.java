package dev.rolewise.content.search;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import dev.rolewise.content.pack.Document;
import dev.rolewise.content.pack.DocumentKind;
import dev.rolewise.content.pack.Pack;
import dev.rolewise.content.validation.PackFixture;
import dev.rolewise.content.validation.PackLoader;
import java.util.List;
import org.junit.jupiter.api.Test;

class SearchTextsTest {
  private static final Pack PACK = PackLoader.load(new PackFixture().files());

  @Test
  void aRolesTasksAndResponsibilitiesWeighMoreThanItsBody() {
    SearchEntry role = entries(DocumentKind.ROLE, "project-manager").get(0);
    assertEquals(SearchKind.ROLE, role.kind());
    assertEquals("project manager", role.title());
    assertEquals(List.of("Main task: Does it.", "Result: It works."), role.responsibilities());
    assertEquals("What a project manager does.", role.body().get(0));
    assertEquals(role.body().get(0), role.passages().get(0));
    assertFalse(role.passages().contains("project manager"), "the title is no passage");
  }

  @Test
  void idsCodesAndAddressesAreNoTexts() {
    for (Document document : PACK.documents()) {
      for (SearchEntry entry : entries(document.kind(), document.id())) {
        for (String passage : entry.passages()) {
          assertFalse(passage.contains("$") || passage.contains("http"), passage);
          assertFalse(passage.contains("09:00"), passage);
        }
      }
    }
  }

  @Test
  void eachTermOfAGlossaryIsFoundByItself() {
    List<SearchEntry> terms = entries(DocumentKind.GLOSSARY, "glossary");
    assertEquals(List.of("product", "project"), terms.stream().map(SearchEntry::id).toList());
    assertEquals("product", terms.get(0).title());
    assertEquals(List.of("It serves people.", "Software."), terms.get(0).body());
  }

  @Test
  void whatIsDownloadedOrOnlyReportedIsNotSearched() {
    SearchEntry guide = entries(DocumentKind.GUIDE, "roadmap").get(0);
    assertEquals(List.of("When lists differ."), guide.responsibilities());
    assertEquals(List.of("What comes first.", "Name it: In a sentence."), guide.body());
    SearchEntry instrument = entries(DocumentKind.INSTRUMENT, "role-gap-scan").get(0);
    assertFalse(instrument.passages().toString().contains("Not enough data"));
  }

  private static List<SearchEntry> entries(DocumentKind kind, String id) {
    Document document =
        PACK.documents(kind).stream().filter(it -> it.id().equals(id)).findFirst().orElseThrow();
    return SearchTexts.of(kind, id, document.structure(), document.texts().get("en"));
  }
}
