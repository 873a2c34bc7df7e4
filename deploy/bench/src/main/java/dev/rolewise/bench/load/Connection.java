package dev.rolewise.bench.load;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.StandardSocketOptions;
import java.nio.ByteBuffer;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;
import java.util.Locale;

/** One client's connection: a request at a time, answers with a length and nothing else. */
final class Connection {

  private static final byte[] END_OF_HEAD = {'\r', '\n', '\r', '\n'};
  private static final String LENGTH = "\r\ncontent-length:";

  private final Selector selector;
  private final InetSocketAddress to;
  private final ByteBuffer in = ByteBuffer.allocate(256 * 1024);
  private SocketChannel channel;
  private SelectionKey key;
  private ByteBuffer out;
  private long asked;
  private int whole = -1;
  private int status;
  private boolean last;

  Connection(Selector selector, InetSocketAddress to) throws IOException {
    this.selector = selector;
    this.to = to;
    connect();
  }

  private void connect() throws IOException {
    channel = SocketChannel.open(to);
    channel.configureBlocking(false);
    channel.setOption(StandardSocketOptions.TCP_NODELAY, true);
    key = channel.register(selector, SelectionKey.OP_READ, this);
  }

  void ask(byte[] request) throws IOException {
    if (last) {
      close();
      connect();
      last = false;
    }
    asked = System.nanoTime();
    out = ByteBuffer.wrap(request);
    write();
  }

  private void write() throws IOException {
    channel.write(out);
    key.interestOps(
        out.hasRemaining() ? SelectionKey.OP_READ | SelectionKey.OP_WRITE : SelectionKey.OP_READ);
  }

  /** Goes on with what can go on; true when the answer is there. */
  boolean ready(Answers answers) throws IOException {
    if (key.isValid() && key.isWritable() && out.hasRemaining()) {
      write();
    }
    int read = channel.read(in);
    if (read < 0) {
      throw new IOException("the connection ended without an answer");
    }
    if (whole < 0) {
      readHead();
    }
    if (whole < 0 || in.position() < whole) {
      return false;
    }
    answers.add(status, System.nanoTime() - asked, in.array(), whole);
    in.clear();
    whole = -1;
    return true;
  }

  private void readHead() throws IOException {
    int end = endOfHead();
    if (end < 0) {
      return;
    }
    String head =
        new String(in.array(), 0, end, StandardCharsets.ISO_8859_1).toLowerCase(Locale.ROOT);
    status = Integer.parseInt(head.substring(9, 12));
    last = head.contains("\r\nconnection: close");
    int length = head.indexOf(LENGTH);
    if (length < 0 && status != 304 && status != 204) {
      throw new IOException("an answer without a length: " + head);
    }
    int from = length + LENGTH.length();
    whole =
        end
            + (length < 0 || status == 304
                ? 0
                : Integer.parseInt(head.substring(from, head.indexOf('\r', from)).strip()));
    if (whole > in.capacity()) {
      throw new IOException("an answer of " + whole + " bytes");
    }
  }

  private int endOfHead() {
    for (int i = 0; i + 4 <= in.position(); i++) {
      int same = 0;
      while (same < 4 && in.get(i + same) == END_OF_HEAD[same]) {
        same++;
      }
      if (same == 4) {
        return i + 4;
      }
    }
    return -1;
  }

  void close() throws IOException {
    key.cancel();
    channel.close();
  }
}
