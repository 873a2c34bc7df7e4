package dev.rolewise.bench.load;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class ClosedLoopTest {
  private static final int REQUESTS = 200;

  private final AtomicInteger served = new AtomicInteger();
  private HttpServer server;
  private URI to;

  @BeforeEach
  void start() throws IOException {
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.createContext(
        "/",
        exchange -> {
          int number = served.incrementAndGet();
          boolean refused = exchange.getRequestURI().getPath().equals("/some") && number % 4 == 0;
          byte[] body = new byte[20_000];
          if (refused && number % 8 == 0) {
            exchange.getResponseHeaders().add("Retry-After", "1");
          }
          exchange.sendResponseHeaders(refused ? 503 : 200, body.length);
          exchange.getResponseBody().write(body);
          exchange.close();
        });
    server.start();
    to = URI.create("http://127.0.0.1:" + server.getAddress().getPort());
  }

  @AfterEach
  void stop() {
    server.stop(0);
  }

  @Test
  void everyRequestIsAskedOnceAndItsWholeAnswerRead() {
    Answers answers = ask("/all");
    assertEquals(REQUESTS, answers.all(200).count());
    assertEquals(REQUESTS, served.get());
  }

  @Test
  void refusalsAreCountedAndFailWhatExpectsNone() {
    Answers answers = ask("/some");
    assertEquals(REQUESTS * 3 / 4, answers.of(200));
    assertEquals(REQUESTS / 4, answers.of(503));
    assertEquals(REQUESTS / 8, answers.refusedWithoutRetry());
    assertThrows(IllegalStateException.class, () -> answers.all(200));
  }

  private Answers ask(String path) {
    AtomicInteger left = new AtomicInteger(REQUESTS);
    return new ClosedLoop(to, 5, () -> left.getAndDecrement() > 0 ? Requests.get(to, path) : null)
        .run(Duration.ofSeconds(20));
  }
}
