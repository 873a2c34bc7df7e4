package dev.rolewise.gateway.session;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.rolewise.runtime.config.Secret;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpServer;
import io.vertx.junit5.VertxExtension;
import java.net.URI;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(VertxExtension.class)
class IssuerLimitTest {

  @Test
  void anIssuerThatDoesNotAnswerGathersNoQueue(Vertx vertx) throws Exception {
    HttpServer silent =
        vertx
            .createHttpServer()
            .requestHandler(request -> {})
            .listen(0, "127.0.0.1")
            .await(10, TimeUnit.SECONDS);
    URI address = URI.create("http://127.0.0.1:" + silent.actualPort());
    Issuer issuer =
        new Issuer(
            vertx,
            new IssuerSettings(address, "client", Secret.of("secret"), List.of("openid")),
            Clock.systemUTC());
    List<Future<String>> waiting = new ArrayList<>();
    for (int person = 0; person < Issuer.MOST_UNDER_WAY; person++) {
      waiting.add(identify(issuer));
      assertFalse(waiting.get(person).isComplete());
    }
    assertTrue(identify(issuer).failed(), "one more waits");
    silent.close().await(10, TimeUnit.SECONDS);
    Future.join(waiting).otherwiseEmpty().await(20, TimeUnit.SECONDS);
    assertFalse(identify(issuer).isComplete(), "nobody is let in again");
  }

  private static Future<String> identify(Issuer issuer) {
    return issuer.identify("code", "http://127.0.0.1/back", "verifier", "nonce");
  }
}
