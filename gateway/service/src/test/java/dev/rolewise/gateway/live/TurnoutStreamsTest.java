package dev.rolewise.gateway.live;

import static dev.rolewise.gateway.live.LiveServer.await;
import static dev.rolewise.gateway.live.LiveServer.request;
import static dev.rolewise.gateway.live.LiveServer.round;
import static dev.rolewise.gateway.live.LiveServer.turnout;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.rolewise.gateway.wire.RawConnection;
import dev.rolewise.runtime.bus.BusFailure;
import io.vertx.core.Vertx;
import io.vertx.junit5.VertxExtension;
import java.time.Duration;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(VertxExtension.class)
class TurnoutStreamsTest {

  private static final Duration LONG = Duration.ofMinutes(5);
  private static final Duration SHORT = Duration.ofMillis(30);
  private static final StreamLimits QUIET = new StreamLimits(() -> 2, () -> 3, LONG, SHORT);
  private static final Pattern ID = Pattern.compile("id: (\\d+)\n");

  @Test
  void aStreamBeginsWithWhereTheRoundStands(Vertx vertx) throws Exception {
    LiveServer live = LiveServer.start(vertx, QUIET);
    live.says(round("open", 7, 3, 2));
    try (RawConnection browser = RawConnection.to(live.port())) {
      String head = browser.send(request("a")).readUntil(turnout(7, 3));
      assertTrue(head.startsWith("HTTP/1.1 200 "), head);
      assertTrue(head.contains("\r\ncontent-type: text/event-stream\r\n"), head);
      assertTrue(head.contains("\r\ncache-control: no-store\r\n"), head);
      assertTrue(head.contains("\r\nx-accel-buffering: no\r\n"), head);
      assertFalse(head.contains("release"), head);
    }
    await(() -> live.size() == 0);
  }

  @Test
  void aReleaseWhileTheRoundIsOpenIsToldAtOnceAndTheStreamGoesOn(Vertx vertx) throws Exception {
    LiveServer live = LiveServer.start(vertx, QUIET);
    live.says(round("open", 5, 3));
    try (RawConnection browser = RawConnection.to(live.port())) {
      browser.send(request("a")).readUntil(turnout(5, 3));
      live.says(round("open", 7, 4, 7));
      live.hintsRelease(7, 4);
      String told = browser.readUntil("event: release\ndata: {\"version\":7}\n\n");
      assertTrue(told.contains(turnout(7, 4)), told);
      live.says(round("open", 8, 5, 7));
      live.hints(8, 5, "open");
      String next = browser.readUntil(turnout(8, 5));
      assertFalse(next.contains("release"), next);
    }
  }

  @Test
  void theFirstChangeComesAtOnceAndAnOlderOneNever(Vertx vertx) throws Exception {
    LiveServer live = LiveServer.start(vertx, new StreamLimits(() -> 2, () -> 3, LONG, LONG));
    try (RawConnection browser = RawConnection.to(live.port())) {
      browser.send(request("a")).readUntil(turnout(1, 0));
      live.hints(1, 9, "open");
      live.hints(3, 2, "open");
      live.hints(2, 1, "open");
      assertEquals(List.of(3), ids(browser.readUntil(turnout(3, 2))));
      live.says(round("closed", 6, 4));
      live.hints(6, 4, "closed");
      assertEquals(List.of(6), ids(browser.readUntil(turnout(6, 4))));
    }
  }

  @Test
  void anOlderHintDoesNotReplaceAWaitingOne(Vertx vertx) throws Exception {
    Duration pause = Duration.ofMillis(300);
    LiveServer live = LiveServer.start(vertx, new StreamLimits(() -> 2, () -> 3, LONG, pause));
    try (RawConnection browser = RawConnection.to(live.port())) {
      browser.send(request("a")).readUntil(turnout(1, 0));
      live.hints(2, 1, "open");
      live.hints(5, 4, "open");
      live.hints(4, 3, "open");
      assertEquals(List.of(2, 5), ids(browser.readUntil(turnout(5, 4))));
    }
  }

