package dev.rolewise.content.pack;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PackFolderTest {
  @TempDir private Path folder;

  @Test
  void leavesLinksOut() throws IOException {
    Path secret = Files.writeString(folder.resolve("secret.json"), "{}");
    Path pack = Files.createDirectories(folder.resolve("pack/roles")).getParent();
    Files.writeString(pack.resolve("roles/a.json"), "{}");
    Files.createSymbolicLink(pack.resolve("roles/b.json"), secret);
    Files.createSymbolicLink(pack.resolve("texts"), folder);
    PackFaults faults = new PackFaults();
    PackFiles files = PackFolder.read(pack, PackLimits.USUAL, faults);
    assertEquals(Set.of("roles/a.json"), files.content().keySet());
    assertEquals("pack", files.name());
    assertEquals(
        Set.of(
            "roles/b.json: is a link; a pack holds files only",
            "texts: is a link; a pack holds files only"),
        Set.copyOf(faults.all().stream().map(PackFault::toString).toList()));
  }

  @Test
  void stopsAtTheLimit() throws IOException {
    for (int i = 0; i < 4; i++) {
      Files.writeString(folder.resolve("f" + i + ".json"), "{}");
    }
    InvalidPack refused =
        assertThrows(
            InvalidPack.class,
            () -> PackFolder.read(folder, new PackLimits(3, 10, 100, 1, 100), new PackFaults()));
    assertEquals(
        List.of("has more than 3 files; make it smaller, or two packs"),
        refused.faults().stream().map(PackFault::reason).toList());
  }
}
