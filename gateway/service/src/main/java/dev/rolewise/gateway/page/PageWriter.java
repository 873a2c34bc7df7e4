package dev.rolewise.gateway.page;

import static dev.rolewise.gateway.markup.Element.el;

import dev.rolewise.gateway.markup.Element;
import dev.rolewise.gateway.markup.Node;
import dev.rolewise.gateway.site.EntryFiles;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;

/** Writes whole pages: what programs are told about one, and its frame with what stands in it. */
final class PageWriter {
  private final EntryFiles files;
  private final Supplier<String> publicUrl;

  /**
   * @param files of the front end, which takes the pages over
   * @param publicUrl where this site is, without a slash at its end
   */
  PageWriter(EntryFiles files, Supplier<String> publicUrl) {
    this.files = files;
    this.publicUrl = publicUrl;
  }

  /**
   * A page as it goes over the wire.
   *
   * @param moment as of when it is, where nobody can say whether it still is right
   */
  String write(PageWords words, Page page, Optional<Instant> moment) {
    Element whole =
        el("html")
            .attr("lang", words.language())
            .with(
                head(words, page),
                el("body").with(new Frame(words).around(page.path(), main(words, page, moment))));
    StringBuilder html = new StringBuilder(16 * 1024).append("<!DOCTYPE html>\n");
    whole.writeTo(html);
    return html.append('\n').toString();
  }

  private Element head(PageWords words, Page page) {
    return el("head")
        .with(
            el("meta").attr("charset", "utf-8"),
            meta("viewport", "width=device-width, initial-scale=1"),
            meta("color-scheme", "light dark"),
            meta("theme-color", "#faf6ef").attr("media", "(prefers-color-scheme: light)"),
            meta("theme-color", "#15131d").attr("media", "(prefers-color-scheme: dark)"),
            meta("description", page.description()),
            el("title").text(title(words, page)),
            page.listed() ? addresses(words, page) : meta("robots", "noindex, follow"),
            preview(words, page),
            links("icon", files.icon().stream().toList()),
            links("stylesheet", files.styles()),
            files
                .script()
                .<Node>map(
                    address ->
                        el("script")
                            .attr("type", "module")
                            .attr("crossorigin", "anonymous")
                            .attr("src", address))
                .orElse(Node.none()),
            links("modulepreload", files.preloads()));
  }

  /** As the front end has it. */
  private static String title(PageWords words, Page page) {
    return page.title() + " · " + words.say("brand");
  }

  /** The one address of the page, and the same page for other readers. */
  private Node addresses(PageWords words, Page page) {
    List<Element> others =
        PageWords.LANGUAGES.stream().map(code -> alternate(code, code, page)).toList();
    return Node.all(
        link("canonical", publicUrl.get() + words.at(page.path())),
        Node.all(others),
        alternate("x-default", PageWords.LANGUAGES.get(0), page));
  }

  private Element alternate(String readers, String language, Page page) {
    return link("alternate", publicUrl.get() + "/" + language + page.path())
        .attr("hreflang", readers);
  }

  private Node preview(PageWords words, Page page) {
    return Node.all(
        Map.of(
                "og:type", "website",
                "og:site_name", words.say("brand"),
                "og:title", page.title(),
                "og:description", page.description(),
                "og:locale", words.locale(),
                "og:url", publicUrl.get() + words.at(page.path()))
            .entrySet()
            .stream()
            .sorted(Map.Entry.comparingByKey())
            .map(
                entry ->
                    el("meta").attr("property", entry.getKey()).attr("content", entry.getValue()))
            .toList());
  }

  private static Element main(PageWords words, Page page, Optional<Instant> moment) {
    return el("div", "page " + page.classes())
        .with(
            el("header", "page-head")
                .with(
                    Node.when(
                        !page.eyebrow().equals(Node.none()),
                        () -> el("p", "eyebrow").with(page.eyebrow())),
                    el("h1").attr("tabindex", "-1").text(page.title()),
                    page.lead(),
                    el("div", "kept")
                        .attr("role", "status")
                        .with(
                            moment
                                .<Node>map(at -> el("p").text(keptSince(words, at)))
                                .orElse(Node.none()))),
            page.body());
  }

  /** Nobody knows here what time it is where the reader is. */
  private static String keptSince(PageWords words, Instant moment) {
    Locale locale = Locale.forLanguageTag(words.locale().replace('_', '-'));
    String written =
        DateTimeFormatter.ofLocalizedDateTime(FormatStyle.LONG, FormatStyle.SHORT)
            .withLocale(locale)
            .format(moment.atZone(ZoneOffset.UTC));
    return words.say("kept.earlier", Map.of("moment", written + " UTC"));
  }

  private static Element meta(String name, String content) {
    return el("meta").attr("name", name).attr("content", content);
  }

  private static Element link(String relation, String address) {
    return el("link").attr("rel", relation).href(address);
  }

  private static Node links(String relation, List<String> addresses) {
    return Node.all(
        addresses.stream()
            .map(
                address ->
                    link(relation, address)
                        .attr("crossorigin", relation.equals("modulepreload") ? "anonymous" : null))
            .toList());
  }
}
