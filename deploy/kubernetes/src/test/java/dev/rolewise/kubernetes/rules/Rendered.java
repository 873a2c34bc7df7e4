package dev.rolewise.kubernetes.rules;

import dev.rolewise.kubernetes.manifest.Resource;
import java.util.List;
import java.util.stream.Stream;

/**
 * What one folder makes.
 *
 * @param folder below the root of the manifests
 * @param resources the objects
 */
public record Rendered(String folder, List<Resource> resources) {

  /** Keeps its own copy. */
  public Rendered {
    resources = List.copyOf(resources);
  }

  /** Whether everything is in it that its parts refer to. */
  public boolean isWhole() {
    return folder.startsWith("suite/") || folder.contains("/variants/");
  }

  /** Whether it goes to people who work with it. */
  public boolean isProduction() {
    return folder.endsWith("/production");
  }

  /** Objects of one kind. */
  public Stream<Resource> all(String kind) {
    return resources.stream().filter(resource -> resource.is(kind));
  }

  /** Objects that make pods. */
  public Stream<Resource> workloads() {
    return resources.stream().filter(Resource::isWorkload);
  }

  /** The services that serve. */
  public Stream<Resource> servers() {
    return resources.stream().filter(Resource::isServer);
  }
}
