package dev.rolewise.kubernetes.manifest;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.BiConsumer;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * A place in a manifest, there or not.
 *
 * @param value map, list, scalar, or null where nothing is
 */
public record Node(Object value) {

  /** What is below these fields, one in the other. */
  public Node at(String... fields) {
    Object here = value;
    for (String field : fields) {
      here = here instanceof Map<?, ?> map ? map.get(field) : null;
    }
    return new Node(here);
  }

  /** The items of a list; none where there is no list. */
  public List<Node> items() {
    return value instanceof List<?> list ? list.stream().map(Node::new).toList() : List.of();
  }

  /** The items of the list below a field. */
  public List<Node> items(String field) {
    return at(field).items();
  }

  /** Field by field; none where there is no map. */
  public Stream<Map.Entry<String, Node>> fields() {
    return value instanceof Map<?, ?> map
        ? map.entrySet().stream()
            .map(entry -> Map.entry(String.valueOf(entry.getKey()), new Node(entry.getValue())))
        : Stream.empty();
  }

  /** A map of texts, such as labels. */
  public Map<String, String> texts() {
    return fields().collect(Collectors.toMap(Map.Entry::getKey, field -> field.getValue().text()));
  }

  /** The scalar as text; empty where there is none. */
  public String text() {
    return Objects.toString(value, "");
  }

  /** The whole number, if it is one. */
  public Optional<Integer> whole() {
    return value instanceof Integer number ? Optional.of(number) : Optional.empty();
  }

  /** Whether anything is there. */
  public boolean isThere() {
    return value != null;
  }

  /** Whether it is this very value. */
  public boolean is(Object expected) {
    return expected.equals(value);
  }

  /** Visits every field below, however deep: path without numbers of items, and the node. */
  public void visit(String path, BiConsumer<String, Node> visitor) {
    visitor.accept(path, this);
    fields().forEach(field -> field.getValue().visit(path + "." + field.getKey(), visitor));
    items().forEach(item -> item.visit(path + "[]", visitor));
  }
}
