package dev.rolewise.content.pack;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.rolewise.content.validation.LinkHosts;
import dev.rolewise.content.validation.PackLoader;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * An archive is somebody else's: whatever is in it, it is read within limits or refused in words.
 */
class PackArchiveTest {
  private static final PackFiles PACK = PackFiles.onClassPath("packs/test-pack");
  private static final PackLimits SMALL =
      new PackLimits(100, 64 * 1024, 2 * 1024 * 1024, 100, 10_000);

  @Test
  void givesBackWhatWentInAndTheSameHash() {
    byte[] archive = PackArchive.write(PACK);
    PackFiles read = read(archive);
    assertEquals(PACK.content().keySet(), read.content().keySet());
    assertEquals(PackLoader.load(PACK).hash(), PackLoader.load(read).hash());
    assertArrayEquals(archive, PackArchive.write(read), "the same files are the same bytes");
  }

  @Test
  void aFolderThatWasZippedWholeIsReadAsThatFolder() {
    TreeMap<String, byte[]> wrapped = new TreeMap<>();
    PACK.content().forEach((path, bytes) -> wrapped.put("my-pack/" + path, bytes));
    PackFiles read = read(PackArchive.write(new PackFiles("x", wrapped)));
    assertEquals(PACK.content().keySet(), read.content().keySet());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "../evil.json",
        "roles/../../evil.json",
        "/etc/passwd",
        "C:/evil.json",
        "roles\\evil.json",
        "roles//evil.json",
        "./evil.json",
        "roles/a\u0000b.json",
        "roles/rôle.json",
        ".hidden",
        "a/b/c/d/e/f.json"
      })
  void aPathOutOfThePackIsNotTaken(String path) throws IOException {
    PackFaults faults = new PackFaults();
    PackFiles read = PackArchive.read("x.zip", zip(Map.of(path, bytes("{}"))), SMALL, faults);
    assertEquals(Map.of(), read.content());
    assertEquals(1, faults.size());
    assertTrue(faults.all().get(0).reason().startsWith("is no path inside a pack"));
    assertTrue(faults.all().get(0).file().matches("[\\x20-\\x7e]*"), faults.all().toString());
  }

  @Test
  void moreFilesThanAPackMayHaveAreRefused() throws IOException {
    Map<String, byte[]> many = new LinkedHashMap<>();
    for (int i = 0; i < 10_000; i++) {
      many.put("roles/r" + i + ".json", bytes("{}"));
    }
    assertEquals(
        List.of("x.zip: is not a zip file that can be read: it has more than 6000 files"),
        refusal(zip(many), PackLimits.USUAL));
  }

  @Test
  void aLargeFileIsRefused() throws IOException {
    assertEquals(
        List.of("roles/a.json: is larger than 64 KiB"),
        refusal(zip(Map.of("roles/a.json", noise(64 * 1024 + 1))), SMALL));
    assertEquals(1, read(zip(Map.of("roles/a.json", noise(64 * 1024)))).content().size());
  }

  @Test
  void tooMuchAltogetherIsRefused() throws IOException {
    Map<String, byte[]> files = new LinkedHashMap<>();
    for (int i = 0; i < 33; i++) {
      files.put("roles/r" + i + ".json", noise(64 * 1024));
    }
    assertEquals(
        List.of("x.zip: holds more than 2 MiB; make it smaller, or two packs"),
        refusal(zip(files), SMALL));
  }

  @Test
  void whatSwellsIsRefused() throws IOException {
    Map<String, byte[]> files = new LinkedHashMap<>();
    for (int i = 0; i < 30; i++) {
      files.put("roles/r" + i + ".json", new byte[64 * 1024]);
    }
    assertEquals(
        List.of("x.zip: unpacks to more than 100 times its size"), refusal(zip(files), SMALL));
  }

  @Test
  void aLinkIsRefused() throws IOException {
    byte[] archive = zip(Map.of("roles/a.json", bytes("/etc/passwd")));
    directory(archive).putInt(38, 0xA1FF << 16);
    PackFaults faults = new PackFaults();
    assertEquals(Map.of(), PackArchive.read("x.zip", archive, SMALL, faults).content());
    assertEquals(
        "roles/a.json: is a link; a pack holds files only", faults.all().get(0).toString());
  }

  @Test
  void aNameInTwoSpellingsOrTwiceIsRefused() throws IOException {
    PackFaults faults = new PackFaults();
    Map<String, byte[]> files = new LinkedHashMap<>();
    files.put("roles/a.json", bytes("{}"));
    files.put("roles/A.json", bytes("{}"));
    files.put("roles/b.json", bytes("{}"));
    byte[] archive = zip(files);
    PackArchive.read("x.zip", archive, SMALL, faults);
    assertEquals(
        "roles/A.json: differs from roles/a.json in capitals only", faults.all().get(0).toString());

    // the same length, so both tables stay in place
    byte[] twice =
        new String(archive, StandardCharsets.ISO_8859_1)
            .replace("roles/b.json", "roles/a.json")
            .getBytes(StandardCharsets.ISO_8859_1);
    PackFaults second = new PackFaults();
    PackArchive.read("x.zip", twice, SMALL, second);
    assertTrue(
        second.all().stream()
            .anyMatch(
                it -> it.toString().equals("roles/a.json: is in the archive for the second time")),
        second.all()::toString);
  }

  @Test
  void aTableOfContentsThatSaysSomethingElseIsRefused() throws IOException {
    byte[] archive = zip(Map.of("roles/a.json", bytes("{}")));
    directory(archive).put(46 + "roles/".length(), (byte) 'b');
    assertEquals(
        List.of("x.zip: is not a zip file that can be read: its table of contents differs"),
        refusal(archive, SMALL));
  }

  @Test
  void anArchiveThatNeedsAPasswordIsRefused() throws IOException {
    byte[] archive = zip(Map.of("roles/a.json", bytes("{}")));
    directory(archive).put(8, (byte) 1);
    assertEquals(
        List.of("x.zip: is not a zip file that can be read: it needs a password"),
        refusal(archive, SMALL));
  }

  /** Whatever is done to an archive, it is a pack or it is refused: nothing else is thrown. */
  @Test
  void damagedArchivesAreRefusedInWords() throws IOException {
    byte[] archive = PackArchive.write(PACK);
    Random random = new Random(7);
    int refused = 0;
    for (int i = 0; i < 2_000; i++) {
      byte[] damaged = archive.clone();
      for (int j = 0; j <= random.nextInt(3); j++) {
        damaged[random.nextInt(damaged.length)] = (byte) random.nextInt(256);
      }
      if (random.nextInt(4) == 0) {
        damaged = java.util.Arrays.copyOf(damaged, random.nextInt(damaged.length));
      }
      try {
        PackFaults faults = new PackFaults();
        PackLoader.load(
            PackArchive.read("x.zip", damaged, PackLimits.USUAL, faults),
            LinkHosts.usual(),
            PackLimits.USUAL,
            faults);
      } catch (InvalidPack invalid) {
        refused++;
        assertTrue(invalid.total() > 0);
      }
    }
    assertTrue(refused > 1_000, "only " + refused + " refused");
  }

  private static PackFiles read(byte[] archive) {
    PackFaults faults = new PackFaults();
    PackFiles files = PackArchive.read("x.zip", archive, SMALL, faults);
    assertEquals(List.of(), faults.all());
    return files;
  }

  private static List<String> refusal(byte[] archive, PackLimits limits) {
    InvalidPack invalid =
        assertThrows(
            InvalidPack.class, () -> PackArchive.read("x.zip", archive, limits, new PackFaults()));
    return invalid.faults().stream().map(PackFault::toString).toList();
  }

  private static byte[] zip(Map<String, byte[]> files) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (ZipOutputStream out = new ZipOutputStream(bytes)) {
      for (Map.Entry<String, byte[]> file : files.entrySet()) {
        out.putNextEntry(new ZipEntry(file.getKey()));
        out.write(file.getValue());
        out.closeEntry();
      }
    }
    return bytes.toByteArray();
  }

  /** The first line of the table of contents, to write into. */
  private static ByteBuffer directory(byte[] archive) {
    ByteBuffer zip = ByteBuffer.wrap(archive).order(ByteOrder.LITTLE_ENDIAN);
    int start = zip.getInt(archive.length - 22 + 16);
    return ByteBuffer.wrap(archive, start, archive.length - start)
        .slice()
        .order(ByteOrder.LITTLE_ENDIAN);
  }

  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }

  private static byte[] noise(int length) {
    byte[] bytes = new byte[length];
    new Random(length).nextBytes(bytes);
    return bytes;
  }
}
