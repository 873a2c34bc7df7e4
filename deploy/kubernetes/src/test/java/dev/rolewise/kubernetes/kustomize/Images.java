package dev.rolewise.kubernetes.kustomize;

import dev.rolewise.kubernetes.manifest.Node;
import dev.rolewise.kubernetes.manifest.Resource;
import java.util.Map;

/** Which image it is, and which one of those. */
final class Images {

  private Images() {}

  @SuppressWarnings("unchecked")
  static void set(Node wanted, Objects objects) {
    String name = wanted.at("name").text();
    String image = wanted.at("newName").isThere() ? wanted.at("newName").text() : name;
    if (wanted.at("digest").isThere()) {
      image += "@" + wanted.at("digest").text();
    } else if (wanted.at("newTag").isThere()) {
      image += ":" + wanted.at("newTag").text();
    }
    for (Map<String, Object> body : objects.bodies()) {
      for (Node container : new Resource(body).containers()) {
        if (container.at("image").text().replaceAll("[@:].*", "").equals(name)) {
          ((Map<String, Object>) container.value()).put("image", image);
        }
      }
    }
  }
}
