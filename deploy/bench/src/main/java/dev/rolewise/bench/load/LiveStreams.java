package dev.rolewise.bench.load;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.ByteBuffer;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/**
 * Live pages that are open and note when they are told something. One thread, so that ten thousand
 * of them take little from whoever tells them.
 */
public final class LiveStreams implements AutoCloseable {

  private static final int AT_ONCE = 20;
  private static final Duration PATIENCE = Duration.ofSeconds(20);

  private final Selector selector;
  private final List<Stream> open = new ArrayList<>();
  private final ByteBuffer in = ByteBuffer.allocateDirect(64 * 1024);

  /** One page. */
  private static final class Stream {
    private final SocketChannel channel;
    private int events;
    private long lastNanos;

    Stream(SocketChannel channel) {
      this.channel = channel;
    }
  }

  private LiveStreams() throws IOException {
    selector = Selector.open();
  }

  public static LiveStreams none() throws IOException {
    return new LiveStreams();
  }

  /** Opens more of them, a few at a time: each begins with a question to the service. */
  public void open(URI gateway, String round, String token, int count) throws IOException {
    byte[] request =
        Requests.get(
            gateway,
            "/api/v1/rounds/" + round + "/live",
            "Accept: text/event-stream",
            "Authorization: Bearer " + token);
    int wanted = open.size() + count;
    while (open.size() < wanted) {
      int from = open.size();
      for (int i = 0; i < AT_ONCE && open.size() < wanted; i++) {
        SocketChannel channel =
            SocketChannel.open(new InetSocketAddress(gateway.getHost(), gateway.getPort()));
        channel.write(ByteBuffer.wrap(request));
        channel.configureBlocking(false);
        Stream stream = new Stream(channel);
        channel.register(selector, SelectionKey.OP_READ, stream);
        open.add(stream);
      }
      List<Stream> fresh = open.subList(from, open.size());
      await(() -> fresh.stream().allMatch(stream -> stream.events > 0));
    }
  }

  public int count() {
    return open.size();
  }

  /** Forgets what has been told so far. */
  public void forget() throws IOException {
    read(0);
    open.forEach(stream -> stream.events = 0);
  }

  /** Waits until every one has been told something, and says when each heard the first of it. */
  public long[] awaitAll() throws IOException {
    await(() -> open.stream().allMatch(stream -> stream.events > 0));
    return open.stream().mapToLong(stream -> stream.lastNanos).toArray();
  }

  private interface Condition {
    boolean holds();
  }

  private void await(Condition condition) throws IOException {
    long end = System.nanoTime() + PATIENCE.toNanos();
    while (!condition.holds()) {
      read(10);
      if (System.nanoTime() > end) {
        throw new IllegalStateException("live pages are not told");
      }
    }
  }

  private void read(long millis) throws IOException {
    if (millis == 0) {
      selector.selectNow();
    } else {
      selector.select(millis);
    }
    for (SelectionKey key : selector.selectedKeys()) {
      Stream stream = (Stream) key.attachment();
      in.clear();
      if (stream.channel.read(in) < 0) {
        throw new IOException("a live page was cut off");
      }
      in.flip();
      String said = StandardCharsets.US_ASCII.decode(in).toString();
      if (said.startsWith("HTTP/") && !said.startsWith("HTTP/1.1 200")) {
        throw new IOException("no live page: " + said);
      }
      if (said.contains("event: turnout")) {
        stream.lastNanos = stream.events++ == 0 ? System.nanoTime() : stream.lastNanos;
      }
    }
    selector.selectedKeys().clear();
  }

  @Override
  public void close() throws IOException {
    for (Stream stream : open) {
      stream.channel.close();
    }
    selector.close();
  }
}
