package dev.rolewise.gateway.problem;

import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.ext.web.RoutingContext;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;

/**
 * What {@code Accept-Language} asks for of the languages we have, else English. Read here rather
 * than by the router, which fails on a header that is malformed.
 */
public final class PreferredLanguage implements Function<RoutingContext, String> {
  private static final int MOST_RANGES = 32;

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
    return wishes(header).stream()
        .filter(ProblemTexts.LANGUAGES::contains)
        .findFirst()
        .orElse(ProblemTexts.DEFAULT);
  }

  /**
   * The languages that are wished for, the dearest first, whether anybody speaks them or not.
   *
   * @param header value of Accept-Language
   * @return primary subtags, each once
   */
  public static List<String> wishes(String header) {
    Map<String, Double> weights = new LinkedHashMap<>();
    for (String range : header.toLowerCase(Locale.ROOT).split(",", MOST_RANGES)) {
      String[] parts = range.split(";", 3);
      String language = parts[0].strip().split("-", 2)[0];
      double weight = parts.length == 1 ? 1 : weight(parts[1].strip());
      if (weight > 0 && language.matches("[a-z]{2,3}")) {
        weights.merge(language, weight, Math::max);
      }
    }
    return weights.entrySet().stream()
        .sorted(Map.Entry.<String, Double>comparingByValue().reversed())
        .map(Map.Entry::getKey)
        .toList();
  }

  private static double weight(String parameter) {
    return parameter.matches("q=(?:0(?:\\.\\d{0,3})?|1(?:\\.0{0,3})?)")
        ? Double.parseDouble(parameter.substring(2))
        : 0;
  }
}
