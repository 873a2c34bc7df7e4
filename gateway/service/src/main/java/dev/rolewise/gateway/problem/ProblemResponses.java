package dev.rolewise.gateway.problem;

import dev.rolewise.runtime.bus.BusFailure;
import dev.rolewise.runtime.bus.Fault;
import dev.rolewise.runtime.log.Seldom;
import io.vertx.core.Future;
import io.vertx.core.Handler;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.HttpServerResponse;
import io.vertx.core.http.HttpVersion;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Answers every failure of a router with {@code application/problem+json}: a stable code for
 * programs, a title and what to do next for people; with {@linkplain ProblemPage a page} where
 * there is one. The log gets the details, clients never do.
 */
public final class ProblemResponses implements Handler<RoutingContext> {

  private static final Logger LOG = LoggerFactory.getLogger(ProblemResponses.class);

  /** More than anybody reads; a hostile body can be wrong in thousands of places. */
  private static final int MOST_FAULTS = 100;

  /** A client that is still sending hears the answer only when it gets the time to finish. */
  private static final long LINGER_MILLIS = 1_000;

  private static final List<Integer> WITHOUT_ROUTE = List.of(400, 404, 406, 413, 415, 500);

  private final Map<String, ProblemTexts> texts =
      ProblemTexts.LANGUAGES.stream()
          .collect(Collectors.toUnmodifiableMap(Function.identity(), ProblemTexts::read));
  private final Function<RoutingContext, String> locale;
  private final Function<RoutingContext, String> requestId;
  private final ClosingConnections closing;
  private final Seldom refusals = new Seldom(Duration.ofSeconds(5));

  /**
   * @param locale language of a request; anything but "nl" and "en" counts as "en"
   * @param requestId id of a request, shown to the client and in the log
   * @param closing shared with whoever looks at requests first
   */
  public ProblemResponses(
      Function<RoutingContext, String> locale,
      Function<RoutingContext, String> requestId,
      ClosingConnections closing) {
    this.locale = locale;
    this.requestId = requestId;
    this.closing = closing;
  }

  /** The same with the language of Accept-Language alone. */
  public static ProblemResponses byAcceptLanguage(
      Function<RoutingContext, String> requestId, ClosingConnections closing) {
    return new ProblemResponses(new PreferredLanguage(), requestId, closing);
  }

  /** Makes the router answer all its failures like this, those before any route included. */
  public void mount(Router router) {
    router.route().failureHandler(this);
    WITHOUT_ROUTE.forEach(status -> router.errorHandler(status, this));
    router.errorHandler(405, ctx -> handle(ctx, wrongMethod(router, ctx)));
  }

  /**
   * Answers what no router should see, in the language of Accept-Language, and closes the
   * connection.
   *
   * @param id of the request, shown to the client
   * @return once it is written
   */
  public Future<Void> refuse(HttpServerRequest request, Problem problem, String id) {
    log(problem, id, null);
    boolean own = request.version() != HttpVersion.HTTP_2;
    if (own) {
      closing.add(request.connection());
      request.response().putHeader(HttpHeaders.CONNECTION, "close");
    }
    return write(request.response(), problem, PreferredLanguage.of(request), id, Optional.empty())
        .onComplete(
            done -> {
              if (own) {
                request.connection().close();
              } else {
                stopUpload(request);
              }
            });
  }

  /**
   * Answers what no router should see for now, in the language of Accept-Language, and keeps the
   * connection when nothing more of the request is to come.
   *
   * @param id of the request, shown to the client
   * @return once it is written
   */
  public Future<Void> turnAway(HttpServerRequest request, Problem problem, String id) {
    if (bodyUnderWay(request)) {
      return refuse(request, problem, id);
    }
    log(problem, id, null);
    return write(request.response(), problem, PreferredLanguage.of(request), id, Optional.empty());
  }

  @Override
  public void handle(RoutingContext ctx) {
    handle(ctx, problem(ctx));
  }

  private void handle(RoutingContext ctx, Problem problem) {
    String id = requestId.apply(ctx);
    log(problem, id, ctx.failure());
    HttpServerResponse response = ctx.response();
    if (response.ended() || response.closed()) {
      return;
    }
    if (response.headWritten()) {
      // half an answer cannot be taken back, only broken off so that nobody takes it for whole
      response.reset();
      return;
    }
    answer(ctx, problem, id);
  }

  private void answer(RoutingContext ctx, Problem problem, String id) {
    HttpServerRequest request = ctx.request();
    HttpServerResponse response = ctx.response();
    Optional<ProblemPage> page = ProblemPage.of(ctx);
    String wanted = page.map(ProblemPage::language).orElseGet(() -> locale.apply(ctx));
    String language = texts.containsKey(wanted) ? wanted : ProblemTexts.DEFAULT;
    response.headers().remove(HttpHeaders.ETAG).remove(HttpHeaders.CONTENT_ENCODING);
    if (request.version() == HttpVersion.HTTP_2) {
      write(response, problem, language, id, page).onComplete(done -> stopUpload(request));
    } else if (problem.untrusted() || bodyUnderWay(request)) {
      closing.add(request.connection());
      response.putHeader(HttpHeaders.CONNECTION, "close");
      write(response, problem, language, id, page)
          .onComplete(done -> close(ctx.vertx(), request, problem.untrusted()));
    } else {
      write(response, problem, language, id, page);
    }
  }

