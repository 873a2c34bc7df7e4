package dev.rolewise.content.validation;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import dev.rolewise.content.pack.InvalidPack;
import dev.rolewise.content.pack.PackFiles;
import io.vertx.core.json.JsonObject;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Every mistake that somebody can make in a pack is found, and said at its place. */
class SeededMistakesTest {
  private static final String PRODUCT = "roles/product-manager.json";
  private static final String PROJECT = "roles/project-manager.json";
  private static final String SCENARIO = "scenarios/always-late.json";
  private static final String GUIDE = "guides/roadmap.json";
  private static final String GLOSSARY = "glossary/glossary.json";
  private static final String SCAN = "instruments/role-gap-scan.json";
  private static final String NL = "texts/nl/";

  @Test
  void theUnchangedPackIsFine() {
    PackLoader.load(new PackFixture().files());
  }

  static Stream<Arguments> mistakes() {
    return Stream.of(
        // files
        mistake("a missing manifest", p -> p.remove("pack.json"), "pack.json", "", "is missing"),
        mistake(
            "a default language the pack lacks",
            p -> p.edit("pack.json", json -> json.put("defaultLanguage", "fr")),
            "pack.json",
            "/defaultLanguage",
            "not one of"),
        mistake(
            "version 0",
            p -> p.edit("pack.json", json -> json.put("version", 0)),
            "pack.json",
            "/version",
            "whole number"),
        mistake(
            "a language without its files",
            p -> p.edit("pack.json", json -> json.getJsonArray("languages").add("de")),
            "texts/de/" + GUIDE,
            "",
            "is missing"),
        mistake("a missing text file", p -> p.remove(NL + GUIDE), NL + GUIDE, "", "is missing"),
        mistake(
            "texts of nothing",
            p -> p.put(NL + "roles/ghost.json", "{}"),
            NL + "roles/ghost.json",
            "",
            "does not belong"),
        mistake(
            "a stray file",
            p -> p.put("notes.txt", "buy milk"),
            "notes.txt",
            "",
            "does not belong"),
        mistake("no JSON", p -> p.put(SCENARIO, "{\"id\":"), SCENARIO, "/id", "line 1"),
        mistake(
            "a key written twice",
            p -> p.put(NL + SCENARIO, "{\"title\":\"a\",\n\"title\":\"b\"}"),
            NL + SCENARIO,
            "/title",
            "second time"),
        // briefs
        mistake(
            "a brief without the words around it",
            p ->
                p.remove("brief/brief.json")
                    .remove("texts/en/brief/brief.json")
                    .remove("texts/nl/brief/brief.json"),
            PRODUCT,
            "/brief",
            "brief/brief.json is missing"),
        mistake(
            "a brief about an area of nobody",
            p -> p.edit(PRODUCT, json -> part(json).getJsonArray("areas").set(0, "X9")),
            PRODUCT,
            "/brief/parts/0/areas/0",
            "no instrument has: X9"),
        mistake(
            "a brief without questions for one way to fill the role",
            p -> p.edit(PRODUCT, json -> part(json).getJsonObject("questions").remove("hat")),
            PRODUCT,
            "/brief/parts/0/questions/hat",
            "is missing"),
        mistake(
            "a fourth way to fill a role",
            p ->
                p.edit(
                    "brief/brief.json",
                    json -> json.getJsonObject("variants").put("clone", new JsonObject())),
            "brief/brief.json",
            "/variants/clone",
            "not a field"),
        mistake(
            "a brief that looks ahead a year",
            p -> p.edit(PRODUCT, json -> part(json).getJsonObject("firstDays").put("365", "$name")),
            PRODUCT,
            "/brief/parts/0/firstDays/365",
            "not a field"),
        mistake(
            "one part of a brief twice",
            p ->
                p.edit(
                    PRODUCT,
                    json -> json.getJsonObject("brief").getJsonArray("parts").add(part(json))),
            PRODUCT,
            "/brief/parts/2/id",
            "second time"),
        // texts
        mistake(
            "a missing translation",
            p -> p.edit(NL + PRODUCT, json -> json.remove("name")),
            NL + PRODUCT,
            "/name",
            "translation is missing"),
        mistake(
            "a left-over key",
            p -> p.edit(NL + PRODUCT, json -> json.put("a/b", "x")),
            NL + PRODUCT,
            "/a~1b",
            "left over"),
        mistake(
            "an empty text",
            p -> p.edit(NL + PRODUCT, json -> json.put("name", " ")),
            NL + PRODUCT,
            "/name",
            "empty"),
        mistake(
            "a text that is a number",
            p -> p.edit(NL + PRODUCT, json -> json.put("name", 1)),
            NL + PRODUCT,
            "/name",
            "must be a text"),
        mistake(
            "a link to anywhere",
            p -> p.edit(NL + PRODUCT, json -> json.put("name", "zie https://evil.example/x.")),
            NL + PRODUCT,
            "/name",
            "not on the list of allowed ones"),
        mistake(
            "a link to a host that only ends alike",
            p -> p.edit(NL + PRODUCT, json -> json.put("name", "https://notpmi.org")),
            NL + PRODUCT,
            "/name",
            "not on the list of allowed ones"),
        mistake(
            "a link that hides its host behind a name",
            p -> p.edit(NL + PRODUCT, json -> json.put("name", "https://pmi.org@evil.example/")),
            NL + PRODUCT,
            "/name",
            "not on the list of allowed ones"),
        mistake(
            "a link that runs",
            p -> p.edit(NL + PRODUCT, json -> json.put("name", "[x](javascript:alert(1))")),
            NL + PRODUCT,
            "/name",
            "no web address"),
        mistake(
            "a link without a scheme",
            p -> p.edit(NL + PRODUCT, json -> json.put("name", "www.evil.example")),
            NL + PRODUCT,
            "/name",
            "no web address"),
        mistake(
            "a source on a host that is not allowed",
            p ->
                p.edit(
                    PRODUCT,
                    json ->
                        json.getJsonArray("sources")
                            .add(
                                new JsonObject()
                                    .put("name", "Elsewhere")
                                    .put("url", "https://evil.example/"))),
            PRODUCT,
            "/sources/2/url",
            "not on the list of allowed ones"),
        mistake(
            "a NUL in a text",
            p -> p.edit(NL + PRODUCT, json -> json.put("name", "a\0b")),
            NL + PRODUCT,
            "/name",
            "control character"),
        mistake(
            "HTML in a text",
            p -> p.edit(NL + PRODUCT, json -> json.put("name", "een <b>held</b>")),
            NL + PRODUCT,
            "/name",
            "HTML"),
        mistake(
            "an HTML comment in a template",
            p -> p.edit(NL + GUIDE, json -> json.put("template", "# Kop\n<!-- stil -->")),
            NL + GUIDE,
            "/template",
            "HTML"),
        mistake(
            "HTML in a name",
            p -> p.edit(PRODUCT, json -> at(json, "sources", 0).put("name", "<i>x</i>")),
            PRODUCT,
            "/sources/0/name",
            "HTML"),
        mistake(
            "a control character",
            p -> p.edit(NL + PRODUCT, json -> json.put("name", "a\u0007b")),
            NL + PRODUCT,
            "/name",
            "control"),
        mistake(
            "differing placeholders",
            p -> p.edit(NL + SCAN, json -> json.put("report.because.TOP_AREA", "Zonder")),
            NL + SCAN,
            "/report.because.TOP_AREA",
            "placeholders"),
        mistake(
            "a placeholder nobody fills",
            p -> p.edit(NL + SCAN, json -> json.put("report.also.ROLE_PRESENT", "{rol}")),
            NL + SCAN,
            "/report.also.ROLE_PRESENT",
            "nothing fills: {rol}"),
        mistake(
            "a placeholder outside reports",
            p -> p.edit(NL + PRODUCT, json -> json.put("name", "{role}")),
            NL + PRODUCT,
            "/name",
            "nothing fills"),
        mistake(
            "half a placeholder",
            p -> p.edit(NL + SCAN, json -> json.put("report.because.TOP_AREA", "{area} {gap")),
            NL + SCAN,
            "/report.because.TOP_AREA",
            "brace"),
        mistake(
            "a file name that is a path",
            p -> p.edit(NL + GUIDE, json -> json.put("template.filename", "../x.md")),
            NL + GUIDE,
            "/template.filename",
            "file name"),
        // shapes
        mistake(
            "an unknown field",
            p -> p.edit(SCENARIO, json -> json.put("colour", "red")),
            SCENARIO,
            "/colour",
            "not a field"),
        mistake(
            "a missing field",
            p -> p.edit(SCENARIO, json -> json.remove("why")),
            SCENARIO,
            "/why",
            "is missing"),
        mistake(
            "a text in the structure",
            p -> p.edit(SCENARIO, json -> json.put("why", "Daarom")),
            SCENARIO,
            "/why",
            "must refer to a text"),
        mistake(
            "an unknown question",
            p -> p.edit(PRODUCT, json -> json.getJsonObject("focus").put("question", "who")),
            PRODUCT,
            "/focus/question",
            "must be one of"),
        mistake(
            "no time",
            p -> p.edit(PRODUCT, json -> at(json, "dayInTheLife", 0).put("time", "9")),
            PRODUCT,
            "/dayInTheLife/0/time",
            "time such as"),
        mistake(
            "a missing verdict",
            p ->
                p.edit(
                    SCAN,
                    json -> json.getJsonObject("report").getJsonObject("verdicts").remove("BOTH")),
            SCAN,
            "/report/verdicts/BOTH",
            "is missing"),
        // ids
        mistake(
            "another id than the file's",
            p -> p.edit(SCENARIO, json -> json.put("id", "always-early")),
            SCENARIO,
            "/id",
            "name of its file"),
        mistake(
            "an id for the second time",
            p -> p.edit(GLOSSARY, json -> at(json, "terms", 1).put("id", "product")),
            GLOSSARY,
            "/terms/1/id",
            "second time"),
        mistake(
            "a role named twice",
            p -> p.edit(SCENARIO, json -> json.getJsonArray("roles").add("project-manager")),
            SCENARIO,
            "/roles/1",
            "second time"),
        mistake(
            "a role nobody has",
            p -> p.edit(SCENARIO, json -> json.getJsonArray("roles").add("astronaut")),
            SCENARIO,
            "/roles/1",
            "does not exist: astronaut"),
        mistake(
            "a term for a role nobody has",
            p -> p.edit(GLOSSARY, json -> at(json, "terms", 1).getJsonArray("roles").add("x")),
            GLOSSARY,
            "/terms/1/roles/0",
            "does not exist"),
        mistake(
            "a partner nobody has",
            p -> p.edit(PRODUCT, json -> at(json, "worksWith", 0).put("role", "astronaut")),
            PRODUCT,
            "/worksWith/0/role",
            "does not exist"),
        mistake(
            "an area nobody has",
            p -> p.edit(PRODUCT, json -> at(json, "tasks", 0).getJsonArray("areas").add("P9")),
            PRODUCT,
            "/tasks/0/areas/1",
            "no instrument has: P9"),
        mistake(
            "a touch that is not mutual",
            p -> p.edit(PROJECT, json -> at(json, "dayInTheLife", 1).remove("touches")),
            PRODUCT,
            "/dayInTheLife/1/touches/role",
            "does not touch this one"),
        mistake(
            "a day that runs backwards",
            p -> p.edit(PRODUCT, json -> at(json, "dayInTheLife", 1).put("time", "08:00")),
            PRODUCT,
            "/dayInTheLife/1/time",
            "later"),
        mistake(
            "a scored role that is not",
            p -> p.edit(PRODUCT, json -> json.put("scored", false)),
            PRODUCT,
            "/scored",
            "must be true"));
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("mistakes")
  void isFoundAtItsPlace(
      String name, Consumer<PackFixture> mistake, String file, String pointer, String reason) {
    PackFixture pack = new PackFixture();
    mistake.accept(pack);
    pack.assertFault(file, pointer, reason);
  }

  @Test
  void everyFaultIsReportedAtOnce() {
    PackFixture pack = new PackFixture();
    pack.edit(NL + PRODUCT, json -> json.put("name", "<b>x</b>"));
    pack.edit(SCENARIO, json -> json.put("colour", "red"));
    pack.edit(GLOSSARY, json -> at(json, "terms", 1).put("id", "product"));
    InvalidPack refusal = refusal(pack.files());
    assertEquals(3, refusal.faults().size(), refusal.getMessage());
    assertTrue(
        refusal.getMessage().contains(SCENARIO + " /colour: is not a field of this document"),
        refusal.getMessage());
  }

  private static InvalidPack refusal(PackFiles files) {
    return assertThrows(InvalidPack.class, () -> PackLoader.load(files));
  }

  private static JsonObject at(JsonObject parent, String list, int index) {
    return parent.getJsonArray(list).getJsonObject(index);
  }

  private static Arguments mistake(
      String name, Consumer<PackFixture> mistake, String file, String pointer, String reason) {
    return arguments(name, mistake, file, pointer, reason);
  }

  private static JsonObject part(JsonObject role) {
    return role.getJsonObject("brief").getJsonArray("parts").getJsonObject(0);
  }
}
