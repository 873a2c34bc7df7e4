package dev.rolewise.kubernetes.manifest;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * One object for the cluster.
 *
 * @param body of the object
 */
public record Resource(Map<String, Object> body) {

  private static final Set<String> WORKLOADS = Set.of("Deployment", "StatefulSet", "Job");

  /** A place below the object. */
  public Node at(String... fields) {
    return new Node(body).at(fields);
  }

  public String apiVersion() {
    return at("apiVersion").text();
  }

  public String kind() {
    return at("kind").text();
  }

  public String name() {
    return at("metadata", "name").text();
  }

  /** Kind and name, for messages and for finding it again. */
  public String id() {
    return kind() + "/" + name();
  }

  public boolean is(String kind) {
    return kind().equals(kind);
  }

  /** Whether it makes pods. */
  public boolean isWorkload() {
    return WORKLOADS.contains(kind());
  }

  /** Whether it is one of the three services serving. */
  public boolean isServer() {
    return is("Deployment") && "server".equals(podLabels().get("app.kubernetes.io/component"));
  }

  /** Specification of its pods. */
  public Node pod() {
    return at("spec", "template", "spec");
  }

  /** Labels of its pods. */
  public Map<String, String> podLabels() {
    return at("spec", "template", "metadata", "labels").texts();
  }

  /** All containers of its pods. */
  public List<Node> containers() {
    return Stream.of("initContainers", "containers")
        .flatMap(field -> pod().items(field).stream())
        .toList();
  }

  /** A finding about this object. */
  public Finding finding(String rule, String what) {
    return new Finding(rule, id(), what);
  }

  /** The same as a result that may be none. */
  public Optional<Finding> unless(boolean good, String rule, String what) {
    return good ? Optional.empty() : Optional.of(finding(rule, what));
  }
}
