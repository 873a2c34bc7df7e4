package dev.rolewise.systemtest;

import dev.rolewise.systemtest.RawHttp.Message;
import io.vertx.core.json.JsonObject;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/** What an answer must not tell a stranger, and what a refusal has to be. */
final class ToldTooMuch {
  private static final Pattern INSIDE =
      Pattern.compile(
          "\\bat [a-z]+(\\.[A-Za-z_$0-9]+)+\\(|Exception|\\bjava\\.|\\bjavax\\.|io\\.vertx|netty"
              + "|[Hh]azelcast|[Jj]ackson|[Pp]ostgre|SQLSTATE|\\bselect .* from\\b|dev\\.rolewise"
              + "|(?i:server|x-powered-by): |Vert\\.x|JDK|OpenJDK");

  private static final Pattern VERSION =
      Pattern.compile("\\b\\d+\\.\\d+\\.\\d+(\\.Final|-SNAPSHOT)?\\b");

  private ToldTooMuch() {}

  /** What is wrong with an answer; nothing when it is as it should be. */
  static List<String> in(Message answer) {
    List<String> found = new ArrayList<>();
    boolean refusal = answer.status() >= 400;
    String told = refusal ? answer.head() + answer.body() : answer.head();
    if (answer.status() >= 500) {
      found.add("status " + answer.status());
    }
    if (INSIDE.matcher(told).find()) {
      found.add("the inside");
    }
    if (VERSION.matcher(told.replace("127.0.0.1", "")).find()) {
      found.add("a version");
    }
    boolean json = answer.header("content-type").startsWith("application/problem+json");
    if (refusal && json && !answer.body().isEmpty() && !isProblem(answer)) {
      found.add("a problem that is none");
    }
    if (refusal && !json && !answer.body().isEmpty()) {
      found.add("no problem but " + answer.header("content-type"));
    }
    return found;
  }

  private static boolean isProblem(Message answer) {
    try {
      JsonObject problem = new JsonObject(answer.body());
      return problem.getInteger("status", 0) == answer.status()
          && !problem.getString("code", "").isEmpty()
          && !problem.getString("title", "").isEmpty();
    } catch (RuntimeException notJson) {
      return false;
    }
  }
}
