package dev.rolewise.systemtest;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.rolewise.systemtest.Api.Answer;
import io.vertx.core.json.JsonObject;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.function.IntFunction;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** One ticket is one sheet, however many hands reach for it at once. */
@ExtendWith(SharedSuite.class)
class TicketRaceIT {
  private static final int HANDS = 50;
  private static final int PLACES = 4;

  /** So often a hand that was sent away for the crowd tries again. */
  private static final int PATIENCE = 50;

  private static final int ROUNDS = AttackSize.of("races", 3, 40);

  private static RunningSuite suite;

  @BeforeAll
  static void start(RunningSuite shared) throws Exception {
    suite = shared;
  }

  @Test
  void ofFiftyAtOnceExactlyOneIsTaken() throws Exception {
    for (int race = 0; race < ROUNDS; race++) {
      Organiser organiser = Organiser.open(suite.api(), "Race", 4, 1);
      String ticket = organiser.drawTicket();
      JsonObject gloomy = organiser.questionnaire().sheet(Organiser.PRODUCT_GAP);
      JsonObject cheerful = organiser.questionnaire().sheet(Organiser.HEALTHY);
      List<Answer> answers =
          atOnce(
              HANDS,
              hand ->
                  handIn(
                      organiser.api(),
                      spelled(ticket, hand),
                      UUID.randomUUID().toString(),
                      hand % 2 == 0 ? gloomy : cheerful));
      assertEquals(Map.of("201", 1L, "409 ticket-spent", HANDS - 1L), outcomes(answers));
      assertEquals(1, organiser.state().getJsonObject("turnout").getInteger("n"));
    }
  }

  @Test
  void fiftyReplaysOfOneSheetAreOneSheetWithOneReceipt() throws Exception {
    for (int race = 0; race < ROUNDS; race++) {
      Organiser organiser = Organiser.open(suite.api(), "Replay", 4, 1);
      String ticket = organiser.drawTicket();
      String key = UUID.randomUUID().toString();
      JsonObject sheet = organiser.questionnaire().sheet(Organiser.PRODUCT_GAP);
      List<Answer> answers = atOnce(HANDS, hand -> handIn(organiser.api(), ticket, key, sheet));
      assertEquals(Map.of("201", (long) HANDS), outcomes(answers));
      assertEquals(
          1, answers.stream().map(it -> it.json().getString("receipt")).distinct().count());
      assertEquals(1, organiser.state().getJsonObject("turnout").getInteger("n"));
    }
  }

  @Test
  void moreTicketsThanPlacesFillThePlaces() throws Exception {
    Organiser organiser = Organiser.open(suite.api(), "Full", PLACES, 1);
    JsonObject sheet = organiser.questionnaire().sheet(Organiser.PRODUCT_GAP);
    List<String> tickets = new ArrayList<>();
    Answer drawn = organiser.api().post("/api/v1/tickets", organiser.member(), null);
    // as many as one link gives before it says that this is enough
    while (drawn.status() == 201 && tickets.size() < HANDS) {
      tickets.add(drawn.json().getString("ticket"));
      drawn = organiser.api().post("/api/v1/tickets", organiser.member(), null);
    }
    assertTrue(tickets.size() > PLACES, "only " + tickets.size() + " tickets");
    List<Answer> answers =
        atOnce(
            tickets.size(),
            hand ->
                handIn(organiser.api(), tickets.get(hand), UUID.randomUUID().toString(), sheet));
    assertEquals(
        Map.of("201", (long) PLACES, "409 round-full", (long) tickets.size() - PLACES),
        outcomes(answers));
    assertEquals(PLACES, organiser.state().getJsonObject("turnout").getInteger("n"));
  }

  /**
   * As a phone hands in: the same again, with the same key, when the suite says that it is busy.
   * What is raced for must come out exactly, however many were sent away in between.
   */
  private static Answer handIn(Api api, String ticket, String key, JsonObject sheet) {
    Answer answer = api.submit(ticket, key, sheet);
    for (int again = 0; again < PATIENCE && busy(answer); again++) {
      answer = api.submit(ticket, key, sheet);
    }
    return answer;
  }

  private static boolean busy(Answer answer) {
    return answer.status() == 503 && answer.headers().containsKey("retry-after");
  }

  @Test
  void twoTabsAndTwoDevicesWithOneTicketHandInOneSheet() {
    Organiser organiser = Organiser.open(suite.api(), "Tabs", 4, 1);
    Api phone = suite.api();
    Api laptop = suite.api();
    String ticket = organiser.drawTicket();
    JsonObject first = organiser.questionnaire().sheet(Organiser.PRODUCT_GAP);
    JsonObject second = organiser.questionnaire().sheet(Organiser.HEALTHY);
    String firstTab = UUID.randomUUID().toString();
    String secondTab = UUID.randomUUID().toString();
    phone.get("/api/v1/participation", ticket).expect(200);
    laptop.get("/api/v1/participation", ticket).expect(200);
    String receipt = phone.submit(ticket, firstTab, first).expect(201).json().getString("receipt");
    assertEquals("409 ticket-spent", said(phone.submit(ticket, secondTab, first)));
    assertEquals("409 ticket-spent", said(laptop.submit(ticket, secondTab, second)));
    assertEquals("422 key-reused", said(laptop.submit(ticket, firstTab, second)));
    assertEquals(
        receipt, laptop.submit(ticket, firstTab, first).expect(201).json().getString("receipt"));
    assertEquals(1, organiser.state().getJsonObject("turnout").getInteger("n"));
  }

  /** Case and hyphens do not matter: not for the race either. */
  private static String spelled(String ticket, int hand) {
    return switch (hand % 3) {
      case 0 -> ticket;
      case 1 -> ticket.toLowerCase(java.util.Locale.ROOT);
      default -> ticket.replaceAll("[^0-9A-Za-z]", "").replaceAll("(.{4})(?=.)", "$1-");
    };
  }

  private static List<Answer> atOnce(int count, IntFunction<Answer> act) throws Exception {
    ExecutorService hands = Executors.newFixedThreadPool(count);
    CountDownLatch go = new CountDownLatch(1);
    try {
      List<Future<Answer>> reaching = new ArrayList<>();
      for (int hand = 0; hand < count; hand++) {
        int own = hand;
        Callable<Answer> reach =
            () -> {
              go.await();
              return act.apply(own);
            };
        reaching.add(hands.submit(reach));
      }
      go.countDown();
      List<Answer> answers = new ArrayList<>();
      for (Future<Answer> one : reaching) {
        answers.add(one.get(1, TimeUnit.MINUTES));
      }
      return answers;
    } finally {
      hands.shutdownNow();
    }
  }

  private static Map<String, Long> outcomes(List<Answer> answers) {
    return answers.stream()
        .collect(Collectors.groupingBy(TicketRaceIT::said, Collectors.counting()));
  }

  private static String said(Answer answer) {
    return answer.status() < 400
        ? Integer.toString(answer.status())
        : answer.status() + " " + answer.json().getString("code");
  }
}
