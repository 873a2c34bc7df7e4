package dev.rolewise.gateway.page;

import static dev.rolewise.gateway.markup.Element.el;

import dev.rolewise.gateway.markup.Element;
import dev.rolewise.gateway.markup.Node;
import java.util.Arrays;
import java.util.Optional;

/**
 * The three sides that a team can lack, each with its mark: circle, square or diamond, so that
 * colour is never the only difference. The front end draws the same ones.
 */
enum Side {
  PRODUCT(
      "product", "M12 2.5a9.5 9.5 0 1 1 0 19a9.5 9.5 0 1 1 0-19Z", "M12 2.5a9.5 9.5 0 0 0 0 19Z"),
  PROJECT(
      "project",
      "M5.5 3h13A2.5 2.5 0 0 1 21 5.5v13a2.5 2.5 0 0 1-2.5 2.5h-13A2.5 2.5 0 0 1 3 18.5v-13A2.5 2.5"
          + " 0 0 1 5.5 3Z",
      "M12 3H5.5A2.5 2.5 0 0 0 3 5.5v13A2.5 2.5 0 0 0 5.5 21H12Z"),
  PROGRAMME("programme", "M12 1.8 22.2 12 12 22.2 1.8 12Z", "M12 1.8 1.8 12 12 22.2Z");

  private final String code;
  private final String outline;
  private final String half;

  Side(String code, String outline, String half) {
    this.code = code;
    this.outline = outline;
    this.half = half;
  }

  String code() {
    return code;
  }

  /** The side that instruments call so. */
  static Optional<Side> coded(String code) {
    return Arrays.stream(values()).filter(side -> side.code.equals(code)).findFirst();
  }

  /** The mark of a side that goes well. */
  Element shape() {
    return shape("FINE", "");
  }

  /** The mark of a side in this state, with a class of its own. */
  Element shape(String state, String classes) {
    String line = state.equals("FINE") ? "full" : state.equals("VACANT") ? "open" : "line";
    return el("svg", "shape " + code + " " + classes)
        .attr("viewBox", "0 0 24 24")
        .attr("aria-hidden", "true")
        .attr("focusable", "false")
        .with(
            el("path", line).attr("d", outline),
            Node.when(state.equals("UNSUPPORTED"), () -> el("path", "full").attr("d", half)),
            Node.when(
                state.equals("INFORMAL"),
                () -> el("circle", "full").attr("cx", "12").attr("cy", "12").attr("r", "3.6")));
  }
}
