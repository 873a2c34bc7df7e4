package dev.rolewise.systemtest;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.rolewise.images.StartupClassesMain;
import dev.rolewise.runtime.machine.Needed;
import dev.rolewise.systemtest.ServiceUnderTest.Kind;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyStore;
import java.security.MessageDigest;
import java.util.EnumMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * The images of {@code mvn -Pimage}, without a container engine: each is unpacked and run as one
 * would, and all three make one suite. With {@code -Dstartup-classes=write} the same journey is
 * what the next images are laid out for.
 */
class ImagesIT {
  private static final String CLASSES_LOG = "classes-%s.log";
  private static final Path LISTED = Path.of("..", "security", "dependencies.csv");
  private static final String CLASS_LIST = "classes.list";

  /** Below it the list of the classes that are loaded at the start has become too old. */
  private static final double SHARE_FROM_ARCHIVE = 0.98;

  @TempDir Path folder;

  private final Map<Kind, UnpackedImage> images = new EnumMap<>(Kind.class);

  @BeforeEach
  void unpack() throws Exception {
    assumeTrue(
        Boolean.getBoolean("images.made"),
        "Images were not run: this build made none; mvn -Pimage verify does");
    Needed.noObstacle(UnpackedImage.obstacle().map(why -> "Images were not run: " + why));
    for (Kind kind : Kind.values()) {
      images.put(kind, UnpackedImage.unpack(kind, folder.resolve(kind.program())));
    }
  }

  @Test
  void theThreeImagesAreOneSuiteAndMapTheirClasses() throws Exception {
    boolean writes = "write".equals(System.getProperty("startup-classes"));
    try (ThreeServices suite = ThreeServices.prepare(folder.resolve("suite"), 1, 1, 1)) {
      for (ServiceUnderTest service : suite.all()) {
        UnpackedImage image = images.get(service.kind());
        String options = image.environment().get("JDK_JAVA_OPTIONS");
        String extra =
            writes
                ? " -Xshare:auto -XX:DumpLoadedClassList=/tmp/" + CLASS_LIST
                : " -Xlog:class+load:file=/tmp/" + CLASSES_LOG.formatted("%p");
        service.from(image, Map.of("JDK_JAVA_OPTIONS", options + extra), !writes);
      }
      // the schemas once more, by the images this time: nothing is left to do
      assertTrue(suite.content(0).run("migrate").contains("0 migrations applied"));
      assertTrue(suite.assessment(0).run("migrate").contains("0 migrations applied"));
      suite.startAll().awaitReady();
      for (ServiceUnderTest service : suite.all()) {
        assertRunsWithoutRights(service);
        if (!writes) {
          // as the compose file asks; anything but 0 fails
          service.run("health");
        }
      }
      KeptTeams.create(new Api(suite.gateway(0).url())).assertReadAsBefore(api(suite));
      for (ServiceUnderTest service : suite.all()) {
        assertEquals(143, service.stop(), service::log);
        assertTrue(service.log().contains("\"stopping\""), service::log);
        assertFalse(service.log().contains("\"level\":\"ERROR\""), service::log);
      }
      for (ServiceUnderTest service : suite.all()) {
        if (writes) {
          keep(service);
        } else {
          assertMapsItsClasses(service);
        }
      }
    }
  }

  private static Api api(ThreeServices suite) {
    return new Api(suite.gateway(0).url());
  }

  /** As nobody in particular, in a root it cannot write, with the defaults of its image. */
  private static void assertRunsWithoutRights(ServiceUnderTest service) throws Exception {
    Path process = Path.of("/proc", Long.toString(service.pid()));
    Map<String, String> status =
        Files.readAllLines(process.resolve("status")).stream()
            .map(line -> line.split(":\\s*", 2))
            .collect(Collectors.toMap(parts -> parts[0], parts -> parts[1]));
    if (UnpackedImage.isRoot()) {
      assertEquals("65532\t65532\t65532\t65532", status.get("Uid"));
      assertEquals("65532\t65532\t65532\t65532", status.get("Gid"));
      assertEquals(0, Long.parseUnsignedLong(status.get("CapEff"), 16));
    }
    List<String> mounts = Files.readAllLines(process.resolve("mountinfo"));
    assertTrue(
        mounts.stream().anyMatch(line -> line.split(" ")[4].equals("/") && isReadOnly(line)),
        () -> "the root can be written: " + mounts);
    String command = Files.readString(process.resolve("cmdline")).replace('\0', ' ');
    assertTrue(command.startsWith("/opt/java/bin/java "), command);
  }

