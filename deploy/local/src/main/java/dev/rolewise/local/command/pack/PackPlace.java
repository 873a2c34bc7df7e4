package dev.rolewise.local.command.pack;

import dev.rolewise.content.pack.Pack;
import dev.rolewise.content.pack.PackArchive;
import dev.rolewise.content.pack.PackFaults;
import dev.rolewise.content.pack.PackFiles;
import dev.rolewise.content.pack.PackFolder;
import dev.rolewise.content.pack.PackLimits;
import dev.rolewise.content.validation.LinkHosts;
import dev.rolewise.content.validation.PackLoader;
import dev.rolewise.local.input.InputFault;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * A pack on this machine.
 *
 * @param path a folder, or a zip file
 */
record PackPlace(Path path) {
  /**
   * Its files as they are, whatever they say.
   *
   * @throws InputFault when there is nothing that could be a pack
   */
  PackFiles files(PackFaults faults) {
    try {
      if (Files.isDirectory(path)) {
        return PackFolder.read(path, PackLimits.USUAL, faults);
      }
      if (!Files.isRegularFile(path)) {
        throw InputFault.in(path, "is neither a folder nor a zip file");
      }
      return PackArchive.read(path.getFileName().toString(), bytes(), PackLimits.USUAL, faults);
    } catch (IOException unreadable) {
      throw InputFault.in(path, "cannot be read: " + unreadable.getMessage());
    }
  }

  /**
   * The pack in it.
   *
   * @throws dev.rolewise.content.pack.InvalidPack with every fault
   */
  Pack load(LinkHosts hosts) {
    PackFaults faults = new PackFaults();
    return PackLoader.load(files(faults), hosts, PackLimits.USUAL, faults);
  }

  private byte[] bytes() throws IOException {
    try (InputStream in = Files.newInputStream(path)) {
      byte[] bytes = in.readNBytes(PackLimits.LARGEST + 1);
      if (bytes.length > PackLimits.LARGEST) {
        throw InputFault.in(path, "is larger than " + PackLimits.LARGEST / 1024 / 1024 + " MiB");
      }
      return bytes;
    }
  }
}
