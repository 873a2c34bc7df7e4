package dev.rolewise.gateway.session;

import dev.rolewise.gateway.GatewaySettings;
import dev.rolewise.gateway.contract.HttpAnswer;
import dev.rolewise.gateway.contract.RunningGateway;
import dev.rolewise.gateway.session.Visitor.Page;
import dev.rolewise.runtime.config.Secret;
import io.vertx.core.MultiMap;
import io.vertx.core.Vertx;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The whole gateway with an issuer beside it and something that remembers sessions behind it. */
final class SigningInGateway implements AutoCloseable {
  final Vertx vertx = Vertx.vertx();
  final SmallIssuer issuer = RunningGateway.await(SmallIssuer.start(vertx));
  final RunningGateway gateway;
  final SessionMemory memory;

  SigningInGateway(AccessMode mode) {
    this(mode, Optional.empty(), 100_000);
  }

  SigningInGateway(AccessMode mode, Optional<String> otherIssuer, int signInsPerMinute) {
    this(mode, otherIssuer, signInsPerMinute, RunningGateway.settings(100_000, 100_000));
  }

  /** With this much time for each request. */
  SigningInGateway(AccessMode mode, Duration deadline) {
    this(
        mode, Optional.empty(), 100_000, RunningGateway.settings(deadline, Duration.ofSeconds(15)));
  }

  private SigningInGateway(
      AccessMode mode, Optional<String> otherIssuer, int signInsPerMinute, GatewaySettings plain) {
    IssuerSettings known =
        new IssuerSettings(
            URI.create(otherIssuer.orElse(issuer.url())),
            SmallIssuer.CLIENT,
            Secret.of(SmallIssuer.SECRET),
            List.of("openid"));
    gateway =
        RunningGateway.start(
            new GatewaySettings(
                plain.host(),
                plain.port(),
                plain.portSetting(),
                plain.publicUrl(),
                plain.trustedProxies(),
                plain.requestDeadline(),
                plain.limits().withSignIns(signInsPerMinute),
                plain.heartbeat(),
                new AccessSettings(
                    mode, Optional.of(known), Duration.ofMinutes(30), Duration.ofHours(12))));
    memory = new SessionMemory(gateway.services());
  }

  String origin() {
    return "http://127.0.0.1:" + gateway.port();
  }

  String api(String path) {
    return origin() + "/api/v1" + path;
  }

  /** Leaves for the issuer and returns the issuer's answer: the way back, not yet gone. */
  String leave(Visitor visitor, String returnTo) {
    Page start = visitor.open(api("/session/start?returnTo=" + returnTo));
    check("startSession", start);
    Page issued = visitor.open(start.location());
    if (issued.status() != 302) {
      throw new AssertionError("the issuer refused: " + issued.body());
    }
    return issued.location();
  }

  /** Signs in from end to end and returns the callback's answer. */
  Page signIn(Visitor visitor) {
    Page back = visitor.open(leave(visitor, "/"));
    check("finishSession", back);
    return back;
  }

  /** Asks as a page of ours does. */
  Page own(Visitor visitor, String method, String path, String body) {
    return visitor.send(
        method,
        api(path),
        body == null
            ? Map.of("Sec-Fetch-Site", "same-origin")
            : Map.of("Sec-Fetch-Site", "same-origin", "Content-Type", "application/json"),
        body);
  }

  /** Fails unless the contract describes this answer. */
  Page check(String operationId, Page page) {
    MultiMap headers = MultiMap.caseInsensitiveMultiMap();
    page.headers().forEach(headers::add);
    gateway.check(operationId, new HttpAnswer(page.status(), headers, page.body()));
    return page;
  }

  @Override
  public void close() {
    gateway.close();
    issuer.close();
    RunningGateway.await(vertx.close());
  }
}
