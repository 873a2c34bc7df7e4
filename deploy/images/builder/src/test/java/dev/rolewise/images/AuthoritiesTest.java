package dev.rolewise.images;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyStore;
import java.security.cert.Certificate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The same authorities are the same bytes, whatever file they come from. */
class AuthoritiesTest {

  private static final Path REAL = Path.of(System.getProperty("java.home"), Authorities.FILE);

  @TempDir Path folder;

  private static List<Certificate> some() throws Exception {
    KeyStore real = KeyStore.getInstance(REAL.toFile(), (char[]) null);
    List<Certificate> some = new ArrayList<>();
    for (String alias : Collections.list(real.aliases()).subList(0, 5)) {
      some.add(real.getCertificate(alias));
    }
    return some;
  }

  /** As some machine has them: of this type, called like this, in this order. */
  private Path file(String type, String name, List<Certificate> certificates) throws Exception {
    KeyStore store = KeyStore.getInstance(type);
    store.load(null, null);
    for (int each = 0; each < certificates.size(); each++) {
      store.setCertificateEntry(name + each, certificates.get(each));
    }
    Path file =
        Files.createDirectories(folder.resolve(name).resolve("lib/security")).resolve("cacerts");
    try (OutputStream out = Files.newOutputStream(file)) {
      store.store(out, "changeit".toCharArray());
    }
    return file;
  }

  private Path pem(List<Certificate> certificates) throws Exception {
    StringBuilder text = new StringBuilder("# whose these are\n");
    for (Certificate each : certificates) {
      text.append("-----BEGIN CERTIFICATE-----\n")
          .append(Base64.getMimeEncoder().encodeToString(each.getEncoded()))
          .append("\n-----END CERTIFICATE-----\n");
    }
    return Files.writeString(folder.resolve("authorities.pem"), text);
  }

  private static Jdk jdk(Path home) {
    return new Jdk(home, "25", "nobody");
  }

  @Test
  void orderNamesKindAndTimeOfTheFileMakeNoDifference() throws Exception {
    List<Certificate> some = some();
    List<Certificate> reversed = new ArrayList<>(some);
    Collections.reverse(reversed);
    byte[] once = Authorities.of(file("JKS", "one", some).toString(), null).bytes();
    byte[] again = Authorities.of(file("JCEKS", "other", reversed).toString(), null).bytes();
    byte[] text = Authorities.of(pem(reversed).toString(), null).bytes();
    assertArrayEquals(once, again);
    assertArrayEquals(once, text);
    byte[] fewer = Authorities.of(pem(some.subList(1, 5)).toString(), null).bytes();
    assertFalse(Arrays.equals(once, fewer));
  }

  @Test
  void javaReadsThemWithoutAPassword() throws Exception {
    List<Certificate> some = some();
    Authorities authorities = Authorities.of(pem(some).toString(), null);
    Path written = Files.write(folder.resolve("cacerts"), authorities.bytes());
    // as TLS reads it
    KeyStore read = KeyStore.getInstance(written.toFile(), (char[]) null);
    assertEquals(5, read.size());
    // and as whoever checks the seal does
    assertEquals(5, KeyStore.getInstance(written.toFile(), "changeit".toCharArray()).size());
    for (Certificate each : some) {
      assertTrue(read.isCertificateEntry(read.getCertificateAlias(each)));
    }
  }

  @Test
  void itSaysWhoseTheyAre() throws Exception {
    Path home = file("JCEKS", "jdk", some()).getParent().getParent().getParent();
    assertEquals("the JDK", Authorities.of("", jdk(home)).source());
    Path linked = Files.createDirectories(folder.resolve("linked/lib/security"));
    Files.createSymbolicLink(linked.resolve("cacerts"), home.resolve(Authorities.FILE));
    assertEquals(
        "the machine that built the image",
        Authorities.of("", jdk(folder.resolve("linked"))).source());
    String asked = pem(some()).toString();
    assertEquals("chosen for this build", Authorities.of(asked, jdk(home)).source());
  }

  @Test
  void whatIsMissingOrNoKeystoreIsSaidPlainly() throws IOException {
    ImageFault missing = assertThrows(ImageFault.class, () -> Authorities.of("", jdk(folder)));
    assertTrue(missing.getMessage().contains("-Dimage.authorities"), missing::getMessage);
    String wrong = Files.writeString(folder.resolve("letter.txt"), "dear reader").toString();
    ImageFault fault = assertThrows(ImageFault.class, () -> Authorities.of(wrong, jdk(folder)));
    assertTrue(fault.getMessage().contains("letter.txt cannot be read"), fault::getMessage);
  }
}