  private Future<Void> write(
      HttpServerResponse response,
      Problem problem,
      String language,
      String id,
      Optional<ProblemPage> page) {
    response
        .setStatusCode(problem.status())
        .putHeader(
            HttpHeaders.CONTENT_TYPE,
            page.isPresent() ? "text/html; charset=utf-8" : "application/problem+json")
        .putHeader(HttpHeaders.CONTENT_LANGUAGE, language)
        .putHeader(HttpHeaders.CACHE_CONTROL, "no-store");
    if (problem.retryAfter() > 0) {
      response.putHeader(HttpHeaders.RETRY_AFTER, Integer.toString(problem.retryAfter()));
    }
    if (!problem.allow().isEmpty()) {
      response.putHeader(HttpHeaders.ALLOW, problem.allow());
    }
    if (problem.kind() == ProblemCode.UNAUTHORIZED) {
      response.putHeader("www-authenticate", "Bearer");
    } else if (problem.kind() == ProblemCode.SIGN_IN_NEEDED) {
      response.putHeader("www-authenticate", "Session");
    }
    ProblemTexts words = texts.get(language);
    return response.end(
        page.map(it -> Buffer.buffer(it.html(problem, words.title(problem), words.detail(problem))))
            .orElseGet(() -> body(problem, words, id)));
  }

  /** A request without a body, too, only counts as ended after its handlers had their turn. */
  private static boolean bodyUnderWay(HttpServerRequest request) {
    String length = request.getHeader(HttpHeaders.CONTENT_LENGTH);
    return !request.isEnded()
        && (request.headers().contains(HttpHeaders.TRANSFER_ENCODING)
            || length != null && !length.equals("0"));
  }

  private static void stopUpload(HttpServerRequest request) {
    if (!request.isEnded()) {
      request.response().reset(0);
    }
  }

  private static void close(Vertx vertx, HttpServerRequest request, boolean atOnce) {
    if (atOnce || request.isEnded()) {
      request.connection().close();
      return;
    }
    long timer = vertx.setTimer(LINGER_MILLIS, late -> request.connection().close());
    request
        .handler(ignored -> {})
        .exceptionHandler(broken -> vertx.cancelTimer(timer))
        .endHandler(
            ended -> {
              vertx.cancelTimer(timer);
              request.connection().close();
            })
        .resume();
  }

  private static Problem problem(RoutingContext ctx) {
    Throwable failure = ctx.failure();
    if (failure instanceof ProblemException known) {
      return known.problem();
    }
    if (failure instanceof BusFailure refused) {
      return Problem.of(refused);
    }
    // a chunk that cannot be read fails with the status the response happens to have: 200
    return Problem.of(ProblemCode.ofStatus(ctx.statusCode()));
  }

  private static Problem wrongMethod(Router router, RoutingContext ctx) {
    return ctx.failure() == null
        ? Problem.methodNotAllowed(RoutePatterns.allowed(router, ctx.normalizedPath()))
        : problem(ctx);
  }

  private static Buffer body(Problem problem, ProblemTexts words, String id) {
    JsonObject body =
        new JsonObject()
            .put("type", "urn:rolewise:problem:" + problem.code())
            .put("title", words.title(problem))
            .put("status", problem.status())
            .put("code", problem.code())
            .put("detail", words.detail(problem));
    JsonArray errors = new JsonArray();
    for (Fault fault : problem.faults().stream().limit(MOST_FAULTS).toList()) {
      errors.add(
          new JsonObject()
              .put("pointer", ShownPointer.of(fault.pointer()))
              .put("code", fault.code())
              .put("detail", words.detail(fault)));
    }
    // what a service adds never takes the place of what every problem says
    return problem
        .details()
        .copy()
        .mergeIn(body.put("errors", errors).put("requestId", id))
        .toBuffer();
  }

  private void log(Problem problem, String id, Throwable failure) {
    if (problem.kind() == ProblemCode.UNAVAILABLE) {
      // when one is refused many are: each has its line in the log of requests
      refusals.say(times -> LOG.warn("{} requests were refused with 503", times));
      return;
    }
    boolean unforeseen = problem.kind() == ProblemCode.INTERNAL_ERROR;
    (unforeseen ? LOG.atError() : problem.status() >= 500 ? LOG.atWarn() : LOG.atDebug())
        .addKeyValue("requestId", id)
        .addKeyValue("status", problem.status())
        .addKeyValue("code", problem.code())
        .setCause(unforeseen ? failure : null)
        .log("A request failed");
  }
}
