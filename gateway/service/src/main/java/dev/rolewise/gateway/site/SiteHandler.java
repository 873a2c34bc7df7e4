package dev.rolewise.gateway.site;

import dev.rolewise.gateway.problem.Problem;
import dev.rolewise.gateway.problem.ProblemException;
import io.vertx.core.Handler;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.HttpServerResponse;
import io.vertx.ext.web.RoutingContext;
import java.util.Arrays;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Answers GET and HEAD with the front end's files: for {@code router.route()} without a path,
 * mounted last. Addresses that only the page itself knows get the page, when a browser asks for a
 * page; so do unknown ones, as not found. The API and the hashed files never do.
 */
public final class SiteHandler implements Handler<RoutingContext> {

  /** Screens that only the front end has; what is at none of these addresses is nowhere. */
  private static final Pattern SCREENS =
      Pattern.compile("/(questionnaire|new|teams|signed-out|sign-in/[a-z]+)/?");

  /** Those of them that are for everybody, and so for search engines, too. */
  private static final Set<String> PUBLIC = Set.of("/questionnaire");

  private final SiteFiles files;
  private final SiteFile security;

  public SiteHandler(SiteFiles files, SecurityText security) {
    this.files = files;
    this.security = SiteFile.text(security.text());
  }

  @Override
  public void handle(RoutingContext ctx) {
    HttpServerRequest request = ctx.request();
    String path = ctx.normalizedPath();
    SiteFile file = path.startsWith("/api/") ? null : find(path);
    boolean reading = request.method() == HttpMethod.GET || request.method() == HttpMethod.HEAD;
    if (file != null && !reading) {
      ctx.fail(new ProblemException(Problem.methodNotAllowed("GET, HEAD")));
    } else if (file != null) {
      answer(request, file);
    } else if (reading && isPage(path) && wantsPage(request)) {
      boolean known = SCREENS.matcher(path).matches();
      request.response().setStatusCode(known ? 200 : 404);
      if (!known || !PUBLIC.contains(path)) {
        request.response().putHeader("x-robots-tag", "noindex");
      }
      answer(request, files.index());
    } else {
      ctx.next();
    }
  }

  private SiteFile find(String path) {
    return path.equals("/.well-known/security.txt") ? security : files.at(path).orElse(null);
  }

  private static boolean isPage(String path) {
    return !path.equals("/api")
        && !path.startsWith("/api/")
        && !path.equals("/assets")
        && !path.startsWith("/assets/");
  }

  private static boolean wantsPage(HttpServerRequest request) {
    String accept = request.getHeader(HttpHeaders.ACCEPT);
    return accept != null && accept.toLowerCase(Locale.ROOT).contains("text/html");
  }

  private static void answer(HttpServerRequest request, SiteFile file) {
    HttpServerResponse response = request.response();
    String accepted = request.getHeader(HttpHeaders.ACCEPT_ENCODING);
    SiteFile.Form form =
        file.forms().stream()
            .filter(it -> AcceptedEncodings.take(accepted, it.encoding()))
            .findFirst()
            .orElseThrow();
    response
        .putHeader(HttpHeaders.ETAG, form.etag())
        .putHeader(HttpHeaders.CACHE_CONTROL, file.cacheControl());
    if (file.forms().size() > 1) {
      response.putHeader(HttpHeaders.VARY, HttpHeaders.ACCEPT_ENCODING);
    }
    if (isKnown(request.getHeader(HttpHeaders.IF_NONE_MATCH), form.etag())) {
      response.setStatusCode(304).end();
      return;
    }
    response.putHeader(HttpHeaders.CONTENT_TYPE, file.mediaType());
    if (!form.encoding().isEmpty()) {
      response.putHeader(HttpHeaders.CONTENT_ENCODING, form.encoding());
    }
    if (request.method() == HttpMethod.HEAD) {
      response.putHeader(HttpHeaders.CONTENT_LENGTH, Integer.toString(form.bytes().length())).end();
    } else {
      response.end(form.bytes());
    }
  }

  private static boolean isKnown(String header, String etag) {
    return header != null
        && Arrays.stream(header.split(",", 32))
            .map(tag -> tag.strip().replaceFirst("^W/", ""))
            .anyMatch(tag -> tag.equals(etag) || tag.equals("*"));
  }
}
