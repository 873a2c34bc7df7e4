package dev.rolewise.systemtest;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.SocketException;
import java.net.SocketTimeoutException;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** That the broken network of the fault tests breaks what it says, and nothing else. */
@Timeout(60)
class TcpProxyTest {
  private static final int SHORT = 300;
  private ServerSocket server;
  private TcpProxy proxy;

  @BeforeEach
  void open() throws IOException {
    server = new ServerSocket(0, 10, InetAddress.getByName("127.0.0.1"));
    proxy = TcpProxy.to(server.getLocalPort());
  }

  @AfterEach
  void close() throws IOException {
    proxy.close();
    server.close();
  }

  @Test
  void bytesAndGoodbyesPassBothWays() throws IOException {
    try (Socket caller = call();
        Socket called = server.accept()) {
      caller.getOutputStream().write(7);
      assertEquals(7, called.getInputStream().read());
      called.getOutputStream().write(8);
      assertEquals(8, caller.getInputStream().read());
      caller.shutdownOutput();
      assertEquals(-1, called.getInputStream().read());
      called.getOutputStream().write(9);
      called.close();
      assertEquals(9, caller.getInputStream().read());
      assertEquals(-1, caller.getInputStream().read());
    }
  }

  @Test
  void aPauseHoldsBackAndLosesNothing() throws IOException {
    try (Socket caller = call();
        Socket called = server.accept()) {
      proxy.pause();
      caller.getOutputStream().write(7);
      called.setSoTimeout(SHORT);
      assertThrows(SocketTimeoutException.class, () -> called.getInputStream().read());
      proxy.resume();
      called.setSoTimeout(0);
      assertEquals(7, called.getInputStream().read());
    }
  }

  @Test
  void aCutIsToldToBothEndsAndTheNextConnectionIsWhole() throws IOException {
    try (Socket caller = call();
        Socket called = server.accept()) {
      passes(caller, called);
      proxy.cut();
      assertThrows(SocketException.class, () -> caller.getInputStream().read());
      assertThrows(SocketException.class, () -> called.getInputStream().read());
    }
    try (Socket caller = call();
        Socket called = server.accept()) {
      passes(caller, called);
      assertEquals(1, proxy.connections());
    }
  }

  @Test
  void halfOpenTellsTheCallerNothing() throws IOException {
    try (Socket caller = call();
        Socket called = server.accept()) {
      passes(caller, called);
      proxy.halfOpen();
      assertThrows(SocketException.class, () -> called.getInputStream().read());
      caller.getOutputStream().write(new byte[1_000]);
      caller.setSoTimeout(SHORT);
      assertThrows(SocketTimeoutException.class, () -> caller.getInputStream().read());
      try (Socket next = call();
          Socket nextCalled = server.accept()) {
        passes(next, nextCalled);
      }
    }
  }

  @Test
  void whatIsSwallowedIsLostAndNewConnectionsGoNowhereUntilTheyAreLetThrough() throws IOException {
    try (Socket caller = call();
        Socket called = server.accept()) {
      passes(caller, called);
      proxy.swallow();
      try (Socket next = call()) {
        for (Socket silent : List.of(caller, next)) {
          silent.getOutputStream().write(new byte[1_000]);
          silent.setSoTimeout(SHORT);
          assertThrows(SocketTimeoutException.class, () -> silent.getInputStream().read());
        }
        proxy.letThrough();
        assertThrows(SocketTimeoutException.class, () -> next.getInputStream().read());
      }
      try (Socket later = call();
          Socket laterCalled = server.accept()) {
        passes(later, laterCalled);
      }
    }
  }

  @Test
  void aDelayTakesItsTime() throws IOException {
    try (Socket caller = call();
        Socket called = server.accept()) {
      passes(caller, called);
      proxy.delay(Duration.ofMillis(SHORT));
      long sent = System.nanoTime();
      caller.getOutputStream().write(7);
      assertEquals(7, called.getInputStream().read());
      assertTrue(System.nanoTime() - sent >= SHORT * 1_000_000L);
    }
  }

  private Socket call() throws IOException {
    return new Socket("127.0.0.1", proxy.port());
  }

  private static void passes(Socket caller, Socket called) throws IOException {
    caller.getOutputStream().write(1);
    assertEquals(1, called.getInputStream().read());
  }
}
