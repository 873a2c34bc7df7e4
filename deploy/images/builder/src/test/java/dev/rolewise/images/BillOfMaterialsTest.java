package dev.rolewise.images;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Scanners find a package by its URL: that of the distribution it is from, in its version. */
class BillOfMaterialsTest {

  @Test
  void packagesAreThoseOfTheDistributionThatBuilds() {
    assertEquals(
        "pkg:deb/ubuntu/libc6@2.39-0ubuntu8?arch=amd64&distro=ubuntu-24.04",
        urlOn("NAME=\"Ubuntu\"", "ID=ubuntu", "ID_LIKE=debian", "VERSION_ID=\"24.04\""));
    assertEquals("pkg:deb/debian/libc6@2.39-0ubuntu8?arch=amd64", urlOn("ID=debian"));
  }

  private static String urlOn(String... osRelease) {
    MachinePackages packages =
        new MachinePackages(
            OperatingSystem.of(List.of(osRelease)),
            List.of(new MachinePackages.Described("libc6", "2.39-0ubuntu8", "amd64", "")));
    BillOfMaterials empty =
        new BillOfMaterials(new JsonObject().put("components", new JsonArray()));
    return empty
        .with(packages)
        .document()
        .getJsonArray("components")
        .getJsonObject(0)
        .getString("purl");
  }
}
