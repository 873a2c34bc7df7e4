package dev.rolewise.content.pack;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.rolewise.content.validation.PackLoader;
import java.io.IOException;
import java.io.OutputStream;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PackFilesTest {
  private static final String FOLDER = "packs/test-pack";

  @Test
  void aJarHoldsTheSamePackAsTheFolderItWasMadeOf(@TempDir Path temporary) throws IOException {
    PackFiles folder = PackFiles.onClassPath(FOLDER);
    Path jar = temporary.resolve("content.jar");
    try (OutputStream file = Files.newOutputStream(jar);
        JarOutputStream out = new JarOutputStream(file)) {
      for (var entry : folder.content().entrySet()) {
        out.putNextEntry(new JarEntry(FOLDER + "/" + entry.getKey()));
        out.write(entry.getValue());
        out.closeEntry();
      }
      out.putNextEntry(new JarEntry("packs/other/pack.json"));
      out.closeEntry();
    }
    try (URLClassLoader loader = new URLClassLoader(new URL[] {jar.toUri().toURL()}, null)) {
      PackFiles packed = PackFiles.onClassPath(loader, FOLDER);
      assertEquals("test-pack", packed.name());
      assertEquals(folder.content().keySet(), packed.content().keySet());
      folder
          .content()
          .forEach((path, bytes) -> assertArrayEquals(bytes, packed.content().get(path), path));
      assertEquals(PackLoader.load(folder).hash(), PackLoader.load(packed).hash());
    }
  }

  @Test
  void saysWhichPackIsNotThere() {
    IllegalArgumentException missing =
        assertThrows(IllegalArgumentException.class, () -> PackFiles.onClassPath("packs/none"));
    assertEquals("no packs/none/pack.json", missing.getMessage());
  }
}
