package dev.rolewise.assessment.team;

import dev.rolewise.assessment.bus.Refusal;
import dev.rolewise.assessment.contract.message.Faults;
import dev.rolewise.assessment.contract.team.TeamContext;
import dev.rolewise.assessment.instrument.InstrumentSource;
import io.vertx.core.Future;
import java.util.Set;

/**
 * Whether what a team says about itself exists: its language, and the roles it has. The content is
 * asked only where there is something to ask about, so that a team without either can start while
 * the content service is away.
 */
public final class TeamChoices {
  private final InstrumentSource content;
  private final Set<String> spoken;

  /**
   * Asks the content on show.
   *
   * @param content where instruments come from
   * @param spoken languages of this program's own texts: there, whatever the content is in
   */
  public TeamChoices(InstrumentSource content, Set<String> spoken) {
    this.content = content;
    this.spoken = Set.copyOf(spoken);
  }

  /**
   * Looks whether it exists.
   *
   * @param locale a language or null
   * @param context with the roles that are present
   * @param faults what is known to be wrong already
   * @param requestId for the logs
   * @return done; fails with 422 and everything that is wrong
   */
  Future<Void> check(String locale, TeamContext context, Faults faults, String requestId) {
    String language = locale == null || spoken.contains(locale) ? null : locale;
    if (language == null && context.rolesPresent().isEmpty()) {
      return faults.isEmpty() ? Future.succeededFuture() : Refusal.of(faults);
    }
    return content
        .offered(requestId)
        .compose(
            offered -> {
              offered.check(language, context, faults);
              return faults.isEmpty() ? Future.succeededFuture() : Refusal.of(faults);
            });
  }
}
