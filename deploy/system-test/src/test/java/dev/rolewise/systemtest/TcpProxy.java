package dev.rolewise.systemtest;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.time.Duration;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/**
 * The network between two programs of this machine, where it can be broken: paused, cut, half open
 * or slow. Listens on a port of its own that stays the same wherever it leads.
 */
final class TcpProxy implements AutoCloseable {
  private static final int CONNECT_MILLIS = 2_000;
  private static final int PIECE = 8_192;

  private final ServerSocket listening;
  private final Set<Link> links = ConcurrentHashMap.newKeySet();
  private final ExecutorService threads =
      Executors.newCachedThreadPool(
          task -> {
            Thread thread = new Thread(task, "tcp-proxy");
            thread.setDaemon(true);
            return thread;
          });
  private volatile int target;
  private volatile long delayMillis;
  private volatile boolean swallowing;
  private boolean paused;

  private TcpProxy(ServerSocket listening, int target) {
    this.listening = listening;
    this.target = target;
  }

  /** Leads to a port of 127.0.0.1, and is there as well. */
  static TcpProxy to(int target) throws IOException {
    return at("127.0.0.1", target);
  }

  /** Leads from an address of this machine to a port of 127.0.0.1. */
  static TcpProxy at(String host, int target) throws IOException {
    ServerSocket listening = new ServerSocket(0, 200, InetAddress.getByName(host));
    TcpProxy proxy = new TcpProxy(listening, target);
    proxy.threads.execute(proxy::accept);
    return proxy;
  }

  int port() {
    return listening.getLocalPort();
  }

  /** Where connections lead from now on. */
  void lead(int port) {
    target = port;
  }

  /** Connections that are open now, half-open ones included. */
  int connections() {
    return links.size();
  }

  /** Every piece of data takes this much longer from now on. */
  void delay(Duration time) {
    delayMillis = time.toMillis();
  }

  /** Nothing arrives until {@link #resume}; nothing is lost, and nobody is told. */
  synchronized void pause() {
    paused = true;
  }

  synchronized void resume() {
    paused = false;
    notifyAll();
  }

  /**
   * Resets every connection at both ends, whatever is under way on it. New ones are let through.
   */
  void cut() {
    links.forEach(Link::reset);
  }

  /**
   * Leaves every connection open at the caller's end, where nothing will ever arrive any more, and
   * ends it at the other: as after a crash of the machine over there. New ones are let through.
   */
  void halfOpen() {
    links.forEach(Link::forget);
  }

  /**
   * From now on nothing arrives anywhere and nobody is told: connections are {@linkplain #halfOpen
   * half open}, and so is every new one, as behind a firewall that has begun to drop packets.
   */
  void swallow() {
    swallowing = true;
    halfOpen();
  }

  /** New connections are let through again; what was lost stays lost. */
  void letThrough() {
    swallowing = false;
  }

  private void accept() {
    while (!listening.isClosed()) {
      try {
        Socket caller = listening.accept();
        threads.execute(() -> join(caller));
      } catch (IOException closed) {
        // the loop's own question says whether for good
      }
    }
  }

  private void join(Socket caller) {
    Link link = new Link(caller, new Socket());
    links.add(link);
    if (swallowing) {
      link.forget();
      copy(link, caller, link.called);
      return;
    }
    try {
      link.called.connect(new InetSocketAddress("127.0.0.1", target), CONNECT_MILLIS);
      caller.setTcpNoDelay(true);
      link.called.setTcpNoDelay(true);
      threads.execute(() -> copy(link, caller, link.called));
      copy(link, link.called, caller);
    } catch (IOException refused) {
      link.reset();
    }
  }

  private void copy(Link link, Socket from, Socket to) {
    byte[] piece = new byte[PIECE];
    try {
      InputStream source = from.getInputStream();
      OutputStream sink = link.forgotten ? OutputStream.nullOutputStream() : to.getOutputStream();
      for (int length = source.read(piece); length >= 0; length = source.read(piece)) {
        awaitPassage();
        if (!link.forgotten) {
          sink.write(piece, 0, length);
        }
      }
      if (!link.forgotten) {
        to.shutdownOutput();
        link.halfEnded();
      } else if (from == link.caller) {
        link.reset();
      }
    } catch (IOException broken) {
      if (!link.forgotten || from == link.caller) {
        link.reset();
      }
    } catch (InterruptedException ended) {
      link.reset();
      Thread.currentThread().interrupt();
    }
  }

  private void awaitPassage() throws InterruptedException {
    long end = System.nanoTime() + delayMillis * 1_000_000;
    synchronized (this) {
      for (long left = 1; paused || left > 0; ) {
        left = (end - System.nanoTime() + 999_999) / 1_000_000;
        if (paused) {
          wait();
        } else if (left > 0) {
          wait(left);
        }
      }
    }
  }

  @Override
  public void close() {
    try {
      listening.close();
    } catch (IOException alreadyGone) {
      // it listens no longer, which is what was wanted
    }
    cut();
    threads.shutdownNow();
  }

  /** One connection from end to end. */
  private final class Link {
    private final Socket caller;
    private final Socket called;
    private volatile boolean forgotten;
    private boolean oneWay;

    Link(Socket caller, Socket called) {
      this.caller = caller;
      this.called = called;
    }

    void forget() {
      forgotten = true;
      end(called);
    }

    /** The second of both directions to end takes the connection away. */
    synchronized void halfEnded() {
      if (oneWay) {
        reset();
      }
      oneWay = true;
    }

    void reset() {
      links.remove(this);
      end(caller);
      end(called);
    }

    private void end(Socket socket) {
      try {
        if (!oneWay) {
          // a reset rather than a goodbye
          socket.setSoLinger(true, 0);
        }
        socket.close();
      } catch (IOException alreadyGone) {
        // nothing is left to be ended
      }
    }
  }
}
