package dev.rolewise.runtime.cluster;

import dev.rolewise.runtime.log.Seldom;
import dev.rolewise.runtime.metrics.ClosedCounter;
import dev.rolewise.runtime.metrics.Meters;
import io.netty.handler.ssl.NotSslRecordException;
import io.vertx.core.Vertx;
import java.net.InetSocketAddress;
import java.net.SocketAddress;
import java.nio.channels.ClosedChannelException;
import java.security.cert.CertPathValidatorException;
import java.security.cert.CertificateException;
import java.security.cert.CertificateExpiredException;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Tells of those who knock at the port of the bus and do not get in, as none of ours does: a
 * sentence now and then, and a count of all of them.
 */
final class Strangers {

  private static final Logger LOG = LoggerFactory.getLogger(Strangers.class);

  /** Between two sentences. */
  static final Duration PAUSE = Duration.ofSeconds(10);

  /** Why one was cut off, as somebody has to know who wants to mend it. */
  enum Reason {
    NO_TLS("it does not encrypt"),
    NO_CERTIFICATE("it showed no certificate"),
    EXPIRED("its certificate is no longer valid"),
    UNKNOWN_AUTHORITY("its certificate is not of the authority of this bus"),
    MISTRUSTS_US("it does not believe the certificate of this process"),
    BROKEN_OFF("it broke off"),
    OTHER("what it said cannot be understood");

    private final String words;

    Reason(String words) {
      this.words = words;
    }

    String label() {
      return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
  }

  private final Seldom lines = new Seldom(PAUSE);
  private volatile Optional<ClosedCounter> counter = Optional.empty();

  /** From now on they are counted as well. */
  void countIn(Vertx vertx) {
    counter =
        Optional.of(
            ClosedCounter.of(
                Meters.of(vertx),
                "rolewise.bus.strangers",
                "Connections to the port of the bus that were cut off before their first word",
                "reason",
                Arrays.stream(Reason.values()).map(Reason::label).toList()));
  }

  /** A handshake has failed. */
  void cutOff(SocketAddress from, Throwable failure) {
    Reason reason = reason(failure);
    counter.ifPresent(one -> one.increment(reason.label()));
    lines.say(
        times ->
            LOG.warn(
                "{} cut off at the port of the bus, the last one at {}: {}. A process of Rolewise"
                    + " needs cluster.tls.* as all others have it; keep everybody else from this"
                    + " port.",
                times == 1 ? "1 connection was" : times + " connections were",
                address(from),
                reason.words));
  }

  /** Some reasons have a kind of exception of their own, others only words. */
  static Reason reason(Throwable failure) {
    List<Throwable> causes =
        Stream.iterate(failure, Objects::nonNull, Throwable::getCause).toList();
    String words =
        causes.stream()
            .map(cause -> String.valueOf(cause.getMessage()).toLowerCase(Locale.ROOT))
            .collect(Collectors.joining("\n"));
    if (has(causes, NotSslRecordException.class)) {
      return Reason.NO_TLS;
    }
    if (has(causes, CertificateExpiredException.class)) {
      return Reason.EXPIRED;
    }
    if (has(causes, CertificateException.class) || has(causes, CertPathValidatorException.class)) {
      return Reason.UNKNOWN_AUTHORITY;
    }
    if (words.contains("empty") && words.contains("certificate chain")) {
      return Reason.NO_CERTIFICATE;
    }
    if (words.contains("fatal alert")) {
      return Reason.MISTRUSTS_US;
    }
    return has(causes, ClosedChannelException.class) ? Reason.BROKEN_OFF : Reason.OTHER;
  }

  private static boolean has(List<Throwable> causes, Class<? extends Throwable> kind) {
    return causes.stream().anyMatch(kind::isInstance);
  }

  private static String address(SocketAddress from) {
    return from instanceof InetSocketAddress known && known.getAddress() != null
        ? known.getAddress().getHostAddress()
        : "an unknown address";
  }
}
