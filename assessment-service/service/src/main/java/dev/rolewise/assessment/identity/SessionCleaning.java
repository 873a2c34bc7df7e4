package dev.rolewise.assessment.identity;

import io.vertx.core.Future;
import io.vertx.sqlclient.SqlClient;
import io.vertx.sqlclient.Tuple;
import java.time.Instant;
import java.time.ZoneOffset;

/** Clears away what has ended: attempts, sessions, and identities that nothing hangs on. */
public final class SessionCleaning {
  private SessionCleaning() {}

  /**
   * Clears away what has ended.
   *
   * @param transaction the caller's
   * @param now this moment
   * @return when done
   */
  public static Future<Void> run(SqlClient transaction, Instant now) {
    Tuple moment = Tuple.of(now.atOffset(ZoneOffset.UTC));
    return transaction
        .preparedQuery(
            "/* assessment.login_forget_old */ " + "delete from login_attempt where ends <= $1")
        .execute(moment)
        .compose(
            done ->
                transaction
                    .preparedQuery(
                        "/* assessment.session_forget_old */ "
                            + "delete from session where least(idle_until, ends) <= $1")
                    .execute(moment))
        .compose(
            done ->
                transaction
                    .preparedQuery(
                        "/* assessment.identity_forget_unused */ "
                            + "delete from identity i where"
                            + " not exists (select 1 from session s where s.identity = i.id)"
                            + " and not exists (select 1 from team_owner o where o.identity = i.id)")
                    .execute())
        .mapEmpty();
  }
}
