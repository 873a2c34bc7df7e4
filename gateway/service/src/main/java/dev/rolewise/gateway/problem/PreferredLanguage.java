package dev.rolewise.gateway.problem;

import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.ext.web.RoutingContext;
import java.util.Locale;
import java.util.function.Function;

/**
 * What {@code Accept-Language} asks for of the languages we have, else English. Read here rather
 * than by the router, which fails on a header that is malformed.
 */
public final class PreferredLanguage implements Function<RoutingContext, String> {

  @Override
  public String apply(RoutingContext ctx) {
    return of(ctx.request());
  }

  /** One of ours, whatever the header says. */
  public static String of(HttpServerRequest request) {
    String header = request.getHeader(HttpHeaders.ACCEPT_LANGUAGE);
    return header == null ? ProblemTexts.DEFAULT : of(header);
  }

  static String of(String header) {
    String best = ProblemTexts.DEFAULT;
    double bestWeight = 0;
    for (String range : header.toLowerCase(Locale.ROOT).split(",", 32)) {
      String[] parts = range.split(";", 3);
      String language = parts[0].strip().split("-", 2)[0];
      double weight = parts.length == 1 ? 1 : weight(parts[1].strip());
      if (weight > bestWeight && ProblemTexts.LANGUAGES.contains(language)) {
        best = language;
        bestWeight = weight;
      }
    }
    return best;
  }

  private static double weight(String parameter) {
    return parameter.matches("q=(?:0(?:\\.\\d{0,3})?|1(?:\\.0{0,3})?)")
        ? Double.parseDouble(parameter.substring(2))
        : 0;
  }
}
