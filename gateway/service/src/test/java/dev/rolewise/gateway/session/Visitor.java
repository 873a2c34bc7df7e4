package dev.rolewise.gateway.session;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.HttpCookie;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * Somebody's browser as far as signing in goes: keeps cookies for each host and port, follows no
 * redirect by itself, and lets a test see and change everything. Loopback counts as trustworthy, as
 * it does in Chromium and Firefox.
 */
public final class Visitor {
  private final HttpClient http =
      HttpClient.newBuilder()
          .version(HttpClient.Version.HTTP_1_1)
          .followRedirects(HttpClient.Redirect.NEVER)
          .connectTimeout(Duration.ofSeconds(5))
          .build();
  private final Map<String, Map<String, String>> jar = new TreeMap<>();

  /** What came back. */
  public record Page(int status, String location, String body, Map<String, List<String>> headers) {
    /** The Set-Cookie line of the cookie whose name begins like this, or null. */
    public String setCookie(String name) {
      return headers.getOrDefault("set-cookie", List.of()).stream()
          .filter(line -> line.startsWith(name))
          .findFirst()
          .orElse(null);
    }
  }

  /** Opens an address as a person does with the address bar. */
  public Page open(String url) {
    return send("GET", url, Map.of("Sec-Fetch-Site", "none"), null);
  }

  /** Opens an address and follows wherever it leads, up to ten times. */
  public Page follow(String url) {
    Page page = open(url);
    for (int i = 0; i < 10 && page.location() != null; i++) {
      page = open(URI.create(url).resolve(page.location()).toString());
    }
    return page;
  }

  /** Sends a form as a person does with its button. */
  public Page submit(String url, Map<String, String> fields) {
    String form =
        fields.entrySet().stream()
            .map(field -> encode(field.getKey()) + "=" + encode(field.getValue()))
            .collect(Collectors.joining("&"));
    return send("POST", url, Map.of("Content-Type", "application/x-www-form-urlencoded"), form);
  }

  /** Sends a request with the cookies of its host and these headers. */
  public Page send(String method, String url, Map<String, String> headers, String body) {
    URI address = URI.create(url);
    Map<String, String> cookies =
        jar.computeIfAbsent(address.getAuthority(), it -> new TreeMap<>());
    HttpRequest.Builder request =
        HttpRequest.newBuilder(address)
            .timeout(Duration.ofSeconds(20))
            .method(
                method,
                body == null
                    ? HttpRequest.BodyPublishers.noBody()
                    : HttpRequest.BodyPublishers.ofString(body));
    headers.forEach(request::header);
    if (!cookies.isEmpty()) {
      request.header(
          "Cookie",
          cookies.entrySet().stream()
              .map(cookie -> cookie.getKey() + "=" + cookie.getValue())
              .collect(Collectors.joining("; ")));
    }
    try {
      HttpResponse<String> response =
          http.send(request.build(), HttpResponse.BodyHandlers.ofString());
      response.headers().allValues("set-cookie").forEach(line -> keep(cookies, line));
      return new Page(
          response.statusCode(),
          response.headers().firstValue("location").orElse(null),
          response.body(),
          response.headers().map());
    } catch (IOException e) {
      throw new UncheckedIOException(method + " " + url, e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }

  /** A cookie as it stands now, or null. */
  public String cookie(String url, String name) {
    return jar.getOrDefault(URI.create(url).getAuthority(), Map.of()).get(name);
  }

  /** The names of the cookies kept for a place. */
  public Set<String> cookies(String url) {
    return Set.copyOf(jar.getOrDefault(URI.create(url).getAuthority(), Map.of()).keySet());
  }

  /** Plants a cookie. */
  public void plant(String url, String name, String value) {
    jar.computeIfAbsent(URI.create(url).getAuthority(), it -> new TreeMap<>()).put(name, value);
  }

  private static void keep(Map<String, String> cookies, String line) {
    for (HttpCookie cookie : HttpCookie.parse("Set-Cookie: " + line)) {
      if (cookie.getMaxAge() == 0) {
        cookies.remove(cookie.getName());
      } else {
        cookies.put(cookie.getName(), cookie.getValue());
      }
    }
  }

  private static String encode(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8);
  }
}
