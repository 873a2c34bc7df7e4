package dev.rolewise.gateway.edge;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.rolewise.gateway.wire.RawConnection;
import io.vertx.core.Vertx;
import io.vertx.junit5.VertxExtension;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(VertxExtension.class)
class DeadlineTest {

  private static final Duration DEADLINE = Duration.ofMillis(1_500);
  private static final Duration GRACE = Duration.ofSeconds(2);
  private static final String LARGE = "GET /large HTTP/1.1\nHost: a\n\n";

  @Test
  void whoDoesNotReadTheAnswerIsLetGoAndWhoReadsItStays(Vertx vertx) throws Exception {
    EdgeServer edge = EdgeServer.start(vertx, DEADLINE, List.of());
    try (RawConnection reading = RawConnection.to(edge.port())) {
      assertTrue(reading.send(LARGE).readResponse().length() > EdgeServer.LARGE);
      try (RawConnection stalled = RawConnection.narrow(edge.port())) {
        stalled.send(LARGE).readUntil("HTTP/1.1 200 ");
        assertEquals(2, edge.open());
        long latest = System.nanoTime() + DEADLINE.plus(GRACE).toNanos();
        while (edge.open() > 1) {
          assertTrue(System.nanoTime() < latest, "still open: " + edge.open());
          Thread.onSpinWait();
        }
      }
      // its own deadline is over by now, too
      String next = reading.send("GET / HTTP/1.1\nHost: a\n\n").readResponse();
      assertTrue(next.startsWith("HTTP/1.1 200 "), next);
    }
  }
}
