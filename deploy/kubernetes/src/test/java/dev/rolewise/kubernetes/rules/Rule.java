package dev.rolewise.kubernetes.rules;

import dev.rolewise.kubernetes.manifest.Finding;
import java.util.List;

/** Something that must hold for everything that one folder makes. */
@FunctionalInterface
public interface Rule {

  /** What does not hold; empty when all is well. */
  List<Finding> judge(Rendered rendered);
}
