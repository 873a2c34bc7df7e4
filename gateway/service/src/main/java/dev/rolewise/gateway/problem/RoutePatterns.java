package dev.rolewise.gateway.problem;

import io.vertx.ext.web.Route;
import io.vertx.ext.web.Router;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Finds a router's own routes by path, sub-routers excluded. For failures, not for the fast way.
 */
public final class RoutePatterns {

  private RoutePatterns() {}

  /**
   * Methods that do work where another one was tried.
   *
   * @param path normalised path of the request
   * @return for an Allow header, e.g. {@code "GET, POST"}; empty when no route says
   */
  public static String allowed(Router router, String path) {
    return matching(router, path)
        .flatMap(route -> route.methods().stream())
        .map(method -> method.name())
        .collect(Collectors.toCollection(TreeSet::new))
        .stream()
        .collect(Collectors.joining(", "));
  }

  /** The pattern a path belongs to, such as {@code /rounds/:id}, or {@code "-"}. */
  public static String of(Router router, String path) {
    return matching(router, path).map(Route::getName).findFirst().orElse("-");
  }

  private static Stream<Route> matching(Router router, String path) {
    return router.getRoutes().stream()
        .filter(route -> route.methods() != null && matches(route.getName(), path));
  }

  private static boolean matches(String pattern, String path) {
    if (pattern == null) {
      return false;
    }
    String[] wanted = pattern.split("/", -1);
    String[] given = path.split("/", -1);
    if (wanted.length != given.length) {
      return false;
    }
    for (int i = 0; i < wanted.length; i++) {
      boolean any = wanted[i].startsWith(":") && !given[i].isEmpty();
      if (!any && !wanted[i].equals(given[i])) {
        return false;
      }
    }
    return true;
  }
}
