package dev.rolewise.systemtest;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.rolewise.systemtest.RawHttp.Message;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Whoever guesses is told to wait long before there is a chance, with the limits as they come. */
class GuessedTokensIT {
  private static final int GUESSES = AttackSize.of("guesses", 1_000, 100_000);
  private static final int GUESSERS = 4;
  private static final int FREE_GUESSES = 20;
  private static final int WINDOW_SECONDS = 60;
  private static final int MOST_BUSY = 50;
  private static final String CROCKFORD = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";

  @TempDir static Path folder;

  @Test
  void noGuessHitsAndGuessersWait() throws Exception {
    try (RunningSuite suite = RunningSuite.configured(folder.resolve("data"))) {
      Organiser organiser = Organiser.open(suite.api(), "Target", 4, 1);
      String ticket = organiser.drawTicket();
      Map<Integer, Integer> statuses = new ConcurrentHashMap<>();
      long start = System.nanoTime();
      ExecutorService guessers = Executors.newFixedThreadPool(GUESSERS);
      try {
        List<Future<?>> all = new ArrayList<>();
        for (int guesser = 0; guesser < GUESSERS; guesser++) {
          Random random = new Random(guesser);
          all.add(
              guessers.submit(
                  () -> {
                    guess(suite.port(), organiser, ticket, random, statuses);
                    return null;
                  }));
        }
        for (Future<?> one : all) {
          one.get(30, TimeUnit.MINUTES);
        }
      } finally {
        guessers.shutdownNow();
      }
      long windows = 1 + (System.nanoTime() - start) / (WINDOW_SECONDS * 1_000_000_000L);
      System.out.println(GUESSES + " guesses: " + new TreeMap<>(statuses));
      assertEquals(java.util.Set.of(404, 429), statuses.keySet());
      // requests under way when the last free guess is answered may still come through
      long most = (windows + 1) * (FREE_GUESSES + GUESSERS);
      assertTrue(statuses.get(404) <= most, statuses + " in " + windows + " windows");
      assertEquals(429, suite.api().get("/api/v1/team", organiser.token()).status());
    }
  }

  private static void guess(
      int port, Organiser target, String ticket, Random random, Map<Integer, Integer> statuses)
      throws IOException {
    RawHttp connection = RawHttp.to(port, 20_000);
    int busy = 0;
    int number = 0;
    try {
      while (number < GUESSES / GUESSERS) {
        connection.send(request(number, target, ticket, random));
        Message answer = connection.readResponse(false);
        if (answer.status() == 503) {
          // The first guesses wait while connections to the database are made, on a busy machine
          // for too long. Whether the guess was right it does not say: then it was none.
          assertTrue(++busy <= MOST_BUSY, "busy all the time");
        } else {
          statuses.merge(answer.status(), 1, Integer::sum);
          number++;
        }
        if (answer.status() == 429) {
          int wait = Integer.parseInt(answer.header("retry-after"));
          assertTrue(wait >= 1 && wait <= WINDOW_SECONDS, "Retry-After: " + wait);
        }
        if (answer.saysClose()) {
          connection.close();
          connection = RawHttp.to(port, 20_000);
        }
      }
    } finally {
      connection.close();
    }
  }

  private static String request(int number, Organiser target, String ticket, Random random) {
    return switch (number % 5) {
      case 0 -> get("/api/v1/team", token(random));
      case 1 -> get("/api/v1/rounds/" + target.round() + "/report", token(random));
      case 2 -> get("/api/v1/participation", code(random));
      case 3 -> get("/api/v1/participation", near(ticket, CROCKFORD, random));
      default -> {
        String body = "{\"code\":\"" + code(random) + "\"}";
        yield "POST /api/v1/organiser/recover HTTP/1.1\r\nHost: a\r\nContent-Type: "
            + "application/json\r\nContent-Length: "
            + body.length()
            + "\r\n\r\n"
            + body;
      }
    };
  }

  private static String get(String path, String token) {
    return "GET " + path + " HTTP/1.1\r\nHost: a\r\nAuthorization: Bearer " + token + "\r\n\r\n";
  }

  private static String token(Random random) {
    byte[] bytes = new byte[32];
    random.nextBytes(bytes);
    return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
  }

  private static String code(Random random) {
    StringBuilder code = new StringBuilder();
    for (int place = 0; place < 26; place++) {
      code.append(CROCKFORD.charAt(random.nextInt(place == 0 ? 8 : CROCKFORD.length())));
    }
    return code.toString();
  }

  /** A right code with one character changed. */
  private static String near(String right, String alphabet, Random random) {
    StringBuilder near = new StringBuilder(right.replace("-", ""));
    int place = random.nextInt(near.length());
    int other = alphabet.indexOf(near.charAt(place)) + 1 + random.nextInt(alphabet.length() - 1);
    near.setCharAt(place, alphabet.charAt(other % alphabet.length()));
    return near.toString();
  }
}
