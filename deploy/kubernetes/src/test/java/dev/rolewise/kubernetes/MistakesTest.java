package dev.rolewise.kubernetes;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.rolewise.kubernetes.manifest.Finding;
import dev.rolewise.kubernetes.manifest.Node;
import dev.rolewise.kubernetes.manifest.StrictYaml;
import dev.rolewise.kubernetes.manifest.Tree;
import dev.rolewise.kubernetes.rules.Inspection;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Every mistake of a list is noticed, and by the rules that are there for it. */
class MistakesTest {

  /** A change of one file that nobody wants. */
  record Mistake(String name, String file, String find, String replace, Set<String> caughtBy) {

    static Mistake of(Node node) {
      return new Mistake(
          node.at("name").text(),
          node.at("file").text(),
          node.at("find").text(),
          node.at("replace").text(),
          node.items("caught-by").stream()
              .map(Node::text)
              .collect(Collectors.toCollection(TreeSet::new)));
    }

    Tree in(Tree tree) {
      String text = tree.read(file);
      assertTrue(text.contains(find), file + " no longer holds what this mistake changes");
      return tree.with(file, text.replace(find, replace));
    }

    @Override
    public String toString() {
      return name;
    }
  }

  static List<Mistake> mistakes() throws IOException {
    try (InputStream list = MistakesTest.class.getResourceAsStream("/mistakes.yaml")) {
      String text = new String(list.readAllBytes(), StandardCharsets.UTF_8);
      return new Node(StrictYaml.documents(text, "mistakes.yaml").get(0))
          .items("mistakes").stream().map(Mistake::of).toList();
    }
  }

  @ParameterizedTest
  @MethodSource("mistakes")
  void isNoticed(Mistake mistake) {
    List<Finding> findings = Inspection.of(mistake.in(Tree.asItIs()));
    Set<String> rules =
        findings.stream().map(Finding::rule).collect(Collectors.toCollection(TreeSet::new));
    assertEquals(mistake.caughtBy(), rules, () -> findings.toString());
  }
}
