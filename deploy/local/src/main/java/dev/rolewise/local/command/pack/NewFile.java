package dev.rolewise.local.command.pack;

import dev.rolewise.local.input.InputFault;
import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/** Writes files that were not there before. */
final class NewFile {
  private NewFile() {}

  static void write(Path file, byte[] bytes) {
    try {
      Files.write(file, bytes, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE);
    } catch (FileAlreadyExistsException there) {
      throw InputFault.in(file, "is there already; give another name or move it away");
    } catch (IOException unwritable) {
      throw InputFault.in(file, "cannot be written: " + unwritable.getMessage());
    }
  }
}
