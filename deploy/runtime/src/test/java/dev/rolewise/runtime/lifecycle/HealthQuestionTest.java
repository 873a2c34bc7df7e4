package dev.rolewise.runtime.lifecycle;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.sun.net.httpserver.HttpServer;
import dev.rolewise.runtime.fault.StartFault;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class HealthQuestionTest {

  @Test
  void itIsReadyOnlyWhileTheServiceSaysSo() throws Exception {
    AtomicInteger status = new AtomicInteger(200);
    HttpServer service =
        HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 1);
    service.createContext(
        "/readyz",
        exchange -> {
          exchange.sendResponseHeaders(status.get(), -1);
          exchange.close();
        });
    service.start();
    int port = service.getAddress().getPort();
    HealthQuestion.ask("0.0.0.0", port);
    status.set(503);
    StartFault unready =
        assertThrows(StartFault.class, () -> HealthQuestion.ask("127.0.0.1", port));
    assertEquals(
        "Not ready: http://127.0.0.1:" + port + "/readyz answered 503.", unready.getMessage());
    service.stop(0);
    StartFault gone = assertThrows(StartFault.class, () -> HealthQuestion.ask("127.0.0.1", port));
    assertTrue(gone.getMessage().endsWith("is the service running?"), gone.getMessage());
  }
}
