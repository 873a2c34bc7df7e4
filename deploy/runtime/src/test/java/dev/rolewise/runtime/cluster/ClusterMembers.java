package dev.rolewise.runtime.cluster;

import io.vertx.core.Future;
import io.vertx.core.Vertx;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;

/** Members of one cluster in this JVM, each on real sockets of its own; closed all together. */
final class ClusterMembers implements AutoCloseable {

  private static final String HOST = "127.0.0.1";

  private final String name = "test-" + FreePorts.next();
  private final List<Integer> ports;
  private final List<Vertx> open = new ArrayList<>();

  /**
   * @param most how many there will be
   */
  ClusterMembers(int most) {
    ports = Stream.generate(FreePorts::next).limit(most).toList();
  }

  /** The next member. */
  Vertx join() throws Exception {
    return join(settings -> settings);
  }

  /** The next member, with a certificate. */
  Vertx join(BusCertificates certificates) throws Exception {
    return join(settings -> with(settings, settings.name(), Optional.of(certificates)));
  }

  /** The next one, at the same addresses but with another cluster's name. */
  Vertx joinAs(String otherName) throws Exception {
    return join(settings -> with(settings, otherName, settings.certificates()));
  }

  /** What the member of this number is told. */
  ClusterSettings settings(int number) {
    return new ClusterSettings(
        name,
        HOST,
        ports.get(number),
        FreePorts.next(),
        new Discovery.Members(ports.stream().map(port -> HOST + ":" + port).toList()),
        Duration.ofSeconds(1),
        Duration.ofMinutes(3),
        Optional.empty());
  }

  static <T> T get(Future<T> future) throws Exception {
    return future.toCompletionStage().toCompletableFuture().get(60, TimeUnit.SECONDS);
  }

  private Vertx join(UnaryOperator<ClusterSettings> change) throws Exception {
    Vertx member = get(ClusteredVertx.open(change.apply(settings(open.size()))));
    open.add(member);
    return member;
  }

  private static ClusterSettings with(
      ClusterSettings settings, String name, Optional<BusCertificates> certificates) {
    return new ClusterSettings(
        name,
        settings.host(),
        settings.port(),
        settings.busPort(),
        settings.discovery(),
        settings.joinWait(),
        settings.deadAfter(),
        certificates);
  }

  @Override
  public void close() throws Exception {
    for (Vertx member : open) {
      get(member.close());
    }
  }
}
