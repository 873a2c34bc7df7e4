package dev.rolewise.kubernetes.rules;

import dev.rolewise.kubernetes.kustomize.Resolution;
import dev.rolewise.kubernetes.kustomize.Targets;
import dev.rolewise.kubernetes.manifest.Finding;
import dev.rolewise.kubernetes.manifest.ManifestFault;
import dev.rolewise.kubernetes.manifest.Tree;
import dev.rolewise.kubernetes.types.TypedObjects;
import java.util.List;
import java.util.stream.Stream;

/** Looks at everything that can be applied, with every rule. */
public final class Inspection {

  private static final List<Rule> RULES =
      List.of(
          new TypedObjects(),
          new Names(),
          new Values(),
          new References(),
          new Volumes(),
          new Secrets(),
          new PodSecurity(),
          new Hardening(),
          new Serving(),
          new Tries(),
          new ImagesByDigest(),
          new Policies(),
          new Runbooks(),
          new Apart());

  private Inspection() {}

  /** Everything that is wrong with the manifests. */
  public static List<Finding> of(Tree tree) {
    return Targets.of(tree).stream().flatMap(folder -> judge(tree, folder)).distinct().toList();
  }

  private static Stream<Finding> judge(Tree tree, String folder) {
    try {
      Rendered rendered = new Rendered(folder, Resolution.of(tree, folder));
      return RULES.stream().flatMap(rule -> rule.judge(rendered).stream());
    } catch (ManifestFault fault) {
      return Stream.of(fault.finding());
    }
  }
}
