package dev.rolewise.bench.load;

import java.net.URI;
import java.nio.charset.StandardCharsets;

/** Requests as they go over the wire. */
public final class Requests {

  private Requests() {}

  /**
   * @param headers lines without their ends, such as {@code If-None-Match: "x"}
   */
  public static byte[] get(URI to, String path, String... headers) {
    return (head("GET", to, path, headers) + "\r\n").getBytes(StandardCharsets.US_ASCII);
  }

  public static byte[] post(URI to, String path, byte[] json, String... headers) {
    byte[] head =
        (head("POST", to, path, headers)
                + "Content-Type: application/json\r\nContent-Length: "
                + json.length
                + "\r\n\r\n")
            .getBytes(StandardCharsets.US_ASCII);
    byte[] request = new byte[head.length + json.length];
    System.arraycopy(head, 0, request, 0, head.length);
    System.arraycopy(json, 0, request, head.length, json.length);
    return request;
  }

  private static String head(String method, URI to, String path, String... headers) {
    StringBuilder head =
        new StringBuilder(method + " " + path + " HTTP/1.1\r\nHost: " + to.getAuthority() + "\r\n");
    for (String header : headers) {
      head.append(header).append("\r\n");
    }
    return head.toString();
  }
}
