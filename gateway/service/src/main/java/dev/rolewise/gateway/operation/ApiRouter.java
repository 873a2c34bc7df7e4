package dev.rolewise.gateway.operation;

import dev.rolewise.runtime.bus.BusFailure;
import dev.rolewise.runtime.bus.Fault;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpMethod;
import io.vertx.ext.web.Route;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/** Puts operations on their paths; everything else below {@code /api} is a 404 or a 405, never a page. */
public final class ApiRouter {
  /** What every path of the contract begins with. */
  public static final String PREFIX = "/api/v1";

  /** A stream has no length to tell. */
  private static final Set<String> WITHOUT_HEAD = Set.of("watchRound");

  private ApiRouter() {}

  /** Adds the operations to the router, after whatever looks at requests first. */
  public static void mount(Router router, List<Operation> operations) {
    router.route(PREFIX + "/*").handler(ApiRouter::refuseDuplicateParameters);
    Map<String, Set<String>> methods = new LinkedHashMap<>();
    for (Operation operation : operations) {
      String path = PREFIX + operation.route();
      Set<String> allowed = methods.computeIfAbsent(path, first -> new TreeSet<>());
      Route route = router.route(operation.method(), path);
      allowed.add(operation.method().name());
      if (operation.method() == HttpMethod.GET && !WITHOUT_HEAD.contains(operation.id())) {
        route.method(HttpMethod.HEAD);
        allowed.add(HttpMethod.HEAD.name());
      }
      route.handler(operation.handler());
    }
    methods.forEach(
        (path, allowed) ->
            router.route(path).handler(context -> refuseMethod(context, allowed)));
    router.route("/api").handler(context -> context.fail(BusFailure.notFound()));
    router.route("/api/*").handler(context -> context.fail(BusFailure.notFound()));
  }

  private static void refuseMethod(RoutingContext context, Set<String> allowed) {
    context.response().putHeader(HttpHeaders.ALLOW, String.join(", ", allowed));
    context.fail(405);
  }

  private static void refuseDuplicateParameters(RoutingContext context) {
    List<Fault> faults = new ArrayList<>();
    for (String name : context.queryParams().names()) {
      if (context.queryParams().getAll(name).size() > 1) {
        faults.add(new Fault("/" + name.replace("~", "~0").replace("/", "~1"), "duplicate"));
      }
    }
    if (faults.isEmpty()) {
      context.next();
    } else {
      context.fail(BusFailure.badRequest(faults));
    }
  }
}
