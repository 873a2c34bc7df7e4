package dev.rolewise.local.editing;

import dev.rolewise.runtime.config.Secret;
import dev.rolewise.runtime.fault.StartFault;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.HexFormat;

/**
 * The right to edit the content of a local suite: a token in its data folder. Whoever may read that
 * file runs the suite anyway. Delete the file and start again to have another one.
 *
 * @param secret never printed
 */
public record EditorToken(Secret secret) {
  private static final String FILE = "editor-token";
  private static final int BYTES = 32;

  /**
   * The token of the suite in this folder, made when there is none yet.
   *
   * @throws StartFault when the folder cannot be written
   */
  public static EditorToken in(Path folder) {
    Path file = file(folder);
    try {
      if (!Files.exists(file)) {
        make(folder, file);
      }
      return read(file);
    } catch (IOException failed) {
      throw StartFault.because("The editor's token cannot be kept in " + folder, failed);
    }
  }

  /** Where the token of a suite is. */
  public static Path file(Path folder) {
    return folder.resolve(FILE);
  }

  /** A token that somebody keeps in a file. */
  public static EditorToken read(Path file) throws IOException {
    return new EditorToken(Secret.of(Files.readString(file, StandardCharsets.US_ASCII).strip()));
  }

  /** SHA-256, hexadecimal: what the suite knows of it. */
  public String hash() {
    try {
      return HexFormat.of()
          .formatHex(
              MessageDigest.getInstance("SHA-256")
                  .digest(secret.reveal().getBytes(StandardCharsets.UTF_8)));
    } catch (NoSuchAlgorithmException missing) {
      throw new IllegalStateException(missing);
    }
  }

  /** Nobody ever sees half a token, or one that others may read. */
  private static void make(Path folder, Path file) throws IOException {
    byte[] random = new byte[BYTES];
    new SecureRandom().nextBytes(random);
    Path fresh =
        Files.createTempFile(
            folder,
            FILE,
            ".new",
            PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
    Files.writeString(fresh, Base64.getUrlEncoder().withoutPadding().encodeToString(random) + "\n");
    Files.move(fresh, file, StandardCopyOption.ATOMIC_MOVE);
  }
}
