package dev.rolewise.runtime.postgres;

import dev.rolewise.runtime.postgres.EmbeddedPostgres.Durability;
import java.io.IOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Data folders on which a server was before. Unpacking PostgreSQL and setting up its data takes
 * longer than most tests, which are about something else: they get a copy of data that were set up
 * once, and the same programs.
 */
public final class PreparedData {

  private static final String PROGRAMS = "postgres-programs-";

  private static Optional<Path> empty = Optional.empty();

  private PreparedData() {}

  /** Starts a server without any database of ours on a folder that is missing or empty. */
  public static EmbeddedPostgres start(Path data) {
    try {
      return EmbeddedPostgres.start(fill(data), Durability.NONE, System.out::println);
    } catch (IOException failed) {
      throw new IllegalStateException(failed);
    }
  }

  /** Fills a folder, which is made when it is missing, with data that hold no database of ours. */
  public static synchronized Path fill(Path data) throws IOException {
    if (empty.isEmpty()) {
      Path made = Files.createTempDirectory("rolewise-prepared-");
      Runtime.getRuntime().addShutdownHook(new Thread(() -> delete(made), "delete prepared data"));
      EmbeddedPostgres.start(made, Durability.NONE, System.out::println).close();
      empty = Optional.of(made);
    }
    return copy(empty.get(), data);
  }

  /** Fills a folder with what a suite that has stopped left in another. */
  public static Path copy(Path prepared, Path data) throws IOException {
    Files.createDirectories(data);
    try (Stream<Path> inside = Files.list(prepared)) {
      for (Path path : inside.toList()) {
        String name = path.getFileName().toString();
        boolean programs = name.startsWith(PROGRAMS);
        if (programs || List.of("postgres", "administrator.secret").contains(name)) {
          Files.walkFileTree(path, new Copy(path, data.resolve(name), programs));
        }
      }
    }
    return data;
  }

  /** Deletes a folder with everything in it. */
  public static void delete(Path folder) {
    try {
      FileTrees.delete(folder);
    } catch (IOException failed) {
      throw new IllegalStateException(failed);
    }
  }

  /** With owners and rights, which PostgreSQL insists on. */
  private static final class Copy extends SimpleFileVisitor<Path> {
    private final Path from;
    private final Path to;
    private final boolean link;

    private Copy(Path from, Path to, boolean link) {
      this.from = from;
      this.to = to;
      this.link = link;
    }

    @Override
    public FileVisitResult preVisitDirectory(Path folder, BasicFileAttributes attributes)
        throws IOException {
      return visitFile(folder, attributes);
    }

    @Override
    public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) throws IOException {
      Path copy = to.resolve(from.relativize(file).toString());
      if (!link || !attributes.isRegularFile() || !linked(file, copy)) {
        Files.copy(file, copy, StandardCopyOption.COPY_ATTRIBUTES, LinkOption.NOFOLLOW_LINKS);
      }
      return FileVisitResult.CONTINUE;
    }

    /** Not from one file system to another. */
    private static boolean linked(Path file, Path copy) {
      try {
        Files.createLink(copy, file);
        return true;
      } catch (IOException | UnsupportedOperationException impossible) {
        return false;
      }
    }
  }
}
