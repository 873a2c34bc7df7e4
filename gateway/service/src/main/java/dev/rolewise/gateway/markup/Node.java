package dev.rolewise.gateway.markup;

import java.util.List;

/** A piece of a page. */
public sealed interface Node permits Element, Text, Node.Several {

  /** Writes this piece at the end of what is there. */
  void writeTo(StringBuilder page);

  /** Pieces beside one another, or none at all. */
  record Several(List<Node> nodes) implements Node {
    /** Keeps its own copy. */
    public Several {
      nodes = List.copyOf(nodes);
    }

    @Override
    public void writeTo(StringBuilder page) {
      nodes.forEach(node -> node.writeTo(page));
    }
  }

  /** These pieces beside one another. */
  static Node all(Node... nodes) {
    return new Several(List.of(nodes));
  }

  /** These pieces beside one another. */
  static Node all(List<? extends Node> nodes) {
    return new Several(List.copyOf(nodes));
  }

  /** Nothing. */
  static Node none() {
    return new Several(List.of());
  }

  /** The piece when it applies, else nothing. */
  static Node when(boolean applies, java.util.function.Supplier<? extends Node> piece) {
    return applies ? piece.get() : none();
  }
}
