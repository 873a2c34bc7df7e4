package dev.rolewise.systemtest;

import dev.rolewise.systemtest.RawHttp.Message;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.Deque;
import java.util.Locale;
import java.util.concurrent.ConcurrentLinkedDeque;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * A reverse proxy as attackers wish for: it passes on every byte of a head, knows the lengths that
 * are spelled right and no others, and gives one client's connection to the next as long as nobody
 * says that it closes.
 */
final class NaiveProxy implements ProxyInFront {
  private static final int CLIENT_MILLIS = 10_000;
  private static final int UPSTREAM_MILLIS = 1_500;
  private static final String GATEWAY_TIMEOUT =
      "HTTP/1.1 504 Gateway Timeout\r\nContent-Length: 0\r\nConnection: close\r\n\r\n";

  private final ServerSocket server;
  private final int upstreamPort;
  private final Deque<RawHttp> idle = new ConcurrentLinkedDeque<>();
  private final ExecutorService threads = Executors.newCachedThreadPool();
  private final AtomicInteger reused = new AtomicInteger();

  private NaiveProxy(ServerSocket server, int upstreamPort) {
    this.server = server;
    this.upstreamPort = upstreamPort;
  }

  static NaiveProxy start(int upstreamPort) throws IOException {
    ServerSocket server = new ServerSocket(0, 200, InetAddress.getLoopbackAddress());
    NaiveProxy proxy = new NaiveProxy(server, upstreamPort);
    proxy.threads.execute(proxy::accept);
    return proxy;
  }

  @Override
  public int port() {
    return server.getLocalPort();
  }

  /** Requests that went over a connection that had answered another one before. */
  int reused() {
    return reused.get();
  }

  private void accept() {
    while (!server.isClosed()) {
      try {
        Socket client = server.accept();
        client.setSoTimeout(CLIENT_MILLIS);
        threads.execute(() -> serve(client));
      } catch (IOException closed) {
        return;
      }
    }
  }

  private void serve(Socket socket) {
    try (RawHttp client = RawHttp.over(socket)) {
      for (String head = client.readHead(); !head.isEmpty(); head = client.readHead()) {
        String request = head + body(client, new Message(head, ""));
        Message answer = forward(request, head.startsWith("HEAD "));
        client.send(answer.head() + answer.body());
        if (answer.saysClose()) {
          return;
        }
      }
    } catch (IOException | RuntimeException gone) {
      // the client went away or speaks no HTTP: nobody is left to tell
    }
  }

  private static String body(RawHttp client, Message head) throws IOException {
    if (head.header("transfer-encoding").equalsIgnoreCase("chunked")) {
      return client.readChunks();
    }
    String length = head.header("content-length");
    return length.matches("\\d{1,6}") ? client.read(Integer.parseInt(length)) : "";
  }

  private Message forward(String request, boolean withoutBody) throws IOException {
    while (true) {
      RawHttp upstream = idle.pollFirst();
      boolean second = upstream != null;
      if (!second) {
        upstream = RawHttp.to(upstreamPort, UPSTREAM_MILLIS);
      }
      try {
        upstream.send(request);
        Message answer = upstream.readResponse(withoutBody);
        if (!answer.head().isEmpty()) {
          keep(upstream, answer);
          reused.addAndGet(second ? 1 : 0);
          return answer;
        }
        upstream.close();
      } catch (java.net.SocketTimeoutException silent) {
        upstream.close();
        return new Message(GATEWAY_TIMEOUT, "");
      } catch (IOException broken) {
        upstream.close();
      }
      if (!second) {
        throw new IOException("the suite closed a fresh connection without an answer");
      }
    }
  }

  private void keep(RawHttp upstream, Message answer) throws IOException {
    if (answer.saysClose() || answer.head().toLowerCase(Locale.ROOT).startsWith("http/1.0")) {
      upstream.close();
    } else {
      idle.addFirst(upstream);
    }
  }

  @Override
  public void close() throws IOException, InterruptedException {
    server.close();
    threads.shutdownNow();
    for (RawHttp upstream : idle) {
      upstream.close();
    }
    threads.awaitTermination(CLIENT_MILLIS, TimeUnit.MILLISECONDS);
  }
}
