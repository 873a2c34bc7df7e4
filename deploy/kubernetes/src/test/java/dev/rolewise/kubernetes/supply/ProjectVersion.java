package dev.rolewise.kubernetes.supply;

import java.nio.file.Path;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.xpath.XPathFactory;

/** The version that this build makes, as the project's own description has it. */
public final class ProjectVersion {
  private static final Path POM = Path.of("..", "..", "pom.xml");

  private ProjectVersion() {}

  /** Such as {@code 1.2.0}. */
  public static String read() throws Exception {
    return XPathFactory.newInstance()
        .newXPath()
        .evaluate(
            "/project/version",
            DocumentBuilderFactory.newInstance().newDocumentBuilder().parse(POM.toFile()));
  }
}
