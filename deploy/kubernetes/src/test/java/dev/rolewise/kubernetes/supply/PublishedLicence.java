package dev.rolewise.kubernetes.supply;

import static org.junit.jupiter.api.Assertions.assertNotNull;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;
import org.xml.sax.SAXException;

/** Which licences the authors of a library name in its pom, or in the one above it. */
final class PublishedLicence {

  /** As they are written, to what they are; whatever is not here is unknown. */
  private static final Map<String, String> KNOWN =
      Map.ofEntries(
          Map.entry("apache-2.0", "Apache-2.0"),
          Map.entry("apache license, version 2.0", "Apache-2.0"),
          Map.entry("the apache license, version 2.0", "Apache-2.0"),
          Map.entry("the apache software license, version 2.0", "Apache-2.0"),
          Map.entry("apache license version 2.0", "Apache-2.0"),
          Map.entry("apache license 2.0", "Apache-2.0"),
          Map.entry("mit", "MIT"),
          Map.entry("mit license", "MIT"),
          Map.entry("the mit license (mit)", "MIT"),
          Map.entry("0bsd", "0BSD"),
          Map.entry("bsd-2-clause", "BSD-2-Clause"),
          Map.entry("bsd 2-clause \"simplified\" license", "BSD-2-Clause"),
          Map.entry("public domain", "Public-Domain"),
          Map.entry("public domain, per creative commons cc0", "CC0-1.0"),
          Map.entry("eclipse public license - v 1.0", "EPL-1.0"),
          Map.entry("eclipse public license - v 2.0", "EPL-2.0"),
          Map.entry("gnu lesser general public license", "GNU Lesser General Public License"));

  private PublishedLicence() {}

  /** Of a library in the repository of this machine. */
  static Set<String> of(ShippedLibrary library) throws IOException {
    Path version = library.jar().getParent();
    Path root = version.getParent();
    for (int up = library.group().split("\\.").length; up >= 0; up--) {
      root = root.getParent();
    }
    return of(root, library.group(), library.artifact(), library.version());
  }

  private static Set<String> of(Path repository, String group, String artifact, String version)
      throws IOException {
    Path pom =
        repository
            .resolve(group.replace('.', '/'))
            .resolve(artifact)
            .resolve(version)
            .resolve(artifact + "-" + version + ".pom");
    Element project = parse(Files.readAllBytes(pom));
    Optional<Set<String>> own = in(project);
    if (own.isPresent()) {
      return own.get();
    }
    Element parent =
        child(project, "parent").orElseThrow(() -> new IOException(pom + " names no licence"));
    return of(
        repository, text(parent, "groupId"), text(parent, "artifactId"), text(parent, "version"));
  }

  /** Of a pom that has been packed with its library; none where the one above it says it. */
  static Optional<Set<String>> in(byte[] pom) throws IOException {
    return in(parse(pom));
  }

  private static Optional<Set<String>> in(Element project) {
    return child(project, "licenses")
        .map(
            licences -> {
              Set<String> named = new TreeSet<>();
              NodeList all = licences.getElementsByTagName("license");
              for (int each = 0; each < all.getLength(); each++) {
                String name = text((Element) all.item(each), "name");
                String known = KNOWN.get(name.toLowerCase());
                assertNotNull(known, () -> "nobody has read this licence yet: " + name);
                named.add(known);
              }
              return named;
            });
  }

  private static Element parse(byte[] pom) throws IOException {
    try {
      DocumentBuilderFactory factory = DocumentBuilderFactory.newInstance();
      factory.setFeature("http://apache.org/xml/features/disallow-doctype-decl", true);
      return factory.newDocumentBuilder().parse(new ByteArrayInputStream(pom)).getDocumentElement();
    } catch (ParserConfigurationException | SAXException unreadable) {
      throw new IOException(unreadable);
    }
  }

  private static Optional<Element> child(Element parent, String name) {
    for (var each = parent.getFirstChild(); each != null; each = each.getNextSibling()) {
      if (each instanceof Element element && element.getTagName().equals(name)) {
        return Optional.of(element);
      }
    }
    return Optional.empty();
  }

  private static String text(Element parent, String name) {
    return child(parent, name).map(it -> it.getTextContent().strip()).orElse("");
  }
}
