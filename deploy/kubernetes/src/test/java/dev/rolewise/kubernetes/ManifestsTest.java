package dev.rolewise.kubernetes;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.rolewise.kubernetes.manifest.Tree;
import dev.rolewise.kubernetes.rules.Inspection;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The manifests as they are hold every rule. */
class ManifestsTest {

  @Test
  void nothingIsWrong() {
    assertEquals(List.of(), Inspection.of(Tree.asItIs()));
  }
}