  @Test
  void manyChangesBecomeFew(Vertx vertx) throws Exception {
    LiveServer live = LiveServer.start(vertx, QUIET);
    try (RawConnection browser = RawConnection.to(live.port())) {
      browser.send(request("a")).readUntil(turnout(1, 0));
      for (int version = 2; version <= 5000; version++) {
        live.hints(version, version, "open");
      }
      List<Integer> ids = ids(browser.readUntil(turnout(5000, 5000)));
      assertEquals(ids.stream().sorted().distinct().toList(), ids);
      assertTrue(ids.size() < 500, "events: " + ids.size());
    }
  }

  @Test
  void closingTellsOfTheReleaseAndEndsTheStream(Vertx vertx) throws Exception {
    LiveServer live = LiveServer.start(vertx, QUIET);
    try (RawConnection browser = RawConnection.to(live.port())) {
      browser.send(request("a")).readUntil(turnout(1, 0));
      live.says(round("closed", 6, 5, 1));
      live.hints(6, 5, "closed");
      String end = browser.readUntil("\r\n0\r\n\r\n");
      assertTrue(
          plain(end)
              .endsWith(
                  turnout(6, 5)
                      + "id: 6\nevent: release\ndata: {\"version\":1}\n\n"
                      + "id: 6\nevent: closed\ndata: {\"version\":6}\n\n"),
          end);
    }
    await(() -> live.size() == 0);
  }

  @Test
  void aClosedRoundSaysSoAtOnce(Vertx vertx) throws Exception {
    LiveServer live = LiveServer.start(vertx, QUIET);
    live.says(round("closed", 6, 3));
    try (RawConnection browser = RawConnection.to(live.port())) {
      String all = plain(browser.send(request("a")).readUntil("\r\n0\r\n\r\n"));
      assertTrue(all.contains(turnout(6, 3)), all);
      assertTrue(all.contains("event: closed"), all);
      assertFalse(all.contains("release"), all);
    }
  }

  @Test
  void aLostHintIsMadeUpForAtTheNextHeartbeat(Vertx vertx) throws Exception {
    LiveServer live = LiveServer.start(vertx, new StreamLimits(() -> 2, () -> 3, SHORT, SHORT));
    try (RawConnection browser = RawConnection.to(live.port())) {
      browser.send(request("a")).readUntil(turnout(1, 0));
      browser.readUntil(":\n\n");
      live.says(round("open", 2, 1));
      browser.readUntil(turnout(2, 1));
      live.refuses(BusFailure.unavailable());
      browser.readUntil(":\n\n");
      browser.readUntil(":\n\n");
      live.refuses(BusFailure.notFound());
      browser.readUntil("\r\n0\r\n\r\n");
    }
  }

  @Test
  void aTokenHasSoManyStreamsAndTheProcessToo(Vertx vertx) throws Exception {
    LiveServer live = LiveServer.start(vertx, QUIET);
    try (RawConnection one = RawConnection.to(live.port());
        RawConnection two = RawConnection.to(live.port());
        RawConnection more = RawConnection.to(live.port());
        RawConnection other = RawConnection.to(live.port())) {
      one.send(request("a")).readUntil(turnout(1, 0));
      two.send(request("a")).readUntil(turnout(1, 0));
      String refusal = more.send(request("a")).readResponse();
      assertTrue(refusal.startsWith("HTTP/1.1 429 "), refusal);
      assertTrue(refusal.contains("\r\nretry-after: 300\r\n"), refusal);
      other.send(request("b")).readUntil(turnout(1, 0));
      assertTrue(more.send(request("c")).readResponse().startsWith("HTTP/1.1 503 "));
      one.close();
      await(() -> live.size() == 2);
      more.send(request("a")).readUntil(turnout(1, 0));
    }
  }

