package dev.rolewise.images;

import java.io.IOException;
import java.nio.file.Path;

/** Keeps what was seen in a run: its arguments are the file Java wrote and the file to keep. */
public final class StartupClassesMain {

  private StartupClassesMain() {}

  /** Reads the first file and writes the second. */
  public static void main(String[] arguments) throws IOException {
    StartupClasses.seen(Path.of(arguments[0])).write(Path.of(arguments[1]));
  }
}
