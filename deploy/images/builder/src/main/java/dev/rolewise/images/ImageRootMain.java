package dev.rolewise.images;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Lays out the files of one service's image, in two folders that become a layer each. */
@Command(name = "image-root")
public final class ImageRootMain implements Runnable {

  private static final Path PACKAGES = Path.of("/usr/lib/jvm");

  @Option(names = "--service", required = true)
  private String service;

  @Option(names = "--jar", required = true)
  private Path jar;

  @Option(names = "--bill", required = true)
  private Path bill;

  /** What is in the front end that the jar carries, where it carries one. */
  @Option(names = "--front-end-bill")
  private Path frontEndBill;

  @Option(names = "--startup-classes", required = true)
  private Path startupClasses;

  @Option(names = "--jdk", required = true)
  private String jdk;

  /** Whose certificates the services believe; empty for those that the JDK believes. */
  @Option(names = "--authorities", required = true)
  private String authorities;

  @Option(names = "--licence", required = true)
  private Path licence;

  @Option(names = "--classes", required = true)
  private Path classes;

  @Option(names = "--layer-cache", required = true)
  private Path layerCache;

  @Option(names = "--output", required = true)
  private Path output;

  private ImageRootMain() {}

  /** Fails with one plain sentence when no image can be made. */
  public static void main(String[] arguments) {
    ImageRootMain main = new ImageRootMain();
    new CommandLine(main).parseArgs(arguments);
    main.run();
  }

  @Override
  public void run() {
    Jdk found = Jdk.find(jdk, javaHomes(), PACKAGES);
    try {
      delete(output);
      delete(layerCache);
      Files.createDirectories(classes);
      Path platform = Files.createDirectories(output.resolve("runtime"));
      JavaRuntime runtime = JavaRuntime.link(found, platform.resolve("opt/java"));
      Authorities believed = Authorities.of(authorities, found);
      believed.writeTo(runtime);
      CLibrary library = CLibrary.of(runtime);
      library.copyTo(platform);
      MachinePackages packages = MachinePackages.of(library);
      packages.writeTo(platform);
      settle(platform);
      FileTimes.settle(platform);

      Path app = Files.createDirectories(output.resolve("service/app"));
      Files.copy(jar, app.resolve(service + ".jar"));
      Files.copy(licence, app.resolve("LICENSE"));
      FileTimes.settle(app);
      ClassData.make(runtime, app, service, StartupClasses.read(startupClasses));
      BillOfMaterials libraries = BillOfMaterials.read(bill);
      if (frontEndBill != null) {
        libraries = libraries.with(BillOfMaterials.read(frontEndBill));
      }
      libraries.with(found).with(believed).with(packages).write(app.resolve(service + ".cdx.json"));
      FileTimes.settle(app);
    } catch (IOException failed) {
      throw new ImageFault("The image of " + service + " cannot be laid out: " + failed, failed);
    }
  }

  private static List<Path> javaHomes() {
    List<Path> homes = new ArrayList<>();
    String home = System.getenv("JAVA_HOME");
    if (home != null && !home.isBlank()) {
      homes.add(Path.of(home));
    }
    homes.add(Path.of(System.getProperty("java.home")));
    return homes;
  }

  /** What programs expect to find on any machine. */
  private static void settle(Path root) throws IOException {
    Files.createDirectories(root.resolve("tmp"));
    Files.createDirectories(root.resolve("etc"));
    Files.writeString(
        root.resolve("etc/passwd"), "rolewise:x:65532:65532:Rolewise:/tmp:/nonexistent\n");
    Files.writeString(root.resolve("etc/group"), "rolewise:x:65532:\n");
    Files.writeString(root.resolve("etc/nsswitch.conf"), "hosts: files dns\n");
  }

  private static void delete(Path folder) throws IOException {
    if (!Files.exists(folder)) {
      return;
    }
    try (Stream<Path> all = Files.walk(folder)) {
      for (Path file : all.sorted(Comparator.reverseOrder()).toList()) {
        Files.delete(file);
      }
    }
  }
}
