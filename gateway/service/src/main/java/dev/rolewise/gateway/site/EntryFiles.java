package dev.rolewise.gateway.site;

import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * What a page has to name so that the front end looks right on it and takes it over: files of this
 * very build, as its own entry page names them.
 *
 * @param icon address of the icon, when there is one
 * @param script the module that starts it, when there is one
 * @param preloads modules that it imports
 * @param styles style sheets, in the order in which they count
 */
public record EntryFiles(
    Optional<String> icon, Optional<String> script, List<String> preloads, List<String> styles) {
  private static final Pattern ICON = tag("link", "rel=\"icon\"", "href");
  private static final Pattern SCRIPT = tag("script", "type=\"module\"", "src");
  private static final Pattern PRELOAD = tag("link", "rel=\"modulepreload\"", "href");

  /** Those that a page of the public library needs: the frame's and its own. */
  private static final List<String> STYLES = List.of("core", "learn");

  /** Keeps its own copies. */
  public EntryFiles {
    preloads = List.copyOf(preloads);
    styles = List.copyOf(styles);
  }

  static EntryFiles of(String entryPage, List<String> paths) {
    return new EntryFiles(
        all(ICON, entryPage).findFirst(),
        all(SCRIPT, entryPage).findFirst(),
        all(PRELOAD, entryPage).toList(),
        STYLES.stream()
            .flatMap(name -> paths.stream().filter(path -> isStyle(path, name)))
            .toList());
  }

  private static boolean isStyle(String path, String name) {
    return path.matches("/assets/" + name + "-[A-Za-z0-9_-]{8}\\.css");
  }

  private static Stream<String> all(Pattern pattern, String page) {
    return pattern.matcher(page).results().map(found -> found.group(1));
  }

  private static Pattern tag(String name, String mark, String address) {
    return Pattern.compile("<" + name + "\\b[^>]*?" + mark + "[^>]*? " + address + "=\"([^\"]*)\"");
  }
}
