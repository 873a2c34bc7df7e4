package dev.rolewise.systemtest;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.rolewise.systemtest.LoadGenerator.Acknowledged;
import io.vertx.core.json.JsonObject;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** That the bookkeeping of the fault tests finds what it is there to find. */
class LedgerTest {
  private static final NumberedSheets SHEETS =
      new NumberedSheets(new JsonObject(), "product-clarity");
  private static final List<Acknowledged> TOLD = List.of(told(1, "A"), told(2, "B"));

  @Test
  void whatIsThereOnceIsInOrder() {
    Ledger ledger = ledger(Map.of("sheet 1", 1, "sheet 2", 1), Map.of("A", 1, "B", 1), 2, TOLD);
    assertEquals(List.of(), ledger.lost());
    assertEquals(List.of(), ledger.doubled());
    assertEquals(2, ledger.stored());
  }

  @Test
  void anAcknowledgedSheetThatIsNotStoredIsLost() {
    Ledger ledger = ledger(Map.of("sheet 1", 1), Map.of("A", 1, "B", 1), 2, TOLD);
    assertEquals(List.of("sheet 2 with receipt B"), ledger.lost());
  }

  @Test
  void aReceiptThatNoTicketHasIsLost() {
    Ledger ledger = ledger(Map.of("sheet 1", 1, "sheet 2", 1), Map.of("A", 1, "C", 1), 2, TOLD);
    assertEquals(List.of("sheet 2 with receipt B"), ledger.lost());
  }

  @Test
  void aSheetThatIsNotCountedIsLost() {
    Ledger ledger = ledger(Map.of("sheet 1", 1, "sheet 2", 1), Map.of("A", 1, "B", 1), 1, TOLD);
    assertEquals(List.of("the round counts 1 sheets of 2"), ledger.lost());
  }

  @Test
  void aSheetThatIsStoredTwiceIsDoubled() {
    Ledger ledger = ledger(Map.of("sheet 1", 2, "sheet 2", 1), Map.of("A", 1, "B", 1), 3, TOLD);
    assertEquals(
        List.of("sheet 1 is stored 2 times instead of 1", "sheets are stored 3 times instead of 2"),
        ledger.doubled());
  }

  @Test
  void aSheetThatIsCountedTwiceIsDoubled() {
    Ledger ledger = ledger(Map.of("sheet 1", 1, "sheet 2", 1), Map.of("A", 1, "B", 1), 3, TOLD);
    assertEquals(List.of("sheets are counted 3 times instead of 2"), ledger.doubled());
  }

  @Test
  void aReceiptForTwoMembersIsDoubled() {
    Ledger ledger =
        ledger(
            Map.of("sheet 1", 1, "sheet 2", 1),
            Map.of("A", 1, "B", 1),
            2,
            List.of(told(1, "A"), told(2, "A")));
    assertTrue(ledger.doubled().contains("receipt A was given to two members"));
  }

  private static Ledger ledger(
      Map<String, Integer> stored,
      Map<String, Integer> receipts,
      int received,
      List<Acknowledged> told) {
    return Ledger.of(stored, receipts, received, SHEETS, told);
  }

  private static Acknowledged told(int number, String receipt) {
    return new Acknowledged("ticket", "key", receipt, SHEETS.apply(number));
  }
}
