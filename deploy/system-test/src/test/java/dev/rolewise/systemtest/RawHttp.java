package dev.rolewise.systemtest;

import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.Locale;

/** An HTTP/1 connection whose every byte the test chooses itself. */
final class RawHttp implements AutoCloseable {
  private static final int CONNECT_MILLIS = 5_000;

  private final Socket socket;
  private final InputStream in;

  private RawHttp(Socket socket) throws IOException {
    this.socket = socket;
    this.in = new BufferedInputStream(socket.getInputStream());
  }

  /** One message, as it came. */
  record Message(String head, String body) {
    int status() {
      return Integer.parseInt(head.substring(9, 12));
    }

    /** The values of a header that is spelled exactly so, letters aside. */
    String header(String name) {
      String found = "";
      for (String line : head.split("\r?\n")) {
        if (line.toLowerCase(Locale.ROOT).startsWith(name.toLowerCase(Locale.ROOT) + ":")) {
          found = line.substring(name.length() + 1).strip();
        }
      }
      return found;
    }

    boolean saysClose() {
      return header("connection").toLowerCase(Locale.ROOT).contains("close");
    }
  }

  static RawHttp to(int port, int patienceMillis) throws IOException {
    return to(port, patienceMillis, 0);
  }

  /**
   * @param receiveBuffer bytes that may wait unread, 0 for the system's choice
   */
  static RawHttp to(int port, int patienceMillis, int receiveBuffer) throws IOException {
    Socket socket = new Socket();
    if (receiveBuffer > 0) {
      socket.setReceiveBufferSize(receiveBuffer);
    }
    socket.setTcpNoDelay(true);
    socket.connect(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), CONNECT_MILLIS);
    socket.setSoTimeout(patienceMillis);
    return new RawHttp(socket);
  }

  static RawHttp over(Socket socket) throws IOException {
    return new RawHttp(socket);
  }

  void send(String bytes) throws IOException {
    send(bytes.getBytes(StandardCharsets.ISO_8859_1));
  }

  void send(byte[] bytes) throws IOException {
    socket.getOutputStream().write(bytes);
    socket.getOutputStream().flush();
  }

  /** Says that nothing more will come, and goes on listening. */
  void endOutput() throws IOException {
    socket.shutdownOutput();
  }

  /** The next head with its empty line, or nothing when the other side closed before its end. */
  String readHead() throws IOException {
    StringBuilder head = new StringBuilder();
    while (head.indexOf("\r\n\r\n") < 0 && head.indexOf("\n\n") < 0) {
      int next = in.read();
      if (next < 0) {
        return "";
      }
      head.append((char) next);
    }
    return head.toString();
  }

  /** So many bytes, each as one character. */
  String read(int count) throws IOException {
    return new String(in.readNBytes(count), StandardCharsets.ISO_8859_1);
  }

  /** A chunked body with all its framing. */
  String readChunks() throws IOException {
    StringBuilder all = new StringBuilder();
    while (true) {
      String size = readLine();
      all.append(size);
      int bytes = Integer.parseInt(size.split(";")[0].strip(), 16);
      all.append(read(bytes));
      all.append(readLine());
      if (bytes == 0) {
        return all.toString();
      }
    }
  }

  /** One response; empty when the other side closed first. */
  Message readResponse(boolean withoutBody) throws IOException {
    return readBody(readHead(), withoutBody);
  }

  /** What belongs to a response's head. */
  Message readBody(String head, boolean withoutBody) throws IOException {
    Message bare = new Message(head, "");
    if (head.isEmpty() || withoutBody || bare.status() == 204 || bare.status() == 304) {
      return bare;
    }
    String length = bare.header("content-length");
    if (!length.isEmpty()) {
      return new Message(head, read(Integer.parseInt(length)));
    }
    if (bare.header("transfer-encoding").equalsIgnoreCase("chunked")) {
      return new Message(head, readChunks());
    }
    return new Message(head, readToEnd());
  }

  String readToEnd() throws IOException {
    ByteArrayOutputStream all = new ByteArrayOutputStream();
    in.transferTo(all);
    return all.toString(StandardCharsets.ISO_8859_1);
  }

  private String readLine() throws IOException {
    StringBuilder line = new StringBuilder();
    while (line.indexOf("\n") < 0) {
      int next = in.read();
      if (next < 0) {
        throw new IOException("closed within " + line);
      }
      line.append((char) next);
    }
    return line.toString();
  }

  @Override
  public void close() throws IOException {
    socket.close();
  }
}
