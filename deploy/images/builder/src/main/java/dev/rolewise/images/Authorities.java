package dev.rolewise.images;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.MessageDigest;
import java.security.cert.Certificate;
import java.security.cert.CertificateFactory;
import java.util.Collections;
import java.util.HexFormat;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * The certificate authorities that the services trust: for the issuer of sign-ins, and for a
 * database whose certificate is checked. Some distributions replace those of a JDK by a link to the
 * machine's, whose file has other bytes on each machine; what goes into an image is written anew,
 * so that the same authorities always are the same bytes.
 *
 * @param source whose they are
 * @param certificates by their fingerprints
 */
record Authorities(String source, SortedMap<String, Certificate> certificates) {

  /** Where a runtime has them. */
  static final String FILE = "lib/security/cacerts";

  private static final int MAGIC = 0xfeedfeed;
  private static final int VERSION = 2;
  private static final int TRUSTED = 2;
  private static final long TIME = 1000;

  /** The one that every cacerts has; there is nothing to keep secret in them. */
  private static final String PASSWORD = "changeit";

  Authorities {
    certificates = Collections.unmodifiableSortedMap(new TreeMap<>(certificates));
  }

  /**
   * Those that were asked for, else those that the JDK trusts.
   *
   * @param asked a keystore of Java, or certificates as PEM; may be empty
   */
  static Authorities of(String asked, Jdk jdk) {
    if (!asked.isBlank()) {
      return read(Path.of(asked), "chosen for this build");
    }
    Path own = jdk.home().resolve(FILE);
    try {
      boolean ofTheMachine = !own.toRealPath().startsWith(jdk.home().toRealPath());
      return read(own, ofTheMachine ? "the machine that built the image" : "the JDK");
    } catch (IOException missing) {
      throw new ImageFault(own + " is missing: say which with -Dimage.authorities=FILE.", missing);
    }
  }

  private static Authorities read(Path file, String source) {
    try {
      byte[] bytes = Files.readAllBytes(file);
      SortedMap<String, Certificate> found = new TreeMap<>();
      if (new String(bytes, StandardCharsets.ISO_8859_1).contains("-----BEGIN CERTIFICATE-----")) {
        for (Certificate each :
            CertificateFactory.getInstance("X.509")
                .generateCertificates(new ByteArrayInputStream(bytes))) {
          found.put(fingerprint(each.getEncoded()), each);
        }
      } else {
        KeyStore store = KeyStore.getInstance(file.toFile(), (char[]) null);
        for (String alias : Collections.list(store.aliases())) {
          if (store.isCertificateEntry(alias)) {
            Certificate each = store.getCertificate(alias);
            found.put(fingerprint(each.getEncoded()), each);
          }
        }
      }
      if (found.isEmpty()) {
        throw new ImageFault(file + " has no certificate of an authority in it.");
      }
      return new Authorities(source, found);
    } catch (IOException | GeneralSecurityException unreadable) {
      throw new ImageFault(
          file + " cannot be read as authorities: " + unreadable.getMessage(), unreadable);
    }
  }

  /**
   * A Java keystore (JKS) in the order of the fingerprints, all of one time: the keystores of Java
   * itself write the time of the day, and other bytes from one release to the next.
   */
  byte[] bytes() {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (DataOutputStream out = new DataOutputStream(bytes)) {
      out.writeInt(MAGIC);
      out.writeInt(VERSION);
      out.writeInt(certificates.size());
      for (var each : certificates.entrySet()) {
        out.writeInt(TRUSTED);
        out.writeUTF(each.getKey());
        out.writeLong(TIME);
        out.writeUTF(each.getValue().getType());
        byte[] encoded = each.getValue().getEncoded();
        out.writeInt(encoded.length);
        out.write(encoded);
      }
      MessageDigest seal = MessageDigest.getInstance("SHA-1");
      seal.update(PASSWORD.getBytes(StandardCharsets.UTF_16BE));
      seal.update("Mighty Aphrodite".getBytes(StandardCharsets.UTF_8));
      out.write(seal.digest(bytes.toByteArray()));
      return bytes.toByteArray();
    } catch (IOException | GeneralSecurityException impossible) {
      throw new IllegalStateException(impossible);
    }
  }

  String hash() {
    return fingerprint(bytes());
  }

  void writeTo(JavaRuntime runtime) throws IOException {
    Files.write(runtime.home().resolve(FILE), bytes());
  }

  private static String fingerprint(byte[] bytes) {
    try {
      return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
    } catch (GeneralSecurityException impossible) {
      throw new IllegalStateException(impossible);
    }
  }
}
