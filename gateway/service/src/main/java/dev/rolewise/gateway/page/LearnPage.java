package dev.rolewise.gateway.page;

/** A kind of page of the public library. */
interface LearnPage {
  /** Its address below the language, as the router writes it: {@code /roles/:id}. */
  String route();

  /** How the page is made that this request is for. */
  Recipe recipe(PageRequest request);
}
