package dev.rolewise.runtime.lifecycle;

import dev.rolewise.runtime.fault.StartFault;
import io.vertx.core.Future;
import io.vertx.core.http.HttpServer;
import java.io.IOException;
import java.net.BindException;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.util.Locale;

/** Opens ports, and says in plain words why one cannot be opened. */
public final class Listening {

  private Listening() {}

  /**
   * Starts listening.
   *
   * @param port 0 for any free one
   * @param setting what the person at the keyboard changes to get another port, e.g. {@code --port}
   * @return the server, or a failure with {@link StartFault}
   */
  public static Future<HttpServer> open(HttpServer server, String host, int port, String setting) {
    return server
        .listen(port, host)
        .recover(failure -> Future.failedFuture(explain(failure, host, port, setting)));
  }

  /**
   * Fails plainly when a port cannot be opened. For ports that others open, who would explain it at
   * length.
   */
  static void check(String host, int port, String setting) {
    try (ServerSocket probe = new ServerSocket()) {
      probe.setReuseAddress(true);
      probe.bind(new InetSocketAddress(host, port));
    } catch (IOException taken) {
      throw explain(taken, host, port, setting);
    }
  }

  /** A port that cannot be opened, in one plain sentence. */
  public static StartFault explain(Throwable failure, String host, int port, String setting) {
    String message = String.valueOf(failure.getMessage()).toLowerCase(Locale.ROOT);
    if (failure instanceof BindException || message.contains("bind")) {
      if (message.contains("in use")) {
        return new StartFault(
            "Port "
                + port
                + " on "
                + host
                + " is already in use: stop what uses it, or choose another one with "
                + setting
                + ".");
      }
      if (message.contains("permission")) {
        return new StartFault(
            "Port "
                + port
                + " needs more rights than this program has: choose one above 1023 with "
                + setting
                + ".");
      }
    }
    return StartFault.because(
        "Port " + port + " on " + host + " cannot be opened (" + setting + ")", failure);
  }
}
