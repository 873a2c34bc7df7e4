package dev.rolewise.assessment.round;

import dev.rolewise.assessment.contract.round.InstrumentRef;
import dev.rolewise.assessment.contract.round.Round;
import dev.rolewise.assessment.contract.round.Turnout;
import dev.rolewise.assessment.contract.round.TurnoutHint;
import dev.rolewise.assessment.scoring.release.LiveValues;
import dev.rolewise.assessment.scoring.release.SheetCounts;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;

/**
 * A row of the round table, without the instrument's document.
 *
 * @param id random id
 * @param team the team it belongs to
 * @param open whether it takes sheets, deadline aside
 * @param instrument the pinned instrument
 * @param k fewest sheets behind any number
 * @param minimumTurnoutPercent what the instrument asks for a verdict
 * @param size people announced
 * @param initiatives pinned at opening
 * @param entry "open", "tickets" or "signed-in"
 * @param live "turnout" or "batches"
 * @param memberResults "after-close" or "none"
 * @param newcomers or null
 * @param deadline or null
 * @param openedOn date in UTC
 * @param closedOn date in UTC, or null
 * @param received sheets that came in
 * @param released sheets the report is about
 * @param version grows with every change
 * @param releases versions of the reports that released sheets
 */
public record StoredRound(
    UUID id,
    UUID team,
    boolean open,
    InstrumentRef instrument,
    int k,
    int minimumTurnoutPercent,
    int size,
    int initiatives,
    String entry,
    String live,
    String memberResults,
    Integer newcomers,
    Instant deadline,
    LocalDate openedOn,
    LocalDate closedOn,
    int received,
    int released,
    int version,
    List<Integer> releases) {
  /** Copies the list. */
  public StoredRound {
    releases = List.copyOf(releases);
  }

  /**
   * Sheets that wait for more to come.
   *
   * @return 0 while open
   */
  public int heldBack() {
    return open ? 0 : received - released;
  }

  /**
   * Whether a sheet may still come in.
   *
   * @param now this moment
   * @return false from the deadline on, even before the round has been closed for it
   */
  public boolean takesSheets(Instant now) {
    return open && (deadline == null || deadline.isAfter(now));
  }

  /**
   * The state's word.
   *
   * @return "open" or "closed"
   */
  public String state() {
    return open ? "open" : "closed";
  }

  /**
   * How many took part.
   *
   * @return the count with its version
   */
  public Turnout turnout() {
    return new Turnout(received, size, version);
  }

  /**
   * The hint that this round has a new version.
   *
   * @return the hint
   */
  public TurnoutHint toHint() {
    return new TurnoutHint(id.toString(), turnout(), state());
  }

  /**
   * The hint that this round has released sheets while it stays open.
   *
   * @return the hint
   */
  public TurnoutHint toReleaseHint() {
    return new TurnoutHint(id.toString(), turnout(), state(), version);
  }

  /**
   * Where the round stands, for the release policy.
   *
   * @return counts only
   */
  public SheetCounts counts() {
    LiveValues values = "batches".equals(live) ? LiveValues.BATCHES : LiveValues.TURNOUT;
    return new SheetCounts(size, k, values, released, received - released);
  }

  /**
   * The hint that this round is gone.
   *
   * @return the hint
   */
  public TurnoutHint toDeletedHint() {
    return new TurnoutHint(id.toString(), turnout(), "deleted");
  }

  /**
   * What the organiser sees.
   *
   * @return the message
   */
  public Round toMessage() {
    return new Round(
        id.toString(),
        state(),
        instrument,
        k,
        minimumTurnoutPercent,
        entry,
        live,
        memberResults,
        initiatives,
        newcomers,
        deadline == null ? null : deadline.toString(),
        openedOn.toString(),
        closedOn == null ? null : closedOn.toString(),
        turnout(),
        heldBack(),
        releases);
  }
}
