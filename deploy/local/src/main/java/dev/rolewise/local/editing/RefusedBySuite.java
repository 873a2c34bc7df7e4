package dev.rolewise.local.editing;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.util.ArrayList;
import java.util.List;

/** A running suite said no, and why. */
public final class RefusedBySuite extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final int status;
  private final transient JsonObject problem;

  RefusedBySuite(int status, JsonObject problem) {
    super(status + " " + problem.getString("code", ""), null, false, false);
    this.status = status;
    this.problem = problem;
  }

  /** The problem's stable code, empty when the answer was none of ours. */
  public String code() {
    return problem.getString("code", "");
  }

  /** What differs, when somebody else was faster. */
  public JsonArray changes() {
    return problem.getJsonArray("changes", new JsonArray());
  }

  /** Everything that is wrong with a pack, a line each. */
  public List<String> faults() {
    List<String> lines = new ArrayList<>();
    JsonArray faults = problem.getJsonArray("faults", new JsonArray());
    for (int i = 0; i < faults.size(); i++) {
      JsonObject fault = faults.getJsonObject(i);
      String pointer = fault.getString("pointer");
      lines.add(
          fault.getString("file")
              + (pointer.isEmpty() ? "" : " " + pointer)
              + ": "
              + fault.getString("reason"));
    }
    int more = problem.getInteger("total", 0) - faults.size();
    if (!lines.isEmpty() && more > 0) {
      lines.add("and " + more + " more");
    }
    return lines;
  }

  /** In one plain sentence. */
  public String sentence() {
    if (status == 401 || status == 404) {
      return "The suite does not know this: check the address, the editor's token and the version.";
    }
    String reason = problem.getString("reason");
    String said = problem.getString("title", "The suite answered " + status) + ". ";
    return said + (reason == null ? problem.getString("detail", "") : reason);
  }
}
