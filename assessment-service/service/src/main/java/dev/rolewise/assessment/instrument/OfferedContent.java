package dev.rolewise.assessment.instrument;

import dev.rolewise.assessment.contract.message.FaultCode;
import dev.rolewise.assessment.contract.message.Faults;
import dev.rolewise.assessment.contract.team.TeamContext;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * What the content on show has for teams to choose from.
 *
 * @param languages codes of all languages; null when the content service does not say
 * @param roles ids of the roles that its instruments can advise; null likewise
 */
public record OfferedContent(Set<String> languages, Set<String> roles) {
  static OfferedContent of(JsonArray instruments) {
    return new OfferedContent(words(instruments, "languages"), words(instruments, "roles"));
  }

  /** One that is older than these lists says nothing, and then nothing is wrong. */
  private static Set<String> words(JsonArray instruments, String field) {
    Set<String> words = new HashSet<>();
    for (int i = 0; i < instruments.size(); i++) {
      JsonArray values = instruments.getJsonObject(i).getJsonArray(field);
      if (values == null) {
        return null;
      }
      values.forEach(
          value ->
              words.add(value instanceof JsonObject named ? named.getString("id") : "" + value));
    }
    return words;
  }

  /**
   * Notes what does not exist.
   *
   * @param locale a language or null
   * @param context with the roles that are present
   * @param faults where faults go
   */
  public void check(String locale, TeamContext context, Faults faults) {
    if (locale != null && languages != null && !languages.contains(locale)) {
      faults.add("/locale", FaultCode.UNKNOWN);
    }
    List<String> present = context.rolesPresent();
    for (int i = 0; i < present.size(); i++) {
      if (roles != null && !roles.contains(present.get(i))) {
        faults.add("/context/rolesPresent/" + i, FaultCode.UNKNOWN);
      }
    }
  }
}
