package dev.rolewise.gateway.session;

import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpServer;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.net.URI;
import java.net.URLDecoder;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Function;
import java.util.function.UnaryOperator;

/**
 * A small issuer that keeps to OpenID Connect: description, keys, code flow with PKCE, RS256. Who
 * comes is signed in at once as {@link #person}, or after a click where it {@link #asks}. A test
 * can bend what it says.
 */
public final class SmallIssuer implements AutoCloseable {
  public static final String CLIENT = "rolewise";
  public static final String SECRET = "a secret/with+odd%characters";

  /** Who signs in next. */
  public volatile String person = "anna";

  /** Shows a page of its own, where people go on or turn back. */
  public volatile boolean asks;

  /** Changes the claims of the next ID tokens. */
  public volatile UnaryOperator<JsonObject> claims = UnaryOperator.identity();

  /** Makes the ID token from its claims; null for the usual way. */
  public volatile Function<JsonObject, String> signer;

  /** Changes the description. */
  public volatile UnaryOperator<JsonObject> description = UnaryOperator.identity();

  /** Every path that was asked for. */
  public final List<String> asked = new CopyOnWriteArrayList<>();

  private final Map<String, JsonObject> codes = new ConcurrentHashMap<>();
  private final List<SigningKey> published = new CopyOnWriteArrayList<>();
  private volatile SigningKey key = new SigningKey("first");
  private final HttpServer server;

  private SmallIssuer(Vertx vertx) {
    published.add(key);
    server = vertx.createHttpServer().requestHandler(this::answer);
  }

  /** Starts one on a free port of loopback. */
  public static Future<SmallIssuer> start(Vertx vertx) {
    SmallIssuer issuer = new SmallIssuer(vertx);
    return issuer.server.listen(0, "127.0.0.1").map(issuer);
  }

  /** Its address, which is its name as well. */
  public String url() {
    return "http://127.0.0.1:" + server.actualPort();
  }

  /** Signs with a new key from here on, and publishes it in place of the old one. */
  public void rotate() {
    key = new SigningKey(UUID.randomUUID().toString());
    published.clear();
    published.add(key);
  }

  /** Publishes no key at all. */
  public void hideKeys() {
    published.clear();
  }

  /** Says the truth again. */
  public void straight() {
    claims = UnaryOperator.identity();
    signer = null;
    description = UnaryOperator.identity();
    rotate();
  }

  @Override
  public void close() {
    server.close();
  }

  private void answer(HttpServerRequest request) {
    asked.add(request.path());
    switch (request.path()) {
      case "/.well-known/openid-configuration" -> json(request, 200, description.apply(about()));
      case "/keys" -> {
        JsonArray keys = new JsonArray();
        published.forEach(it -> keys.add(it.jwk()));
        // other issuers publish these, too, and they must not get in the way
        published.forEach(it -> keys.add(it.jwk().put("use", "enc").put("alg", "RSA-OAEP")));
        keys.add(new JsonObject().put("kty", "oct").put("kid", "shared").put("k", "c2hhcmVk"));
        json(request, 200, new JsonObject().put("keys", keys));
      }
      case "/authorize" -> authorize(request);
      case "/token" -> request.body().onSuccess(body -> token(request, form(body.toString())));
      default -> request.response().setStatusCode(404).end();
    }
  }

  private JsonObject about() {
    return new JsonObject()
        .put("issuer", url())
        .put("authorization_endpoint", url() + "/authorize")
        .put("token_endpoint", url() + "/token")
        .put("jwks_uri", url() + "/keys")
        .put("end_session_endpoint", url() + "/logout")
        .put("response_types_supported", new JsonArray().add("code"))
        .put("code_challenge_methods_supported", new JsonArray().add("S256"))
        .put(
            "token_endpoint_auth_methods_supported",
            new JsonArray().add("client_secret_basic").add("client_secret_post"))
        .put("id_token_signing_alg_values_supported", new JsonArray().add("RS256"));
  }

