package dev.rolewise.gateway.problem;

import io.vertx.ext.web.RoutingContext;
import java.util.Optional;

/** Says in a page what a problem says, where people come with the browser itself. */
public interface ProblemPage {

  /** The language of the page, one of those that problems have words in. */
  String language();

  /**
   * The page.
   *
   * @param title what went wrong, in that language
   * @param detail what to do next
   */
  String html(Problem problem, String title, String detail);

  /** Failures of this request are answered with this page from now on. */
  default void attachTo(RoutingContext ctx) {
    ctx.put(ProblemPage.class.getName(), this);
  }

  /** The page that failures of this request are answered with, if it is not for programs. */
  static Optional<ProblemPage> of(RoutingContext ctx) {
    return Optional.ofNullable(ctx.get(ProblemPage.class.getName()));
  }
}
