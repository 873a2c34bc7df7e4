package dev.rolewise.gateway.edge;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.rolewise.gateway.wire.RawConnection;
import io.vertx.core.Vertx;
import io.vertx.junit5.VertxExtension;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@ExtendWith(VertxExtension.class)
class RequestGuardTest {

  private static final String NEXT = "GET /victim HTTP/1.1\nHost: a\n\n";

  private EdgeServer server;

  @BeforeEach
  void listen(Vertx vertx) throws Exception {
    server = EdgeServer.start(vertx);
  }

  @AfterEach
  void nobodyElseWasReached() {
    assertFalse(server.reached().contains("/victim"), "a poisoned connection reached a handler");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "GET / HTTP/1.1\nHost: a\nContent-Xength: 30\n\n",
        "GET / HTTP/1.1\nHost: a\nContent-1ength: 29\n\n",
        "GET / HTTP/1.1\nHost: a\nContent-Length: 29\n\n",
        "GET / HTTP/1.1\nHost: a\nContent-Length: 00\n\n",
        "GET / HTTP/1.1\nHost: a\nTransfer-Encoding: chunked\n\n0\n\n",
        "HEAD / HTTP/1.1\nHost: a\nContent-Length: 5\n\nabcde",
        "DELETE / HTTP/1.1\nHost: a\nContent-Length: 5\n\nabcde",
        "OPTIONS / HTTP/1.1\nHost: a\nContent-Xength: 5\n\nabcde",
        "POST /body HTTP/1.1\nHost: a\nContent-Length: 3\nContent-Length: 3\n\nabc",
        "POST /body HTTP/1.1\nHost: a\nContent-Length: 3\nContent-Xength: 9\n\nabc",
        "POST /body HTTP/1.1\nHost: a\nContent-Length: 3, 3\n\nabc",
        "POST /body HTTP/1.1\nHost: a\nContent-Length: +3\n\nabc",
        "POST /body HTTP/1.1\nHost: a\nContent-Length: 0x3\n\nabc",
        "POST /body HTTP/1.1\nHost: a\nContent-Length: 99999999999999999999\n\nabc",
        "POST /body HTTP/1.1\nHost: a\nContent-Length: 3\nTransfer-Encoding: chunked\n\n0\n\n",
        "POST /body HTTP/1.1\nHost: a\nTransfer-Encoding: gzip, chunked\n\n0\n\n",
        "POST /body HTTP/1.1\nHost: a\nTransfer-Encoding: xchunked\n\n0\n\n",
        "POST /none HTTP/1.1\nHost: a\nContent-Xength: 20\n\n",
        "POST /none HTTP/1.1\nHost: a\nContent-Length: 20\n\n",
        "POST /none HTTP/1.1\nHost: a\nTransfer-Encoding: chunked\n\n3\nabc\n0\n\n",
        "GET / HTTP/1.1\n\n",
        "GET / HTTP/1.1\nHost: a\nHost: b\n\n",
        "GET / HTTP/1.1\nHost: a\n folded: x\n\n",
        "GET / HTTP/1.1\nHost : a\n\n",
        "GET / HTTP/1.1\nHost: a\nX-Odd: a\u0001b\n\n",
        "GET http://elsewhere/ HTTP/1.1\nHost: a\n\n",
        "GET /a/../b HTTP/1.1\nHost: a\n\n",
        "GET /a/%2E%2e/b HTTP/1.1\nHost: a\n\n",
        "GET /a%2fb HTTP/1.1\nHost: a\n\n",
        "GET /a\\b HTTP/1.1\nHost: a\n\n",
        "GET /a%00 HTTP/1.1\nHost: a\n\n",
        "GET //elsewhere HTTP/1.1\nHost: a\n\n",
        "GET /%zz HTTP/1.1\nHost: a\n\n",
        "GET /?q=%f HTTP/1.1\nHost: a\n\n",
        "GET http: HTTP/1.1\nHost: a\n\n",
        "CONNECT a:1 HTTP/1.1\nHost: a\n\n",
        "TRACE / HTTP/1.1\nHost: a\n\n",
        "NONSENSE\n\n",
        "GET / HTTP/2.0\nHost: a\n\n",
        "GET / HTTP/0.9\nHost: a\n\n",
        "GET / HTTP/1.10\nHost: a\n\n",
        "GET / http/1.1\nHost: a\n\n",
        "GET / HTTP/9.9\nHost: a\nX-Odd: a\u0001b\n\n",
        "POST /body HTTP/2.0\nHost: a\nContent-Length: 3\n\nabc",
        "POST /body HTTP/9.9\nHost: a\nTransfer-Encoding: chunked\n\n3\nabc\n0\n\n",
      })
  void theRequestIsRefusedAndTheNextOneNeverAnswered(String poisoned) throws Exception {
    try (RawConnection connection = RawConnection.to(server.port())) {
      String all = connection.send(poisoned + NEXT).readToEnd();
      assertTrue(all.startsWith("HTTP/1.1 400 ") || all.startsWith("HTTP/1.0 400 "), all);
      assertEquals(1, all.split("HTTP/1\\.", -1).length - 1, all);
      assertTrue(all.contains("application/problem+json") || poisoned.startsWith("HEAD"), all);
      assertTrue(all.contains("content-security-policy: default-src 'none'"), all);
    }
  }

  @Test
  void aBareLineFeedEndsNoLine() throws Exception {
    try (RawConnection connection = RawConnection.to(server.port())) {
      String all = connection.sendExactly("GET / HTTP/1.1\nHost: a\n\n").readToEnd();
      assertTrue(all.contains(" 400 "), all);
    }
  }

  @Test
  void anAnswerBeforeTheBodysEndIsTheLast() throws Exception {
    try (RawConnection connection = RawConnection.to(server.port())) {
      String all =
          connection
              .send("POST /refusing HTTP/1.1\nHost: a\nContent-Length: 4\n\nab")
              .readResponse();
      assertTrue(all.startsWith("HTTP/1.1 401 "), all);
      assertEquals("", connection.send("cd" + NEXT + NEXT).readToEnd());
    }
  }

  @Test
  void anAnswerThatWentWellBeforeTheBodysEndIsTheLast() throws Exception {
    try (RawConnection connection = RawConnection.to(server.port())) {
      String all =
          connection
              .send("POST /hasty HTTP/1.1\nHost: a\nContent-Xength: 20\n\n" + NEXT)
              .readToEnd();
      assertTrue(all.startsWith("HTTP/1.1 200 "), all);
      assertTrue(all.contains("connection: close"), all);
      assertEquals(1, all.split("HTTP/1\\.", -1).length - 1, all);
    }
  }

  @Test
  void aConnectionNeverBecomesHttp2() throws Exception {
    try (RawConnection connection = RawConnection.to(server.port())) {
      String answer =
          connection
              .send(
                  "GET / HTTP/1.1\nHost: a\nConnection: Upgrade, HTTP2-Settings\nUpgrade: h2c\n"
                      + "HTTP2-Settings: AAMAAABkAAQAAP__\n\n")
              .readResponse();
      assertTrue(answer.startsWith("HTTP/1.1 200 "), answer);
    }
    try (RawConnection connection = RawConnection.to(server.port())) {
      String all = connection.send("PRI * HTTP/2.0\n\nSM\n\n").readToEnd();
      assertTrue(all.startsWith("HTTP/1.1 400 "), all);
    }
  }

  @Test
  void usualRequestsShareAConnection() throws Exception {
    try (RawConnection connection = RawConnection.to(server.port())) {
      for (String request :
          new String[] {
            "GET / HTTP/1.1\nHost: a\n\n",
            "GET /?x=%2e%2e/y HTTP/1.1\nHost: a\nContent-Length: 0\n\n",
            "POST /body HTTP/1.1\nHost: a\nContent-Length: 3\n\nabc",
            "POST /body HTTP/1.1\nHost: a\nTransfer-Encoding: chunked\n\n3\nabc\n0\n\n",
            "POST /none HTTP/1.1\nHost: a\n\n",
            "POST /none HTTP/1.1\nHost: a\nContent-Length: 0\n\n",
            "POST /none HTTP/1.1\nHost: a\nContent-Length: 2\n\n{}",
            "POST /none HTTP/1.1\nHost: a\nTransfer-Encoding: chunked\n\n0\n\n",
            "DELETE / HTTP/1.1\nHost: a\n\n",
            "GET / HTTP/1.1\nHost: a\n\n",
          }) {
        String answer = connection.send(request).readResponse();
        assertTrue(answer.startsWith("HTTP/1.1 200 "), request + answer);
      }
    }
  }
}
