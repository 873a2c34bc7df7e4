package dev.rolewise.systemtest;

import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.rolewise.systemtest.LoadGenerator.Tally;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/** A round whose members send their sheets, at their own pace, while something breaks. */
final class LoadedRound implements AutoCloseable {
  private final FaultedSuite suite;
  private final Organiser organiser;
  private final NumberedSheets numbered;
  private final LoadGenerator load;
  private final Supplier<String> gateway;
  private Optional<ContentLoad> content = Optional.empty();

  private LoadedRound(
      FaultedSuite suite,
      Supplier<String> gateway,
      Organiser organiser,
      NumberedSheets numbered,
      LoadGenerator load) {
    this.suite = suite;
    this.gateway = gateway;
    this.organiser = organiser;
    this.numbered = numbered;
    this.load = load;
  }

  /** Opens a round for at most so many people, of whom so many send per second. */
  static LoadedRound open(FaultedSuite suite, String name, int sheets, double perSecond) {
    return open(suite, suite::nextGateway, name, sheets, perSecond);
  }

  /** The same for people who find their gateway in a way of their own. */
  static LoadedRound open(
      FaultedSuite suite, Supplier<String> gateway, String name, int sheets, double perSecond) {
    Organiser organiser = Organiser.open(new Api(suite.nextGateway()), name, sheets, 1);
    NumberedSheets numbered = NumberedSheets.of(organiser);
    return new LoadedRound(
        suite,
        gateway,
        organiser,
        numbered,
        LoadGenerator.steady(gateway, organiser, numbered, sheets, perSecond));
  }

  /** From now on others ask for what takes content-service; their failures count like all. */
  LoadedRound besideReaders() {
    content = Optional.of(ContentLoad.start(gateway));
    return this;
  }

  /** Waits until so many more have their receipts, so that whatever breaks breaks under load. */
  LoadedRound more(int sheets) throws InterruptedException {
    load.awaitAcknowledged(load.acknowledged() + sheets, FaultedSuite.PATIENCE);
    return this;
  }

  Organiser organiser() {
    return organiser;
  }

  LoadGenerator load() {
    return load;
  }

  /**
   * Lets nobody else begin and waits for the last receipt, then counts in the database, prints, and
   * holds to account: nothing lost, nothing doubled.
   *
   * @param detected seconds until somebody knew
   * @param since from when on the last failure is the recovery
   */
  Figures finish(String fault, double detected, Instant since)
      throws InterruptedException, SQLException {
    int sheets = load.enough();
    Tally tally = load.finish(FaultedSuite.PATIENCE);
    if (content.isPresent()) {
      ContentLoad beside = content.get().finish();
      assertTrue(beside.done() > 0, "nobody has asked for content");
      tally = tally.and(beside.requests(), beside.failures());
    }
    Ledger ledger = Ledger.of(suite.postgres().server(), organiser, numbered, tally);
    return new Figures(fault, ledger, tally, detected, Figures.lastFailure(tally, since))
        .print()
        .assertExact(sheets);
  }

  /** Every receipt asked for once more with the same key: those that are others now. */
  List<String> receiptsThatChanged(Figures figures) throws InterruptedException {
    return load.askAgain(figures.tally());
  }

  @Override
  public void close() {
    content.ifPresent(ContentLoad::close);
    load.close();
  }
}
