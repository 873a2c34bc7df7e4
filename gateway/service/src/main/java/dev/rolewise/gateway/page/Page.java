package dev.rolewise.gateway.page;

import dev.rolewise.gateway.markup.Node;

/**
 * A page before it is put into its frame.
 *
 * @param title for the tab, for what search engines show, and for the heading
 * @param description in a sentence, for what search engines show
 * @param path the one address it is known by, below the language
 * @param listed whether search engines may show it
 * @param classes of the page, for its looks
 * @param eyebrow a line over the heading, or nothing
 * @param lead what stands under the heading, or nothing
 * @param body the rest
 */
record Page(
    String title,
    String description,
    String path,
    boolean listed,
    String classes,
    Node eyebrow,
    Node lead,
    Node body) {

  /** A page that search engines may show, with a heading and a line under it. */
  static Page of(String title, String lead, String path, Node body) {
    return new Page(title, lead, path, true, "", Node.none(), Parts.lead(lead), body);
  }

  /** The same for readers only. */
  Page unlisted() {
    return new Page(title, description, path, false, classes, eyebrow, lead, body);
  }

  /** The same with a class and a line over the heading. */
  Page looking(String otherClasses, Node otherEyebrow) {
    return new Page(title, description, path, listed, otherClasses, otherEyebrow, lead, body);
  }
}
