package dev.rolewise.gateway.edge;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.rolewise.gateway.wire.RawConnection;
import io.vertx.core.Vertx;
import io.vertx.junit5.VertxExtension;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(VertxExtension.class)
class AdmissionTest {
  private static final String READ = "GET /api/v1/behind HTTP/1.1\nHost: a\n\n";
  private static final String WRITE =
      "POST /api/v1/behind?x=1 HTTP/1.1\nHost: a\nContent-Length: 3\n\nabc";

  @Test
  void whatFindsNoRoomIsRefusedAndKeepsItsConnection(Vertx vertx) throws Exception {
    EdgeServer server = EdgeServer.start(vertx);
    try (RawConnection connection = RawConnection.to(server.port())) {
      assertEquals(200, status(connection.send(READ).readResponse()));
      server.fill(true);
      for (String request : List.of(READ, WRITE, READ)) {
        String answer = connection.send(request).readResponse();
        assertEquals(503, status(answer));
        assertTrue(answer.contains("\r\nretry-after: 2\r\n"), answer);
        assertTrue(answer.contains("\"code\":\"unavailable\""), answer);
        assertTrue(answer.contains("\r\nx-content-type-options: nosniff\r\n"), answer);
        assertFalse(answer.contains("connection: close"), answer);
      }
      server.fill(false);
      assertEquals(200, status(connection.send(READ).readResponse()));
    }
    assertEquals(List.of("/api/v1/behind", "/api/v1/behind"), server.reached());
  }

  @Test
  void aBodyThatIsStillUnderWayEndsTheConnection(Vertx vertx) throws Exception {
    EdgeServer server = EdgeServer.start(vertx);
    server.fill(true);
    try (RawConnection connection = RawConnection.to(server.port())) {
      String head = "POST /api/v1/behind HTTP/1.1\nHost: a\nContent-Length: 50\n\nGET ";
      String answer = connection.send(head).readToEnd();
      assertEquals(503, status(answer));
      assertTrue(answer.contains("\r\nconnection: close\r\n"), answer);
    }
    assertEquals(List.of(), server.reached());
  }

  @Test
  void nothingElseIsRefusedForThat(Vertx vertx) throws Exception {
    EdgeServer server = EdgeServer.start(vertx);
    server.fill(true);
    try (RawConnection connection = RawConnection.to(server.port())) {
      for (String path : List.of("/", "/victim", "/api/v1/behinds")) {
        String request = "GET " + path + " HTTP/1.1\nHost: a\n\n";
        assertEquals(200, status(connection.send(request).readResponse()));
      }
    }
  }

  private static int status(String answer) {
    return Integer.parseInt(answer.substring(9, 12));
  }
}
