package dev.rolewise.kubernetes.supply;

import static org.junit.jupiter.api.Assertions.fail;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;
import org.tukaani.xz.XZInputStream;

/**
 * The files of a packed PostgreSQL. To unpack four of them takes minutes, so what is in each is
 * kept beside its hash, and looked up anew for another hash.
 */
final class PackedDatabase {

  private static final Path KEPT = Path.of("src", "test", "resources", "archives");

  /** Data of PostgreSQL's own, a thousand files of it. */
  private static final String DATA = "share/";

  private PackedDatabase() {}

  /** With {@code -Darchives=write} it keeps what is in there now. */
  static SortedSet<String> files(String artifact, byte[] archive) throws IOException {
    Path kept = KEPT.resolve(artifact + ".txt");
    String hash = "sha256 " + sha256(archive);
    if ("write".equals(System.getProperty("archives"))) {
      SortedSet<String> lines = unpacked(archive);
      Files.writeString(kept, hash + "\n" + String.join("\n", lines) + "\n");
    }
    List<String> lines = Files.exists(kept) ? Files.readAllLines(kept) : List.of("nothing");
    if (!lines.get(0).equals(hash)) {
      fail(
          artifact
              + " is another archive than the one that was looked into; run this test with"
              + " -Darchives=write and read what has changed in "
              + kept);
    }
    return new TreeSet<>(lines.subList(1, lines.size()));
  }

  private static SortedSet<String> unpacked(byte[] archive) throws IOException {
    SortedSet<String> files = new TreeSet<>();
    try (TarArchiveInputStream tar =
        new TarArchiveInputStream(new XZInputStream(new ByteArrayInputStream(archive)))) {
      for (TarArchiveEntry entry = tar.getNextEntry(); entry != null; entry = tar.getNextEntry()) {
        String name = entry.getName().replaceFirst("^\\./", "");
        if (!entry.isDirectory()) {
          files.add(name.startsWith(DATA) ? DATA : name);
        }
      }
    }
    return files;
  }

  private static String sha256(byte[] archive) {
    try {
      return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(archive));
    } catch (NoSuchAlgorithmException impossible) {
      throw new IllegalStateException(impossible);
    }
  }
}
