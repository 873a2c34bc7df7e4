package dev.rolewise.content.pack;

import java.util.Optional;

/** The kinds of documents a pack holds; the folder of a kind is also its name in the database. */
public enum DocumentKind {
  ROLE("roles"),
  SCENARIO("scenarios"),
  GUIDE("guides"),
  GLOSSARY("glossary"),
  /** The words around role briefs; what a role brings to its brief stands in the role. */
  BRIEF("brief"),
  INSTRUMENT("instruments");

  private final String folder;

  DocumentKind(String folder) {
    this.folder = folder;
  }

  /** The folder in the pack, also below {@code texts/<language>/}. */
  public String folder() {
    return folder;
  }

  /** The kind that lives in a folder. */
  public static Optional<DocumentKind> inFolder(String folder) {
    for (DocumentKind kind : values()) {
      if (kind.folder.equals(folder)) {
        return Optional.of(kind);
      }
    }
    return Optional.empty();
  }
}
