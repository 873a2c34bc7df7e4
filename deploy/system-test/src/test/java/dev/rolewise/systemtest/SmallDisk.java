package dev.rolewise.systemtest;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

/**
 * A file system of its own below a folder, in memory and seen by one process and its children
 * alone: it can be small, full or read-only, and is gone with them.
 */
final class SmallDisk {

  private final Path folder;
  private final String options;

  private SmallDisk(Path folder, String options) {
    this.folder = folder;
    this.options = options;
  }

  static SmallDisk ofMebibytes(int size, Path folder) {
    return new SmallDisk(folder, "size=" + size + "m,mode=755");
  }

  static SmallDisk readOnly(Path folder) {
    return new SmallDisk(folder, "ro,mode=755");
  }

  /** Why there cannot be any here; empty when there can. */
  static Optional<String> whyNot() {
    try {
      List<String> command = new ArrayList<>(List.of(unshare().split(" ")));
      command.addAll(List.of("mount", "-t", "tmpfs", "tmpfs", "/mnt"));
      Process probe =
          new ProcessBuilder(command)
              .redirectErrorStream(true)
              .redirectOutput(ProcessBuilder.Redirect.DISCARD)
              .start();
      return probe.waitFor(20, TimeUnit.SECONDS) && probe.exitValue() == 0
          ? Optional.empty()
          : Optional.of("no file system can be mounted here, not even for one process");
    } catch (IOException missing) {
      return Optional.of("there is no unshare here");
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
      return Optional.of("interrupted");
    }
  }

  /** Words before a command. What is in the folder of this name is there at the beginning. */
  List<String> holding(Path seed) {
    List<String> words = new ArrayList<>(List.of(unshare().split(" ")));
    String script =
        "mount -t tmpfs -o \"$1\" tmpfs \"$2\" && { [ ! -d \"$3\" ] || cp -a \"$3\"/. \"$2\"; }"
            + " && shift 3 && exec \"$@\"";
    words.addAll(List.of("sh", "-c", script, "sh", options, folder.toString(), seed.toString()));
    return words;
  }

  /** Takes all room that is left, as the process of this number sees it. */
  static Path fill(long process, Path folder) throws IOException {
    Path ballast = Path.of("/proc/" + process + "/root" + folder, "ballast");
    byte[] block = new byte[4096];
    try (OutputStream out = Files.newOutputStream(ballast)) {
      while (true) {
        out.write(block);
      }
    } catch (IOException full) {
      if (!String.valueOf(full.getMessage()).contains("No space")) {
        throw full;
      }
    }
    return ballast;
  }

  /** As root a namespace for mounts alone; as anybody else in one where one is root. */
  private static String unshare() {
    return "root".equals(System.getProperty("user.name")) ? "unshare -m" : "unshare -r -m";
  }
}
