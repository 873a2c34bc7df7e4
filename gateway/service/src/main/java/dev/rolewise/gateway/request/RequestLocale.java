package dev.rolewise.gateway.request;

import dev.rolewise.gateway.problem.PreferredLanguage;
import dev.rolewise.runtime.bus.BusFailure;
import dev.rolewise.runtime.bus.Fault;
import io.vertx.core.http.HttpHeaders;
import io.vertx.ext.web.RoutingContext;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * The language somebody reads in: {@code ?locale=}, else {@code Accept-Language}, else English.
 * Which languages exist is for the content to say; the answer's {@code Content-Language} tells what
 * was found.
 */
public final class RequestLocale {
  /** What nobody asked for anything gets. */
  public static final String DEFAULT = "en";

  private static final Pattern TAG = Pattern.compile("[A-Za-z]{2,3}(-[A-Za-z0-9]{2,8}){0,3}");

  /** Each may have to be asked for. */
  private static final int MOST_WISHES = 4;

  private RequestLocale() {}

  /**
   * Reads the language of a request.
   *
   * @return a primary language subtag in lower case, such as {@code nl}
   * @throws BusFailure 422 when {@code locale} is no language tag
   */
  public static String of(RoutingContext context) {
    List<String> asked = context.queryParam("locale");
    if (!asked.isEmpty()) {
      if (!TAG.matcher(asked.get(0)).matches()) {
        throw BusFailure.invalidValues(List.of(new Fault("/locale", "malformed")));
      }
      return primary(asked.get(0));
    }
    return PreferredLanguage.of(context.request());
  }

  /**
   * The languages to look for one after the other where it is not known which there are: what
   * {@code ?locale=} says, or what {@code Accept-Language} does and then English.
   *
   * @throws BusFailure 422 when {@code locale} is no language tag
   */
  public static List<String> wishes(RoutingContext context) {
    String header = context.request().getHeader(HttpHeaders.ACCEPT_LANGUAGE);
    if (header == null || !context.queryParam("locale").isEmpty()) {
      return List.of(of(context));
    }
    return Stream.concat(
            PreferredLanguage.wishes(header).stream().limit(MOST_WISHES), Stream.of(DEFAULT))
        .distinct()
        .toList();
  }

  /** As {@link #of}, for places that must not fail again: what cannot be understood is left out. */
  public static String forgiving(RoutingContext context) {
    List<String> asked = context.queryParam("locale");
    return !asked.isEmpty() && TAG.matcher(asked.get(0)).matches()
        ? primary(asked.get(0))
        : PreferredLanguage.of(context.request());
  }

  private static String primary(String tag) {
    int dash = tag.indexOf('-');
    return (dash < 0 ? tag : tag.substring(0, dash)).toLowerCase(Locale.ROOT);
  }
}
