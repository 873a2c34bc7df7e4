package dev.rolewise.bench.load;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;

/**
 * So many clients, each on a connection of its own, who ask again as soon as they are answered. One
 * thread and no library: what the asking costs is not what is measured, and takes as little as it
 * can from those who answer.
 */
public final class ClosedLoop {

  private static final long LOOK_MILLIS = 50;
  private static final long PATIENCE_NANOS = Duration.ofSeconds(30).toNanos();

  private final InetSocketAddress to;
  private final int clients;
  private final Supplier<byte[]> requests;

  /**
   * @param to where they ask
   * @param clients how many
   * @param requests whole requests, head and body; null when there are no more
   */
  public ClosedLoop(URI to, int clients, Supplier<byte[]> requests) {
    this.to = new InetSocketAddress(to.getHost(), to.getPort());
    this.clients = clients;
    this.requests = requests;
  }

  /**
   * Asks until the time is over or there is nothing more to ask, and waits for the last answers.
   */
  public Answers run(Duration time) {
    Answers answers = new Answers();
    long began = System.nanoTime();
    long end = began + time.toNanos();
    try (Selector selector = Selector.open()) {
      List<Connection> all = new ArrayList<>();
      for (int i = 0; i < clients; i++) {
        all.add(new Connection(selector, to));
      }
      int busy = 0;
      for (Connection one : all) {
        busy += askNext(one, end) ? 1 : 0;
      }
      while (busy > 0) {
        selector.select(LOOK_MILLIS);
        for (SelectionKey key : selector.selectedKeys()) {
          Connection one = (Connection) key.attachment();
          if (one.ready(answers)) {
            busy -= askNext(one, end) ? 0 : 1;
          }
        }
        selector.selectedKeys().clear();
        if (System.nanoTime() > end + PATIENCE_NANOS) {
          throw new IllegalStateException(busy + " clients were never answered");
        }
      }
      answers.took(System.nanoTime() - began);
      for (Connection one : all) {
        one.close();
      }
      return answers;
    } catch (IOException broken) {
      throw new UncheckedIOException(broken);
    }
  }

  private boolean askNext(Connection one, long end) throws IOException {
    byte[] request = System.nanoTime() < end ? requests.get() : null;
    if (request == null) {
      return false;
    }
    one.ask(request);
    return true;
  }
}
