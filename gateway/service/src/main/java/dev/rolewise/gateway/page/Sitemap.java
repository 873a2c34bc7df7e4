package dev.rolewise.gateway.page;

import static dev.rolewise.gateway.markup.Element.el;

import dev.rolewise.content.contract.ContentAddress;
import dev.rolewise.gateway.content.DocumentAsk;
import dev.rolewise.gateway.markup.Element;
import io.vertx.core.json.JsonObject;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;

/** Every page that search engines may show, in every language, each with its twins. */
final class Sitemap {
  static final String PATH = "/sitemap.xml";

  private static final List<String> ALWAYS =
      List.of(
          "/",
          "/roles",
          "/responsibilities",
          "/scenarios",
          "/scenarios/advice",
          "/guides",
          "/glossary",
          "/privacy",
          "/method",
          "/example",
          "/quick-check");

  private Sitemap() {}

  /** The lists that it is made of: what there is, is the same in every language. */
  static List<DocumentAsk> asks(PageRequest request) {
    return List.of(
        request.catalogue(ContentAddress.ROLE_LIST),
        request.catalogue(ContentAddress.SCENARIO_LIST),
        request.catalogue(ContentAddress.GUIDE_LIST),
        ResponsibilitiesPage.list(request.words()));
  }

  static String write(String publicUrl, List<JsonObject> read) {
    List<JsonObject> roles = Fields.objects(read.get(0), "items");
    Stream<String> paths =
        Stream.of(
                ALWAYS.stream(),
                ComparePage.comparesAsked(roles).stream()
                    .map(chosen -> ComparePage.address(roles, chosen)),
                each(roles, "/roles/"),
                each(Fields.objects(read.get(1), "items"), "/scenarios/"),
                each(Fields.objects(read.get(2), "items"), "/guides/"),
                each(Fields.objects(read.get(3), "items"), "/responsibilities/"))
            .flatMap(Function.identity());
    Element all =
        el("urlset")
            .attr("xmlns", "http://www.sitemaps.org/schemas/sitemap/0.9")
            .attr("xmlns:xhtml", "http://www.w3.org/1999/xhtml")
            .with(
                paths
                    .flatMap(
                        path ->
                            PageWords.LANGUAGES.stream()
                                .map(language -> entry(publicUrl, language, path)))
                    .toList());
    StringBuilder xml = new StringBuilder("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n");
    all.writeTo(xml);
    return xml.append('\n').toString();
  }

  private static Stream<String> each(List<JsonObject> entries, String below) {
    return entries.stream().map(entry -> below + Fields.text(entry, "id"));
  }

  private static Element entry(String publicUrl, String language, String path) {
    return el("url")
        .with(el("loc").text(publicUrl + "/" + language + path))
        .with(PageWords.LANGUAGES.stream().map(it -> twin(publicUrl, it, it, path)).toList())
        .with(twin(publicUrl, "x-default", PageWords.LANGUAGES.get(0), path));
  }

  private static Element twin(String publicUrl, String readers, String language, String path) {
    return el("xhtml:link")
        .attr("rel", "alternate")
        .attr("hreflang", readers)
        .href(publicUrl + "/" + language + path);
  }
}
