package dev.rolewise.gateway.operation;

import dev.rolewise.gateway.edge.NoBody;
import dev.rolewise.gateway.problem.Problem;
import dev.rolewise.gateway.problem.ProblemCode;
import dev.rolewise.gateway.problem.ProblemException;
import dev.rolewise.gateway.problem.RoutePatterns;
import dev.rolewise.runtime.bus.BusFailure;
import dev.rolewise.runtime.bus.Fault;
import io.vertx.core.http.HttpMethod;
import io.vertx.ext.web.Route;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import io.vertx.ext.web.handler.BodyHandler;
import io.vertx.ext.web.handler.PlatformHandler;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** Puts operations on their paths. */
public final class ApiRouter {
  /** What every path of the contract begins with. */
  public static final String PREFIX = "/api/v1";

  /** A stream has no length to tell, and steps of signing in are no mere looks. */
  private static final Set<String> WITHOUT_HEAD =
      Set.of("watchRound", "startSession", "finishSession");

  private ApiRouter() {}

  /** Adds the operations to the router, after whatever looks at requests first. */
  public static void mount(Router router, List<Operation> operations) {
    router.route(PREFIX + "/*").handler(ApiRouter::refuseDuplicateParameters);
    for (Operation operation : operations) {
      Route route = router.route(operation.method(), PREFIX + operation.route());
      if (operation.method() == HttpMethod.GET && !WITHOUT_HEAD.contains(operation.id())) {
        route.method(HttpMethod.HEAD);
      }
      if (operation.takesBody()) {
        operation.gate().ifPresent(gate -> route.handler((PlatformHandler) gate::handle));
        route.handler(BodyHandler.create(false).setBodyLimit(operation.largestBody()));
      } else if (operation.method() == HttpMethod.POST) {
        NoBody.mount(route);
      }
      route.handler(operation.handler());
    }
    router.route("/api/*").handler(context -> context.fail(nothingThere(router, context)));
  }

  /** Said here, because whatever is mounted behind the API would make every miss a plain 404. */
  private static ProblemException nothingThere(Router router, RoutingContext context) {
    String allowed = RoutePatterns.allowed(router, context.normalizedPath());
    return allowed.isEmpty()
        ? ProblemException.of(ProblemCode.NOT_FOUND)
        : new ProblemException(Problem.methodNotAllowed(allowed));
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
