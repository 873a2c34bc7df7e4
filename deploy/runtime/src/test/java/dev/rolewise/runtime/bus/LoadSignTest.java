package dev.rolewise.runtime.bus;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.vertx.core.eventbus.ReplyException;
import io.vertx.core.eventbus.ReplyFailure;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LoadSignTest {

  private static final Duration USUAL = Duration.ofSeconds(2);

  @ParameterizedTest
  @CsvSource({"2000, 0, IN_TIME", "2000, 1000, IN_TIME", "2000, 1001, LATE", "300, 290, IN_TIME"})
  void anAnswerIsLateAfterHalfOfEverybodysPatience(long given, long waited, LoadSign sign) {
    assertEquals(sign, LoadSign.of(null, USUAL, given, waited));
  }

  @ParameterizedTest
  @CsvSource({
    "RECIPIENT_FAILURE, 404, 2000, 5, IN_TIME",
    "RECIPIENT_FAILURE, 500, 2000, 5, IN_TIME",
    "RECIPIENT_FAILURE, 404, 2000, 1500, LATE",
    "RECIPIENT_FAILURE, 503, 2000, 5, LATE",
    "RECIPIENT_FAILURE, 503, 2000, 1800, LATE",
    "RECIPIENT_FAILURE, 503, 999, 899, NONE",
    "RECIPIENT_FAILURE, 404, 999, 899, IN_TIME",
    "TIMEOUT, -1, 2000, 2001, SILENT",
    "TIMEOUT, -1, 1000, 1001, SILENT",
    "TIMEOUT, -1, 999, 1000, NONE",
    "NO_HANDLERS, -1, 2000, 0, NONE",
    "ERROR, -1, 2000, 1500, NONE"
  })
  void aFailureSaysWhatItsKindSays(
      ReplyFailure kind, int code, long given, long waited, LoadSign sign) {
    ReplyException failure = new ReplyException(kind, code, "a word");
    assertEquals(sign, LoadSign.of(failure, USUAL, given, waited));
  }

  @Test
  void whatOtherwiseBreaksSaysNothing() {
    assertEquals(LoadSign.NONE, LoadSign.of(new IllegalStateException("a word"), USUAL, 2_000, 0));
  }
}
