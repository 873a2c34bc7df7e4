package dev.rolewise.kubernetes.rules;

import dev.rolewise.kubernetes.manifest.Finding;
import java.util.List;
import java.util.Set;

/** A service's folder makes nothing of another service, and nothing of the platform's. */
final class Apart implements Rule {

  private static final Set<String> SERVICES =
      Set.of("content-service", "assessment-service", "gateway");

  @Override
  public List<Finding> judge(Rendered rendered) {
    String owner = rendered.folder().substring(0, rendered.folder().indexOf('/'));
    return rendered.resources().stream()
        .filter(resource -> !resource.is("ConfigMap"))
        .filter(
            resource -> {
              String name = resource.at("metadata", "labels", "app.kubernetes.io/name").text();
              boolean ofTheService = SERVICES.contains(name);
              return SERVICES.contains(owner)
                  ? !name.equals(owner)
                  : owner.equals("platform") && ofTheService && !resource.is("PodMonitor");
            })
        .map(resource -> resource.finding("apart", "does not belong to " + owner))
        .toList();
  }
}
