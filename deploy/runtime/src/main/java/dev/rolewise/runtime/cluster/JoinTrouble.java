package dev.rolewise.runtime.cluster;

import dev.rolewise.runtime.fault.StartFault;
import dev.rolewise.runtime.health.Readiness;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.shareddata.Shareable;
import java.time.Duration;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.IntSupplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Why a process may have found nobody: a name without an address, or a neighbour of another
 * cluster. One that is alone for such a reason takes no work, or a rollout with a slip of the pen
 * would replace every process that works by one that nobody can reach.
 */
final class JoinTrouble implements Shareable {

  private static final Logger LOG = LoggerFactory.getLogger(JoinTrouble.class);
  private static final String KEPT = "rolewise.join-trouble";
  private static final String CHECK = "members";

  /** A name is looked up every few seconds, and complained of each time. */
  private static final long NAME_NANOS = Duration.ofSeconds(20).toNanos();

  private final ClusterSettings settings;
  private final Set<String> told = ConcurrentHashMap.newKeySet();
  private volatile Optional<Trouble> last = Optional.empty();

  /** What was said last, and whether it counts when it is not said again. */
  private record Trouble(String line, boolean lasts, long since) {

    boolean counts() {
      return lasts || System.nanoTime() - since < NAME_NANOS;
    }
  }

  JoinTrouble(ClusterSettings settings) {
    this.settings = settings;
  }

  /** Whether this is the member that listens there. */
  boolean isOf(String host, int port) {
    return settings.host().equals(host) && settings.port() == port;
  }

  void nameWithoutAddress(String name) {
    String setting =
        settings.discovery() instanceof Discovery.DnsName ? "cluster.dns-name" : "cluster.members";
    note(
        "The name "
            + name
            + " has no address, so nobody is looked for there: correct "
            + setting
            + ", or make the name known.",
        false);
  }

  void strangerAt(String address) {
    note(
        "The process at "
            + address
            + " is not of the cluster "
            + settings.name()
            + ": give all processes the same cluster.name.",
        true);
  }

  private void note(String line, boolean lasts) {
    last = Optional.of(new Trouble(line, lasts, System.nanoTime()));
    if (told.add(line)) {
      LOG.warn("{}", line);
    }
  }

  /** From now on found by {@link #checkIn}. */
  void of(Vertx vertx, IntSupplier members) {
    vertx.sharedData().<String, Joined>getLocalMap(KEPT).put(CHECK, new Joined(this, members));
  }

  /** Adds the check {@code members} to a process that is a member of a cluster. */
  static void checkIn(Readiness readiness, Vertx vertx) {
    Joined joined = vertx.sharedData().<String, Joined>getLocalMap(KEPT).get(CHECK);
    if (joined != null) {
      readiness.check(CHECK, joined::ask);
    }
  }

  private record Joined(JoinTrouble trouble, IntSupplier members) implements Shareable {

    Future<Void> ask() {
      return members.getAsInt() > 1
          ? Future.succeededFuture()
          : trouble
              .last
              .filter(Trouble::counts)
              .map(known -> Future.<Void>failedFuture(new StartFault(known.line())))
              .orElseGet(Future::succeededFuture);
    }
  }
}