  private static boolean isReadOnly(String mount) {
    return List.of(mount.split(" ")[5].split(",")).contains("ro");
  }

  /** Java passes over an archive that does not fit, without a word. */
  private static void assertMapsItsClasses(ServiceUnderTest service) throws Exception {
    LoadedClasses loaded =
        LoadedClasses.read(service.temporary().resolve(CLASSES_LOG.formatted(service.pid())));
    System.out.printf(
        "%s: %d classes from the archive, %d from the jar, %d of them its own%n",
        service.kind(), loaded.fromArchive(), loaded.fromJar(), loaded.ownFromJar().size());
    assertTrue(
        loaded.share() >= SHARE_FROM_ARCHIVE,
        () ->
            "only "
                + loaded.share()
                + " of the classes came from the class-data archive; make the list anew with"
                + " -Dit.test=ImagesIT -Dstartup-classes=write and build the images again");
  }

  private static void keep(ServiceUnderTest service) throws Exception {
    StartupClassesMain.main(
        new String[] {
          service.temporary().resolve(CLASS_LIST).toString(),
          Path.of("..", "images", service.kind().program(), "startup-classes.gz").toString()
        });
  }

  private static void assertBelievesWhomTheBillNames(UnpackedImage image, JsonArray components)
      throws Exception {
    Path file = image.root().resolve("opt/java/lib/security/cacerts");
    JsonObject named =
        components.stream()
            .map(JsonObject.class::cast)
            .filter(it -> it.getString("name").equals("certificate-authorities"))
            .findFirst()
            .orElseThrow();
    byte[] digest = MessageDigest.getInstance("SHA-256").digest(Files.readAllBytes(file));
    JsonObject hash = named.getJsonArray("hashes").getJsonObject(0);
    assertEquals(HexFormat.of().formatHex(digest), hash.getString("content"));
    int believed = KeyStore.getInstance(file.toFile(), (char[]) null).size();
    assertTrue(believed > 50, believed + " authorities");
    assertTrue(named.getString("description").startsWith(believed + " authorities of "));
  }

  @Test
  void everyImageSaysWhatItIsAndWhatIsInIt() throws Exception {
    for (Kind kind : Kind.values()) {
      UnpackedImage image = images.get(kind);
      JsonObject config = image.config();
      assertEquals("65532:65532", config.getString("User"));
      assertEquals(
          kind == Kind.GATEWAY
              ? List.of("5701/tcp", "5702/tcp", "8080/tcp", "9000/tcp")
              : List.of("5701/tcp", "5702/tcp", "9000/tcp"),
          config.getJsonObject("ExposedPorts").fieldNames().stream().sorted().toList());
      JsonObject labels = config.getJsonObject("Labels");
      for (String label : List.of("title", "description", "licenses", "version", "revision")) {
        assertFalse(labels.getString("org.opencontainers.image." + label, "").isBlank(), label);
      }
      Path app = image.root().resolve("app");
      assertEquals(
          -1,
          Files.mismatch(kind.jar(), app.resolve(kind.program() + ".jar")),
          kind + ": the image is older than the jar; mvn -Pimage package");
      JsonArray components =
          new JsonObject(Files.readString(app.resolve(kind.program() + ".cdx.json")))
              .getJsonArray("components");
      List<String> names =
          components.stream().map(it -> ((JsonObject) it).getString("name")).toList();
      assertTrue(
          names.containsAll(List.of("vertx-core", "hazelcast", "java-runtime")), kind.name());
      List<String> listed = Files.readAllLines(LISTED);
      for (Object each : components) {
        JsonObject component = (JsonObject) each;
        String group = component.getString("group", "");
        boolean npm = component.getString("purl", "").startsWith("pkg:npm/");
        String row = (npm ? "npm," : "maven," + group + ":") + component.getString("name") + ",";
        assertTrue(
            group.isEmpty() && !npm
                || group.equals("dev.rolewise")
                || listed.stream()
                    .anyMatch(it -> it.startsWith(row + component.getString("version") + ",")),
            () -> component.getString("purl") + " is not listed in deploy/security");
      }
      assertEquals(kind == Kind.GATEWAY, names.contains("preact"), kind + ": the front end");
      assertEquals(
          Files.exists(image.root().resolve("var/lib/dpkg/status.d/libc6")),
          names.contains("libc6"));
      assertFalse(Files.exists(image.root().resolve("bin/sh")), "there is a shell");
      assertBelievesWhomTheBillNames(image, components);
    }
  }
}
