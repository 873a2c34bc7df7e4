package dev.rolewise.bench.capacity;

import dev.rolewise.bench.suite.Team;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/** Live pages that are open and wait: each a connection that has begun to be told. */
final class Streams implements AutoCloseable {

  private static final int AT_ONCE = 5;

  private final List<Socket> open = new ArrayList<>();

  private Streams() {}

  /** Opens them a few at a time: each begins with a question to the service, of which many wait. */
  static Streams open(String url, Team team, int count) throws IOException {
    Streams streams = new Streams();
    while (streams.count() < count) {
      for (int number = 0; number < AT_ONCE; number++) {
        streams.open.add(ask(URI.create(url), team));
      }
      streams
          .open
          .subList(streams.count() - AT_ONCE, streams.count())
          .forEach(Streams::awaitFirstEvent);
    }
    return streams;
  }

  int count() {
    return open.size();
  }

  private static Socket ask(URI gateway, Team team) throws IOException {
    Socket socket = new Socket(gateway.getHost(), gateway.getPort());
    socket.setSoTimeout(20_000);
    socket
        .getOutputStream()
        .write(
            ("GET /api/v1/rounds/"
                    + team.round()
                    + "/live HTTP/1.1\r\nHost: "
                    + gateway.getAuthority()
                    + "\r\nAccept: text/event-stream\r\nAuthorization: Bearer "
                    + team.organiser()
                    + "\r\n\r\n")
                .getBytes(StandardCharsets.US_ASCII));
    return socket;
  }

  private static void awaitFirstEvent(Socket socket) {
    try {
      InputStream in = socket.getInputStream();
      StringBuilder said = new StringBuilder();
      while (said.indexOf("data:") < 0) {
        int next = in.read();
        if (next < 0 || said.length() > 10_000) {
          throw new IllegalStateException("no live stream: " + said);
        }
        said.append((char) next);
      }
      if (said.indexOf("HTTP/1.1 200") != 0) {
        throw new IllegalStateException("no live stream: " + said);
      }
    } catch (IOException broken) {
      throw new UncheckedIOException(broken);
    }
  }

  @Override
  public void close() throws IOException {
    for (Socket socket : open) {
      socket.close();
    }
  }
}
