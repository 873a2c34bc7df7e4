package dev.rolewise.runtime.cluster;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.HashMap;
import java.util.Map;
import java.util.Random;

/**
 * Ports that stay the same over restarts of a process. They lie below those that the system hands
 * to outgoing connections, which might otherwise take one in between; and no two JVMs that test at
 * the same time are given the same one, though nobody may listen there yet: each is a locked file
 * until the JVM ends.
 */
public final class FreePorts {
  private static final int FIRST = 20_000;
  private static final int LAST = 32_000;
  private static final Map<Integer, FileChannel> GIVEN = new HashMap<>();
  private static final Random RANDOM = new Random();

  private FreePorts() {}

  /** One that nobody uses and that no other caller was given. */
  public static synchronized int next() {
    try {
      Path claims =
          Files.createDirectories(
              Path.of(
                  System.getProperty("java.io.tmpdir"),
                  "rolewise-test-ports-" + System.getProperty("user.name")));
      while (true) {
        int port = FIRST + RANDOM.nextInt(LAST - FIRST);
        if (!GIVEN.containsKey(port) && claim(claims, port) && isFree(port)) {
          return port;
        }
      }
    } catch (IOException failed) {
      throw new UncheckedIOException(failed);
    }
  }

  private static boolean claim(Path claims, int port) throws IOException {
    FileChannel claim =
        FileChannel.open(
            claims.resolve(Integer.toString(port)),
            StandardOpenOption.CREATE,
            StandardOpenOption.WRITE);
    if (claim.tryLock() == null) {
      claim.close();
      return false;
    }
    GIVEN.put(port, claim);
    return true;
  }

  private static boolean isFree(int port) {
    try (ServerSocket probe = new ServerSocket(port, 1, InetAddress.getByName("0.0.0.0"))) {
      return probe.isBound();
    } catch (IOException taken) {
      return false;
    }
  }
}
