package dev.rolewise.systemtest;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** A request while it is being made: good at first, then wrong in some places. */
final class RequestDraft {
  String method;
  String target;
  String version = "HTTP/1.1";
  final List<String> headers = new ArrayList<>();

  /** Null when there is none, not even an empty one. */
  byte[] body;

  /** Whether the headers say by themselves how long the body is. */
  boolean framed;

  /** Whether the other side may wait for more, or may take the rest for something else. */
  boolean openEnded;

  /** Whether the other side will close the connection, said or unsaid. */
  boolean lastOfConnection;

  RequestDraft(String method, String target) {
    this.method = method;
    this.target = target;
    headers.add("Host: 127.0.0.1");
  }

  RequestDraft header(String name, String value) {
    headers.add(name + ": " + value);
    return this;
  }

  RequestDraft without(String name) {
    headers.removeIf(
        line -> line.toLowerCase(Locale.ROOT).startsWith(name.toLowerCase(Locale.ROOT) + ":"));
    return this;
  }

  RequestDraft json(String text) {
    body = text.getBytes(StandardCharsets.UTF_8);
    return without("Content-Type").header("Content-Type", "application/json");
  }

  /** The body as text; it is UTF-8 until somebody breaks it. */
  String text() {
    return new String(body, StandardCharsets.UTF_8);
  }

  byte[] bytes() {
    StringBuilder head = new StringBuilder(method).append(' ').append(target);
    head.append(' ').append(version).append("\r\n");
    headers.forEach(line -> head.append(line).append("\r\n"));
    if (body != null && !framed) {
      head.append("Content-Length: ").append(body.length).append("\r\n");
    }
    head.append("\r\n");
    ByteArrayOutputStream all = new ByteArrayOutputStream();
    all.writeBytes(head.toString().getBytes(StandardCharsets.ISO_8859_1));
    if (body != null) {
      all.writeBytes(body);
    }
    return all.toByteArray();
  }
}