  private void authorize(HttpServerRequest request) {
    Map<String, String> query = form(request.query());
    boolean fine =
        CLIENT.equals(query.get("client_id"))
            && "code".equals(query.get("response_type"))
            && "openid".equals(query.get("scope"))
            && "S256".equals(query.get("code_challenge_method"))
            && query.getOrDefault("code_challenge", "").length() == 43
            && query.getOrDefault("state", "").length() >= 43
            && query.getOrDefault("nonce", "").length() >= 43
            && query.getOrDefault("redirect_uri", "").endsWith("/api/v1/session/callback");
    if (!fine) {
      request.response().setStatusCode(400).end("cannot sign in with " + query);
      return;
    }
    String code = UUID.randomUUID().toString();
    JsonObject grant = new JsonObject().put("sub", person);
    query.forEach(grant::put);
    codes.put(code, grant);
    String back =
        query.get("redirect_uri")
            + "?state="
            + encode(query.get("state"))
            + "&iss="
            + encode(url());
    String in = back + "&code=" + code;
    if (asks) {
      page(request, in, back + "&error=access_denied");
    } else {
      request.response().setStatusCode(302).putHeader("location", in).end();
    }
  }

  private static void page(HttpServerRequest request, String in, String cancel) {
    request
        .response()
        .putHeader("content-type", "text/html; charset=utf-8")
        .end(
            "<!doctype html><title>The house</title><link rel=icon href=data:,>"
                + "<h1>The house</h1><p><a id=in href=\"%s\">In</a> <a id=out href=\"%s\">Out</a>"
                    .formatted(in.replace("&", "&amp;"), cancel.replace("&", "&amp;")));
  }

  private static String encode(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8);
  }

  private void token(HttpServerRequest request, Map<String, String> form) {
    JsonObject grant = codes.remove(form.getOrDefault("code", ""));
    boolean client =
        CLIENT.equals(form.get("client_id")) && SECRET.equals(form.get("client_secret"));
    boolean fine =
        client
            && grant != null
            && "authorization_code".equals(form.get("grant_type"))
            && grant.getString("redirect_uri").equals(form.get("redirect_uri"))
            && grant
                .getString("code_challenge")
                .equals(challenge(form.getOrDefault("code_verifier", "")));
    if (!fine) {
      json(
          request,
          client ? 400 : 401,
          new JsonObject().put("error", client ? "invalid_grant" : "invalid_client"));
      return;
    }
    long now = System.currentTimeMillis() / 1000;
    JsonObject token =
        claims.apply(
            new JsonObject()
                .put("iss", url())
                .put("sub", grant.getString("sub"))
                .put("aud", CLIENT)
                .put("azp", CLIENT)
                .put("nonce", grant.getString("nonce"))
                .put("iat", now)
                .put("exp", now + 300));
    json(
        request,
        200,
        new JsonObject()
            .put("access_token", "opaque-" + UUID.randomUUID())
            .put("token_type", "Bearer")
            .put("expires_in", 300)
            .put("id_token", signer == null ? key.sign(token) : signer.apply(token)));
  }

  private static String challenge(String verifier) {
    try {
      MessageDigest digest = MessageDigest.getInstance("SHA-256");
      return SigningKey.encode(digest.digest(verifier.getBytes(StandardCharsets.US_ASCII)));
    } catch (GeneralSecurityException impossible) {
      throw new IllegalStateException(impossible);
    }
  }

  private static Map<String, String> form(String encoded) {
    Map<String, String> fields = new ConcurrentHashMap<>();
    for (String pair : new ArrayList<>(List.of((encoded == null ? "" : encoded).split("&")))) {
      int equals = pair.indexOf('=');
      if (equals > 0) {
        fields.put(
            pair.substring(0, equals),
            URLDecoder.decode(pair.substring(equals + 1), StandardCharsets.UTF_8));
      }
    }
    return fields;
  }

  private static void json(HttpServerRequest request, int status, JsonObject body) {
    request
        .response()
        .setStatusCode(status)
        .putHeader("content-type", "application/json")
        .end(body.toBuffer());
  }

  /** The settings that make us its client. */
  public Map<String, String> settings() {
    return Map.of(
        "access.oidc.issuer", URI.create(url()).toString(),
        "access.oidc.client-id", CLIENT,
        "access.oidc.client-secret", SECRET);
  }
}
