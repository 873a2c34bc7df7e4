package dev.rolewise.assessment.sheet;

import dev.rolewise.assessment.sheet.SheetStore.Accepted;
import dev.rolewise.assessment.sheet.SheetStore.Taking;
import io.vertx.core.buffer.Buffer;
import io.vertx.pgclient.PgException;
import java.util.Optional;
import java.util.Set;

/** Where submissions meet: one of each for all verticles of a process. */
public final class SheetQueues {
  private static final int MOST_WAITING = 500;
  private static final int MOST_AT_ONCE = 200;

  /** Data exceptions and broken constraints. */
  private static final Set<String> ABOUT_VALUES = Set.of("22", "23");

  private final Together<Buffer, Optional<TicketState>> tickets = queue();
  private final Together<Taking, Optional<Accepted>> sheets = queue();
  private final Together<Taking, Optional<Accepted>> patient = queue();

  /** Tickets that are looked at. */
  Together<Buffer, Optional<TicketState>> tickets() {
    return tickets;
  }

  /** Sheets that are stored while nobody else holds their rounds. */
  Together<Taking, Optional<Accepted>> sheets() {
    return sheets;
  }

  /** Sheets whose rounds are held by somebody, and who must not keep the others waiting. */
  Together<Taking, Optional<Accepted>> patient() {
    return patient;
  }

  private static <Q, A> Together<Q, A> queue() {
    return new Together<>(MOST_WAITING, MOST_AT_ONCE, SheetQueues::isAboutValues);
  }

  private static boolean isAboutValues(Throwable failure) {
    return failure instanceof PgException refused
        && refused.getSqlState() != null
        && ABOUT_VALUES.contains(refused.getSqlState().substring(0, 2));
  }
}
