package dev.rolewise.gateway.markup;

import java.net.URI;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * An element with its attributes and what stands in it. Names are those of this code, never of
 * content, and those that would run something are refused: no scripts but files, no handlers, no
 * inline styles.
 */
public final class Element implements Node {
  private static final Pattern NAME = Pattern.compile("(xhtml:)?[a-z][a-z0-9]*");
  private static final Pattern ATTRIBUTE = Pattern.compile("[a-z][a-z-]*|viewBox|xmlns(:xhtml)?");
  private static final Set<String> VOID = Set.of("br", "input", "link", "meta");
  private static final Set<String> ADDRESSES = Set.of("href", "src", "action");
  private static final Set<String> RUNNING =
      Set.of("iframe", "object", "embed", "style", "base", "template");
  private static final Set<String> REFUSED =
      Set.of("style", "srcdoc", "formaction", "ping", "background");

  private final String name;
  private final Map<String, String> attributes;
  private final List<Node> children;

  private Element(String name, Map<String, String> attributes, List<Node> children) {
    this.name = name;
    this.attributes = attributes;
    this.children = children;
  }

  /** An element without anything. */
  public static Element el(String name) {
    if (!NAME.matcher(name).matches() || RUNNING.contains(name)) {
      throw new IllegalArgumentException("No element of ours: " + name);
    }
    return new Element(name, Map.of(), List.of());
  }

  /** An element of a class, or of several, or of none. */
  public static Element el(String name, String classes) {
    return el(name).attr("class", classes.isBlank() ? null : classes.strip());
  }

  /** The same with an attribute; a null value leaves it out. */
  public Element attr(String attribute, String value) {
    if (!ATTRIBUTE.matcher(attribute).matches()
        || attribute.startsWith("on")
        || REFUSED.contains(attribute)) {
      throw new IllegalArgumentException("No attribute of ours: " + attribute);
    }
    return value == null || ADDRESSES.contains(attribute) && !leadsSomewhere(value)
        ? this
        : put(attribute, value);
  }

  /** The same leading to an address; one that is neither a path nor on the web leads nowhere. */
  public Element href(String address) {
    return attr("href", address);
  }

  /** The same with an attribute that is either there or not. */
  public Element flag(String attribute, boolean set) {
    return set ? attr(attribute, attribute) : this;
  }

  /** The same with these in it, after what is there. */
  public Element with(Node... more) {
    return with(List.of(more));
  }

  /** The same with these in it, after what is there. */
  public Element with(List<? extends Node> more) {
    if (VOID.contains(name) || name.equals("script") && !more.isEmpty()) {
      throw new IllegalStateException("Nothing stands in " + name);
    }
    List<Node> all = new ArrayList<>(children);
    all.addAll(more);
    return new Element(name, attributes, List.copyOf(all));
  }

  /** The same with words in it, after what is there. */
  public Element text(String words) {
    return with(Text.of(words));
  }

  @Override
  public void writeTo(StringBuilder page) {
    page.append('<').append(name);
    attributes.forEach(
        (attribute, value) -> {
          page.append(' ').append(attribute).append("=\"");
          Characters.write(value, page);
          page.append('"');
        });
    if (VOID.contains(name)) {
      page.append("/>");
      return;
    }
    page.append('>');
    children.forEach(child -> child.writeTo(page));
    page.append("</").append(name).append('>');
  }

  private Element put(String attribute, String value) {
    Map<String, String> all = new LinkedHashMap<>(attributes);
    all.put(attribute, value);
    return new Element(name, all, children);
  }

  private static boolean leadsSomewhere(String address) {
    if (address.startsWith("#") || address.startsWith("data:image/svg+xml,")) {
      return true;
    }
    try {
      URI uri = URI.create(address);
      boolean path =
          uri.getScheme() == null && address.startsWith("/") && !address.startsWith("//");
      return path
          || uri.getHost() != null
              && ("https".equals(uri.getScheme()) || "http".equals(uri.getScheme()));
    } catch (IllegalArgumentException unreadable) {
      return false;
    }
  }
}
