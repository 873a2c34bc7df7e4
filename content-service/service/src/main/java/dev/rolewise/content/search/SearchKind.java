package dev.rolewise.content.search;

import dev.rolewise.content.pack.DocumentKind;
import java.util.List;
import java.util.Set;

/**
 * What a search can find. Which field is the title, and which say what something is there for;
 * every other text is body.
 */
public enum SearchKind {
  /** A role; what it is there for are its responsibilities and tasks. */
  ROLE("role", "name", Set.of("responsibilities", "tasks")),
  /** A scenario; readers look for the signals they know. */
  SCENARIO("scenario", "title", Set.of("signals")),
  /** A guide; readers look for when it helps. */
  GUIDE("guide", "title", Set.of("when")),
  /** One term of the glossary. */
  TERM("term", "term", Set.of()),
  /** An instrument; what it asks about are its areas. */
  INSTRUMENT("instrument", "name", Set.of("areas"));

  /** Not for readers of the library: words of the report, files to download. */
  private static final List<String> UNSEARCHED =
      List.of("report", "template", "scale", "coverage", "brief");

  private final String code;
  private final String title;
  private final Set<String> responsibilities;

  SearchKind(String code, String title, Set<String> responsibilities) {
    this.code = code;
    this.title = title;
    this.responsibilities = responsibilities;
  }

  /** The kind of what a document of that kind holds. */
  static SearchKind of(DocumentKind kind) {
    return switch (kind) {
      case ROLE -> ROLE;
      case SCENARIO -> SCENARIO;
      case GUIDE -> GUIDE;
      case GLOSSARY -> TERM;
      case BRIEF -> throw new IllegalArgumentException("nobody looks for words around briefs");
      case INSTRUMENT -> INSTRUMENT;
    };
  }

  /** As it stands in an answer. */
  public String code() {
    return code;
  }

  boolean isTitle(String field) {
    return title.equals(field);
  }

  boolean isResponsibility(String field) {
    return responsibilities.contains(field);
  }

  boolean isSearched(String field) {
    return !UNSEARCHED.contains(field);
  }
}
