package dev.rolewise.gateway;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;

import dev.rolewise.gateway.contract.HttpAnswer;
import dev.rolewise.gateway.contract.RunningGateway;
import io.vertx.core.http.HttpMethod;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class FarewellTest {

  @Test
  void whoeverIsAnsweredWhileTheProcessLeavesTakesAnotherConnectionNext() {
    try (RunningGateway gateway = RunningGateway.start()) {
      List<String> paths = List.of("/", "/api/v1/openapi.yaml", "/api/v1/no-such-thing");
      for (String path : paths) {
        assertNull(get(gateway, path).headers().get("connection"), path);
      }
      gateway.leave();
      for (String path : paths) {
        HttpAnswer answer = get(gateway, path);
        assertEquals("close", answer.headers().get("connection"), path);
        assertEquals(path.endsWith("thing") ? 404 : 200, answer.status(), path);
      }
    }
  }

  private static HttpAnswer get(RunningGateway gateway, String path) {
    return gateway.askAnywhere(HttpMethod.GET, path, Map.of(), null);
  }
}