  @Test
  void withoutTheRightThereIsNoStream(Vertx vertx) throws Exception {
    LiveServer live = LiveServer.start(vertx, QUIET);
    live.refuses(BusFailure.notFound());
    try (RawConnection browser = RawConnection.to(live.port())) {
      for (int attempt = 0; attempt < 5; attempt++) {
        assertTrue(browser.send(request("a")).readResponse().startsWith("HTTP/1.1 404 "));
      }
    }
    await(() -> live.size() == 0);
  }

  @Test
  void whoDoesNotReadGetsTheLatestLater(Vertx vertx) throws Exception {
    LiveServer live =
        LiveServer.start(vertx, new StreamLimits(() -> 2, () -> 3, LONG, Duration.ZERO));
    int last = 40_000;
    try (RawConnection slow = RawConnection.narrow(live.port());
        RawConnection witness = RawConnection.to(live.port())) {
      slow.send(request("a")).readUntil(turnout(1, 0));
      witness.send(request("b")).readUntil(turnout(1, 0));
      for (int version = 2; version <= last; version++) {
        live.hints(version, version, "open");
      }
      witness.readUntil(turnout(last, last));
      List<Integer> ids = ids(slow.readUntil(turnout(last, last)));
      assertEquals(ids.stream().sorted().distinct().toList(), ids);
      assertTrue(ids.size() < last / 2, "events: " + ids.size());
    }
  }

  @Test
  void whoNeverReadsIsLetGo(Vertx vertx) throws Exception {
    LiveServer live =
        LiveServer.start(vertx, new StreamLimits(() -> 2, () -> 3, SHORT, Duration.ZERO));
    try (RawConnection slow = RawConnection.narrow(live.port())) {
      slow.send(request("a")).readUntil(turnout(1, 0));
      for (int version = 2; version <= 40_000; version++) {
        live.hints(version, version, "open");
      }
      await(() -> live.size() == 0);
    }
  }

  @Test
  void stoppingTakesLeaveAndLetsNobodyIn(Vertx vertx) throws Exception {
    LiveServer live = LiveServer.start(vertx, QUIET);
    try (RawConnection one = RawConnection.to(live.port());
        RawConnection late = RawConnection.to(live.port())) {
      one.send(request("a")).readUntil(turnout(1, 0));
      live.close();
      String end = plain(one.readUntil("\r\n0\r\n\r\n"));
      List<Integer> retry = numbers(Pattern.compile("retry: (\\d+)\n\n"), end);
      assertEquals(1, retry.size(), end);
      assertTrue(retry.get(0) >= 200 && retry.get(0) < 1800, end);
      assertTrue(late.send(request("a")).readResponse().startsWith("HTTP/1.1 503 "));
      await(() -> live.size() == 0);
    }
  }

  @Test
  void whoNeverReadsHoldsUpNobodysLeave(Vertx vertx) throws Exception {
    LiveServer live =
        LiveServer.start(
            vertx, new StreamLimits(() -> 2, () -> 3, Duration.ofHours(1), Duration.ZERO));
    try (RawConnection slow = RawConnection.narrow(live.port());
        RawConnection reading = RawConnection.to(live.port())) {
      slow.send(request("a")).readUntil(turnout(1, 0));
      for (int version = 2; version <= 40_000; version++) {
        live.hints(version, version, "open");
      }
      reading.send(request("b")).readUntil("event: turnout");
      // nothing waits for this one any more when the leave begins
      live.hints(50_000, 50_000, "open");
      reading.readUntil("\"version\":50000}");
      live.close();
      assertTrue(plain(reading.readUntil("\r\n0\r\n\r\n")).contains("retry: "));
      await(() -> live.size() == 0);
    }
  }

  private static List<Integer> ids(String text) {
    return numbers(ID, text);
  }

  private static List<Integer> numbers(Pattern pattern, String text) {
    return pattern
        .matcher(text)
        .results()
        .map((MatchResult hit) -> Integer.parseInt(hit.group(1)))
        .toList();
  }

  /** Without the sizes of chunks. */
  private static String plain(String chunked) {
    return chunked.replaceAll("(?:\r\n)?[0-9a-f]+\r\n(?:\r\n)?", "");
  }
}
