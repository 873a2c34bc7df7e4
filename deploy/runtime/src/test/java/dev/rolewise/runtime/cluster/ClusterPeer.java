package dev.rolewise.runtime.cluster;

import com.hazelcast.core.Hazelcast;
import dev.rolewise.runtime.lifecycle.ServiceDefinition;
import dev.rolewise.runtime.lifecycle.ServiceMain;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/** A process that does nothing but be a member, and loses its place when a file appears. */
public final class ClusterPeer {

  private static final String LOSE_PLACE = "peer.lose-place";

  private ClusterPeer() {}

  /** The program. */
  public static void main(String[] arguments) {
    ServiceMain.main(
        new ServiceDefinition<>(
            "peer",
            reader -> {
              reader.optionalText(LOSE_PLACE).map(Path::of).ifPresent(ClusterPeer::losePlaceOnce);
              return "";
            },
            none -> Optional.empty(),
            (none, readiness) -> List.of()),
        arguments);
  }

  private static void losePlaceOnce(Path file) {
    Thread watch =
        new Thread(
            () -> {
              Object turn = new Object();
              while (!Files.exists(file)) {
                synchronized (turn) {
                  try {
                    turn.wait(50);
                  } catch (InterruptedException ended) {
                    return;
                  }
                }
              }
              Hazelcast.shutdownAll();
            },
            "lose-place");
    watch.setDaemon(true);
    watch.start();
  }
}
