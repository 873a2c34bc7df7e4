package dev.rolewise.gateway.page;

import java.util.Optional;

/** A kind of page of the public library. */
interface LearnPage {
  /** Its address below the language, as the router writes it: {@code /roles/:id}. */
  String route();

  /** How the page is made that this request is for. */
  Recipe recipe(PageRequest request);

  /** How it is made where the pack on show has no such document as the usual page is made of. */
  default Optional<Recipe> otherwise(PageRequest request) {
    return Optional.empty();
  }
}
