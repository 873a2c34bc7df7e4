package dev.rolewise.gateway.page;

import static dev.rolewise.gateway.markup.Element.el;

import dev.rolewise.gateway.markup.Node;
import dev.rolewise.gateway.problem.Problem;
import dev.rolewise.gateway.problem.ProblemPage;
import java.util.Optional;

/** What readers see instead of a page: why, and what they can do. */
record TroublePage(PageWords words, PageWriter writer) implements ProblemPage {
  private static final int NOT_FOUND = 404;

  @Override
  public String language() {
    return words.language();
  }

  @Override
  public String html(Problem problem, String title, String detail) {
    Node home = el("p").with(Parts.button(words.at("/"), words.say("missing.home")));
    Page page =
        problem.status() == NOT_FOUND
            ? Page.of(words.say("missing.title"), words.say("missing.text"), "/", home)
            : Page.of(title, detail, "/", home);
    return writer.write(words, page.unlisted(), Optional.empty());
  }
}
