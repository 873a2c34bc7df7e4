package dev.rolewise.kubernetes.rules;

import dev.rolewise.kubernetes.manifest.Node;
import dev.rolewise.kubernetes.manifest.Resource;
import java.util.Map;
import java.util.stream.Stream;

/** Which pods a selector means. */
public final class Labels {

  private Labels() {}

  /** Whether a label selector means something with these labels; an empty one means everything. */
  public static boolean select(Node selector, Map<String, String> labels) {
    selector
        .fields()
        .filter(field -> !field.getKey().equals("matchLabels"))
        .findAny()
        .ifPresent(
            other -> {
              throw new IllegalArgumentException("selectors by " + other.getKey() + " are unknown");
            });
    return labels.entrySet().containsAll(selector.at("matchLabels").texts().entrySet());
  }

  /** The workloads whose pods a label selector means. */
  static Stream<Resource> workloads(Rendered rendered, Node selector) {
    return rendered.workloads().filter(workload -> select(selector, workload.podLabels()));
  }
}
