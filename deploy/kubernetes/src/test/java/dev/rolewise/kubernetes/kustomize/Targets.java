package dev.rolewise.kubernetes.kustomize;

import dev.rolewise.kubernetes.manifest.Tree;
import java.util.List;

/** The folders that somebody can apply. */
public final class Targets {

  /** Everything together, as two kinds of clusters get it. */
  public static final List<String> SUITES = List.of("suite/dev", "suite/production");

  /** What the suites leave out: components that exclude others, or that not everybody needs. */
  public static final List<String> VARIANTS =
      List.of("src/test/variants/ingress-nginx", "src/test/variants/sign-in");

  private static final List<String> FOLDERS =
      List.of(
          "content-service",
          "assessment-service",
          "gateway",
          "platform",
          "suite",
          "src/test/variants");

  private Targets() {}

  /** All of them, the variants included. */
  public static List<String> of(Tree tree) {
    return tree.named(Kustomization.FILE, FOLDERS).stream()
        .map(file -> file.substring(0, file.length() - Kustomization.FILE.length() - 1))
        .filter(folder -> Resolution.standsAlone(tree, folder))
        .toList();
  }
}
