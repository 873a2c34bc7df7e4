package dev.rolewise.systemtest;

import java.util.ArrayList;
import java.util.List;

/**
 * Requests that two readers can take for different ones. Each carries or leaves room for another
 * request, with the attacker's own token, whose answer somebody else would get.
 */
final class PoisonedRequests {

  private PoisonedRequests() {}

  /**
   * @param token the attacker's right, which makes a stray answer known by its team
   */
  static List<String> all(String token) {
    String smuggled = "GET /api/v1/team HTTP/1.1\nHost: a\nAuthorization: Bearer " + token + "\n\n";
    int length = smuggled.length() + (int) smuggled.chars().filter(c -> c == '\n').count();
    List<String> all = new ArrayList<>();
    for (String name : List.of("Content-Xength", "Content-1ength", "Content-!ength")) {
      for (String start :
          List.of("GET /api/v1/roles", "HEAD /", "DELETE /api/v1/team", "OPTIONS /")) {
        all.add(start + " HTTP/1.1\nHost: a\n" + name + ": " + length + "\n\n");
        all.add(start + " HTTP/1.1\nHost: a\n" + name + ": 24\n\n");
      }
      // answered at the head: no token, wrong type, no such route, a route that takes no body
      for (String start :
          List.of(
              "POST /api/v1/rounds",
              "PATCH /api/v1/team",
              "POST /api/v1/nowhere",
              "POST /api/v1/tickets",
              "POST /",
              "PUT /api/v1/team")) {
        all.add(start + " HTTP/1.1\nHost: a\n" + name + ": " + length + "\n\n");
      }
      all.add(
          "POST /api/v1/teams HTTP/1.1\nHost: a\nContent-Type: application/json\nContent-Length: "
              + length
              + "\n"
              + name
              + ": 2\n\n"
              + smuggled);
      all.add(
          "POST /api/v1/teams HTTP/1.1\nHost: a\nTransfer-Encoding: chunked\n"
              + name
              + ": 3\n\n0\n\n");
    }
    for (String start :
        List.of("GET /api/v1/roles", "HEAD /", "DELETE /api/v1/team", "OPTIONS /")) {
      all.add(start + " HTTP/1.1\nHost: a\nContent-Length: " + length + "\n\n" + smuggled);
      all.add(start + " HTTP/1.1\nHost: a\nTransfer-Encoding: chunked\n\n0\n\n");
    }
    for (String lengths :
        List.of(
            "Content-Length: 0\nContent-Length: " + length,
            "Content-Length: " + length + "\nContent-Length: 0",
            "Content-Length: +" + length,
            "Content-Length: " + length + ", 0",
            "Content-Length: 0x10",
            "Content-Length : " + length,
            "Content-Length:\n " + length,
            "Content-Length: " + length + "\nTransfer-Encoding: chunked",
            "Content-Length: " + length + "\nTransfer-Encoding: xchunked",
            "Transfer-Encoding: xchunked",
            "Transfer-Encoding: chunked, identity",
            "Transfer-Encoding:\u000bchunked",
            "Transfer-Encoding: chunked\nTransfer-Encoding: identity")) {
      all.add("POST /api/v1/tickets HTTP/1.1\nHost: a\n" + lengths + "\n\n0\n\n" + smuggled);
      all.add("POST /api/v1/rounds HTTP/1.1\nHost: a\n" + lengths + "\n\n0\n\n" + smuggled);
    }
    all.add("GET /api/v1/roles HTTP/1.1\nHost: a\nHost: b\n\n");
    all.add("GET /api/v1/roles HTTP/1.1\n\n");
    all.add("GET http://elsewhere/api/v1/roles HTTP/1.1\nHost: a\n\n");
    all.add("GET /api/v1/roles/..%2f..%2fteam HTTP/1.1\nHost: a\n\n");
    all.add("GET /api/v1/roles HTTP/1.1\nHost: a\nExpect: 100-continue\n\n");
    all.add("POST /api/v1/teams HTTP/1.1\nHost: a\nExpect: 100-continue\nContent-Xength: 20\n\n");
    all.add(
        "GET /api/v1/roles HTTP/1.1\nHost: a\nConnection: Upgrade, HTTP2-Settings\nUpgrade: h2c\n"
            + "HTTP2-Settings: AAMAAABkAAQAAP__\n\n");
    all.add(
        "GET /api/v1/roles HTTP/1.1\nHost: a\nConnection: Upgrade\nUpgrade: websocket\n"
            + "Sec-WebSocket-Version: 13\nSec-WebSocket-Key: AAAAAAAAAAAAAAAAAAAAAA==\n\n");
    all.add("PRI * HTTP/2.0\nHost: a\n\nSM\n\n");
    return all.stream().map(request -> request.replace("\n", "\r\n")).toList();
  }
}
