package dev.rolewise.content.pack;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;

/** Reads a pack from a folder, without following links out of it. */
public final class PackFolder {
  private PackFolder() {}

  /**
   * Reads a folder.
   *
   * @throws InvalidPack when it passes a limit
   * @throws IOException when it cannot be read
   */
  public static PackFiles read(Path folder, PackLimits limits, PackFaults faults)
      throws IOException {
    Path root = folder.toAbsolutePath().normalize();
    Path last = root.getFileName();
    PackIntake intake = new PackIntake(last == null ? "/" : last.toString(), limits, faults);
    Files.walkFileTree(root.toRealPath(), new Visitor(root.toRealPath(), intake));
    return intake.files();
  }

  private static final class Visitor extends SimpleFileVisitor<Path> {
    private final Path root;
    private final PackIntake intake;

    Visitor(Path root, PackIntake intake) {
      this.root = root;
      this.intake = intake;
    }

    @Override
    public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) throws IOException {
      String path = root.relativize(file).toString().replace('\\', '/');
      if (attributes.isSymbolicLink()) {
        intake.refuse(path, "is a link; a pack holds files only");
      } else if (!attributes.isRegularFile()) {
        intake.refuse(path, "is no file");
      } else {
        try (InputStream in = Files.newInputStream(file)) {
          intake.take(path, in);
        }
      }
      return FileVisitResult.CONTINUE;
    }
  }
}
