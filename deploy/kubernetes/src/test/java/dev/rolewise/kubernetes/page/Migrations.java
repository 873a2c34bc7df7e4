package dev.rolewise.kubernetes.page;

import dev.rolewise.kubernetes.kustomize.Resolution;
import dev.rolewise.kubernetes.manifest.Node;
import dev.rolewise.kubernetes.manifest.Resource;
import dev.rolewise.kubernetes.manifest.Tree;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** The Jobs that a cluster has, none of which it lets anybody change. */
final class Migrations {

  private static final List<String> OVERLAYS =
      List.of("content-service/overlays/production", "assessment-service/overlays/production");

  private static final String FORMER = "sha256:" + "f0".repeat(32);

  private final Map<String, Node> templates = new TreeMap<>();

  private Migrations() {}

  /** A cluster that knows nothing of Rolewise. */
  static Migrations none() {
    return new Migrations();
  }

  /** A cluster on which the previous release runs, whose Jobs had another image. */
  static Migrations ofThePreviousRelease() {
    Migrations before = new Migrations();
    for (String overlay : OVERLAYS) {
      String file = overlay + "/" + "kustomization.yaml";
      Tree now = Tree.asItIs();
      Tree then = now.with(file, now.read(file).replaceAll("digest: .*", "digest: " + FORMER));
      jobs(then, overlay).forEach(it -> before.templates.put(it.name(), template(it)));
    }
    return before;
  }

  /** What a cluster says to the Jobs of a folder; nothing when it takes them all. */
  String apply(String folder) {
    for (Resource job : jobs(Tree.asItIs(), folder)) {
      Node template = template(job);
      Node there = templates.putIfAbsent(job.name(), template);
      if (there != null && !there.equals(template)) {
        return "The Job \"" + job.name() + "\" is invalid: spec.template: field is immutable";
      }
    }
    return "";
  }

  void delete(String name) {
    templates.remove(name);
  }

  /** Nobody can wait for one that was not applied since it was deleted. */
  String finished(String name) {
    return templates.containsKey(name) ? "" : "jobs.batch \"" + name + "\" not found";
  }

  private static List<Resource> jobs(Tree tree, String folder) {
    return Resolution.of(tree, folder).stream().filter(it -> it.is("Job")).toList();
  }

  private static Node template(Resource job) {
    return job.at("spec", "template");
  }
}
