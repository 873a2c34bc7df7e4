package dev.rolewise.gateway.page;

import static dev.rolewise.gateway.markup.Element.el;

import dev.rolewise.gateway.markup.Element;
import dev.rolewise.gateway.markup.Node;
import java.util.List;

/**
 * What stands around a page: the way to the others, to the other language, and to what only the
 * front end can do. The front end has the same frame.
 */
final class Frame {
  private record Entry(String path, String label) {}

  private static final List<Entry> MENU =
      List.of(
          new Entry("/roles", "nav.roles"),
          new Entry("/compare", "nav.compare"),
          new Entry("/scenarios", "nav.scenarios"),
          new Entry("/guides", "nav.guides"));

  private final PageWords words;

  Frame(PageWords words) {
    this.words = words;
  }

  /**
   * The page in its frame.
   *
   * @param path of the page, below the language
   * @param main what stands on it
   */
  Element around(String path, Node main) {
    return el("div")
        .attr("id", "app")
        .with(
            el("a", "skip").href("#main").text(words.say("skip")),
            el("header", "top")
                .with(el("div", "top-inner").with(brand(), menu(path), find(), languages(path))),
            el("main").attr("id", "main").attr("tabindex", "-1").with(main),
            el("footer", "bottom").with(footer()));
  }

  private Element brand() {
    return el("a", "brand")
        .href(words.at("/"))
        .attr("aria-label", words.say("home"))
        .with(logo(), el("span", "brand-name").text(words.say("brand")));
  }

  private static Element logo() {
    return el("svg", "logo")
        .attr("viewBox", "0 0 32 32")
        .attr("aria-hidden", "true")
        .attr("focusable", "false")
        .with(
            el("rect", "logo-ground").attr("width", "32").attr("height", "32").attr("rx", "8"),
            el("circle", "logo-product").attr("cx", "10").attr("cy", "11").attr("r", "4.6"),
            el("rect", "logo-project")
                .attr("x", "17.6")
                .attr("y", "6.4")
                .attr("width", "9.2")
                .attr("height", "9.2")
                .attr("rx", "1.6"),
            el("path", "logo-missing").attr("d", "M16 17.2 21.3 22.5 16 27.8 10.7 22.5Z"));
  }

  private Element menu(String path) {
    Element list = el("ul").attr("id", "menu-list");
    for (Entry entry : MENU) {
      list =
          list.with(
              el("li")
                  .with(
                      Parts.link(words.at(entry.path()), words.say(entry.label()))
                          .attr("aria-current", current(path, entry.path()))));
    }
    return el("nav", "menu")
        .attr("aria-label", words.say("nav.label"))
        .with(
            el("button", "menu-button")
                .attr("type", "button")
                .attr("aria-expanded", "false")
                .attr("aria-controls", "menu-list")
                .with(el("span", "menu-bars").attr("aria-hidden", "true"))
                .text(words.say("nav.menu")),
            list.with(
                el("li")
                    .with(
                        Parts.link(words.at("/example"), words.say("nav.example"))
                            .attr("aria-current", current(path, "/example"))),
                el("li")
                    .with(Parts.link("/new", words.say("nav.new")).attr("class", "menu-action"))));
  }

  private static String current(String path, String entry) {
    String address = path.split("\\?", 2)[0];
    return address.equals(entry) ? "page" : address.startsWith(entry + "/") ? "true" : null;
  }

  private Element find() {
    return el("form", "find")
        .attr("role", "search")
        .attr("action", words.at("/search"))
        .attr("method", "get")
        .with(
            el("label", "off-screen").attr("for", "find").text(words.say("find")),
            el("input")
                .attr("id", "find")
                .attr("type", "search")
                .attr("name", "q")
                .attr("maxlength", "200")
                .attr("placeholder", words.say("find"))
                .attr("autocomplete", "off"));
  }

  /** The same page in every language. */
  private Element languages(String path) {
    return el("div", "languages")
        .attr("role", "group")
        .attr("aria-label", words.say("language"))
        .with(
            PageWords.LANGUAGES.stream()
                .map(
                    code ->
                        el("a")
                            .href("/" + code + path)
                            .attr("lang", code)
                            .attr("hreflang", code)
                            .attr("aria-current", code.equals(words.language()) ? "true" : null)
                            .with(
                                el("span").attr("aria-hidden", "true").text(code.toUpperCase()),
                                el("span", "off-screen").text(PageWords.nameOf(code))))
                .toList());
  }

  private Element footer() {
    return el("div", "bottom-inner")
        .with(
            el("p").text(words.say("footer.line")),
            el("ul")
                .with(
                    entry(words.at("/privacy"), "nav.privacy"),
                    entry(words.at("/method"), "nav.method"),
                    entry(words.at("/glossary"), "nav.glossary"),
                    entry(words.at("/responsibilities"), "nav.responsibilities"),
                    entry("/#/k", "nav.code"),
                    entry("/#/recover", "nav.recover")));
  }

  private Element entry(String address, String label) {
    return el("li").with(Parts.link(address, words.say(label)));
  }
}
