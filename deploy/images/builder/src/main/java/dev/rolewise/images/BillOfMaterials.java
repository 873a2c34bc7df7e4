package dev.rolewise.images;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * Everything that is in an image: the libraries in the jar, which the build lists, those in the
 * front end, and beside them the Java runtime, the authorities it believes and the packages of the
 * machine.
 */
record BillOfMaterials(JsonObject document) {

  static BillOfMaterials read(Path built) {
    try {
      return new BillOfMaterials(new JsonObject(Files.readString(built)));
    } catch (IOException missing) {
      throw new ImageFault(
          built
              + " is missing: build with mvn -Pimage package, without --offline, in which Maven leaves"
              + " out the bill of materials.",
          missing);
    }
  }

  /** Everything of another one beside what is here. */
  BillOfMaterials with(BillOfMaterials other) {
    BillOfMaterials grown = this;
    for (Object component : other.document.getJsonArray("components")) {
      grown = grown.plus((JsonObject) component);
    }
    return grown;
  }

  BillOfMaterials with(Jdk jdk) {
    return plus(
        new JsonObject()
            .put("type", "platform")
            .put("bom-ref", "java-runtime")
            .put("name", "java-runtime")
            .put("version", jdk.version())
            .put("publisher", jdk.vendor())
            .put("description", "A runtime linked from the JDK of this version")
            .put(
                "licenses",
                new JsonArray()
                    .add(
                        new JsonObject()
                            .put("expression", "GPL-2.0-only WITH Classpath-exception-2.0"))));
  }

  BillOfMaterials with(Authorities authorities) {
    return plus(
        new JsonObject()
            .put("type", "data")
            .put("bom-ref", "certificate-authorities")
            .put("name", "certificate-authorities")
            .put("version", authorities.hash().substring(0, 12))
            .put(
                "description",
                authorities.certificates().size() + " authorities of " + authorities.source())
            .put(
                "hashes",
                new JsonArray()
                    .add(
                        new JsonObject()
                            .put("alg", "SHA-256")
                            .put("content", authorities.hash()))));
  }

  BillOfMaterials with(MachinePackages packages) {
    BillOfMaterials grown = this;
    for (MachinePackages.Described described : packages.all()) {
      String reference =
          "pkg:deb/"
              + packages.system().id()
              + "/"
              + described.name()
              + "@"
              + described.version().replace("+", "%2B").replace(":", "%3A")
              + "?arch="
              + described.architecture()
              + packages.system().qualifier();
      grown =
          grown.plus(
              new JsonObject()
                  .put("type", "library")
                  .put("bom-ref", reference)
                  .put("name", described.name())
                  .put("version", described.version())
                  .put("purl", reference));
    }
    return grown;
  }

  private BillOfMaterials plus(JsonObject component) {
    JsonObject copy = document.copy();
    copy.getJsonArray("components").add(component);
    return new BillOfMaterials(copy);
  }

  void write(Path file) throws IOException {
    Files.writeString(file, document.encodePrettily() + "\n", StandardCharsets.UTF_8);
  }
}
