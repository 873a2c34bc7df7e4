package dev.rolewise.local;

import dev.rolewise.runtime.fault.StartFault;
import java.io.IOException;
import java.net.BindException;
import java.net.Inet4Address;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.NetworkInterface;
import java.net.ServerSocket;
import java.net.SocketException;
import java.net.URI;
import java.net.UnknownHostException;
import java.util.Collections;
import java.util.Optional;

/**
 * Where the suite listens and what its links say.
 *
 * @param host to listen on
 * @param port to listen on, never 0
 * @param local address for a browser on this machine, without a trailing slash
 * @param published address that links and QR codes carry, without a trailing slash
 */
record Address(String host, int port, URI local, URI published) {

  /**
   * Checks that the port is free before anything slow begins.
   *
   * @param port 0 for any free one
   * @param wish what links must carry; without it the best guess
   */
  static Address of(String host, int port, Optional<URI> wish) {
    InetAddress listen = resolve(host);
    int free = freePort(listen, host, port);
    boolean everywhere = listen.isAnyLocalAddress();
    URI local = web(everywhere || listen.isLoopbackAddress() ? "localhost" : host, free);
    URI guess = everywhere ? onThisNetwork().map(name -> web(name, free)).orElse(local) : local;
    return new Address(host, free, local, wish.map(Address::checked).orElse(guess));
  }

  /** Whether other machines can reach it at all. */
  boolean open() {
    return !resolve(host).isLoopbackAddress();
  }

  private static InetAddress resolve(String host) {
    try {
      return InetAddress.getByName(host);
    } catch (UnknownHostException unknown) {
      throw new StartFault(
          "There is no address " + host + " on this machine: choose another one with --host.");
    }
  }

  private static int freePort(InetAddress listen, String host, int port) {
    try (ServerSocket socket = new ServerSocket()) {
      // as the server will: a port whose connections have just been closed counts as free
      socket.setReuseAddress(true);
      socket.bind(new InetSocketAddress(listen, port));
      return socket.getLocalPort();
    } catch (BindException taken) {
      String message = String.valueOf(taken.getMessage());
      if (message.contains("in use")) {
        throw new StartFault(
            "Port "
                + port
                + " on "
                + host
                + " is already in use: stop what uses it, or choose another one with --port.");
      }
      throw new StartFault(
          message.contains("ermission")
              ? "Port "
                  + port
                  + " needs more rights than you have: choose one above 1023 with --port."
              : "There is no address "
                  + host
                  + " on this machine: choose another one with --host.");
    } catch (IOException failed) {
      throw StartFault.because(
          "Port " + port + " on " + host + " cannot be opened (see --port and --host)", failed);
    }
  }

  private static URI checked(URI wish) {
    boolean web = "http".equals(wish.getScheme()) || "https".equals(wish.getScheme());
    if (!web || wish.getHost() == null || wish.getQuery() != null || wish.getFragment() != null) {
      throw new StartFault("--public-url must be an address such as http://192.168.1.20:8080.");
    }
    return URI.create(wish.toString().replaceAll("/+$", ""));
  }

  private static URI web(String host, int port) {
    return URI.create("http://" + (host.contains(":") ? "[" + host + "]" : host) + ":" + port);
  }

  /** The address of this machine that phones on the same network most likely reach. */
  private static Optional<String> onThisNetwork() {
    try {
      for (NetworkInterface network : Collections.list(NetworkInterface.getNetworkInterfaces())) {
        if (!network.isUp()
            || network.isLoopback()
            || network.isPointToPoint()
            || network.isVirtual()) {
          continue;
        }
        for (InetAddress address : Collections.list(network.getInetAddresses())) {
          if (address instanceof Inet4Address && address.isSiteLocalAddress()) {
            return Optional.of(address.getHostAddress());
          }
        }
      }
    } catch (SocketException unknown) {
      return Optional.empty();
    }
    return Optional.empty();
  }
}
