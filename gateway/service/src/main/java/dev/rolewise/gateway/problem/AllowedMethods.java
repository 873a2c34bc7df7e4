package dev.rolewise.gateway.problem;

import io.vertx.ext.web.Route;
import io.vertx.ext.web.Router;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** The methods that do work where another one was tried. */
final class AllowedMethods {

  private AllowedMethods() {}

  /**
   * Looks through the router's own routes, sub-routers excluded.
   *
   * @param path normalised path of the request
   * @return for an Allow header, e.g. {@code "GET, POST"}; empty when no route says
   */
  static String of(Router router, String path) {
    return router.getRoutes().stream()
        .filter(route -> route.methods() != null && matches(route, path))
        .flatMap(route -> route.methods().stream())
        .map(method -> method.name())
        .collect(Collectors.toCollection(TreeSet::new))
        .stream()
        .collect(Collectors.joining(", "));
  }

  private static boolean matches(Route route, String path) {
    String pattern = route.getName() == null ? route.getPath() : route.getName();
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
