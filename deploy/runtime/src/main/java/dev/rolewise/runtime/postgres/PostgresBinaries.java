package dev.rolewise.runtime.postgres;

import dev.rolewise.runtime.fault.StartFault;
import io.zonky.test.db.postgres.embedded.DefaultPostgresBinaryResolver;
import java.io.BufferedInputStream;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.AtomicMoveNotSupportedException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;
import org.tukaani.xz.XZInputStream;

/**
 * The PostgreSQL programs out of the class path, unpacked once per version.
 *
 * @param folder holds {@code bin}, {@code lib} and {@code share}
 */
record PostgresBinaries(Path folder) {

  /** Unpacks below the given folder, unless the same archive already was. */
  static PostgresBinaries unpackBelow(Path parent) {
    try {
      byte[] archive = archive();
      Path target = parent.resolve("postgres-programs-" + fingerprint(archive));
      if (!Files.isDirectory(target)) {
        // a half unpacked folder must never be taken for a whole one
        Path fresh = parent.resolve(target.getFileName() + ".new");
        FileTrees.delete(fresh);
        unpack(archive, fresh);
        Files.move(fresh, target, StandardCopyOption.ATOMIC_MOVE);
      }
      return new PostgresBinaries(target);
    } catch (AtomicMoveNotSupportedException odd) {
      throw new StartFault(
          "The file system of "
              + parent
              + " cannot rename folders; choose another one with --data.");
    } catch (IOException failed) {
      throw StartFault.because("PostgreSQL could not be unpacked into " + parent, failed);
    }
  }

  /** Path of one program, e.g. {@code initdb}. */
  String program(String name) {
    return folder.resolve("bin").resolve(name).toString();
  }

  private static byte[] archive() throws IOException {
    String system = System.getProperty("os.name").startsWith("Mac") ? "Darwin" : "Linux";
    try (InputStream in =
        DefaultPostgresBinaryResolver.INSTANCE.getPgBinary(system, System.getProperty("os.arch"))) {
      if (in == null) {
        throw new StartFault(
            "There is no embedded PostgreSQL for this machine (" + machine() + ").");
      }
      return in.readAllBytes();
    } catch (IllegalStateException none) {
      throw new StartFault("There is no embedded PostgreSQL for this machine (" + machine() + ").");
    }
  }

  private static String machine() {
    return System.getProperty("os.name") + ", " + System.getProperty("os.arch");
  }

  private static String fingerprint(byte[] archive) {
    try {
      byte[] hash = MessageDigest.getInstance("SHA-256").digest(archive);
      return HexFormat.of().formatHex(hash, 0, 6);
    } catch (NoSuchAlgorithmException everyJavaHasIt) {
      throw new IllegalStateException(everyJavaHasIt);
    }
  }

  private static void unpack(byte[] archive, Path target) throws IOException {
    Files.createDirectories(target);
    try (TarArchiveInputStream tar =
        new TarArchiveInputStream(
            new BufferedInputStream(
                new XZInputStream(new ByteArrayInputStream(archive)), 1 << 16))) {
      for (TarArchiveEntry entry = tar.getNextEntry(); entry != null; entry = tar.getNextEntry()) {
        Path path = target.resolve(entry.getName()).normalize();
        if (!path.startsWith(target)) {
          throw new IOException("the archive points outside of itself: " + entry.getName());
        }
        if (entry.isDirectory()) {
          Files.createDirectories(path);
        } else {
          Files.createDirectories(path.getParent());
          write(tar, entry, path);
        }
      }
    }
  }

  private static void write(TarArchiveInputStream tar, TarArchiveEntry entry, Path path)
      throws IOException {
    if (entry.isSymbolicLink()) {
      Files.createSymbolicLink(path, Path.of(entry.getLinkName()));
    } else if (entry.isLink()) {
      Files.createLink(path, path.getFileSystem().getPath(entry.getLinkName()));
    } else {
      Files.copy(tar, path);
      boolean executable = (entry.getMode() & 0100) != 0;
      if (Files.getFileStore(path).supportsFileAttributeView("posix")
          && Files.exists(path, LinkOption.NOFOLLOW_LINKS)) {
        Files.setPosixFilePermissions(
            path, PosixFilePermissions.fromString(executable ? "rwxr-xr-x" : "rw-r--r--"));
      }
    }
  }
}
