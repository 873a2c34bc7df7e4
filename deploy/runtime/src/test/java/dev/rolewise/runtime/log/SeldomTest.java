package dev.rolewise.runtime.log;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

class SeldomTest {

  @Test
  void theFirstIsSaidAtOnceAndTheRestIsCounted() {
    AtomicLong now = new AtomicLong(Long.MAX_VALUE - 10);
    List<Long> said = new ArrayList<>();
    Seldom seldom = new Seldom(Duration.ofNanos(100), now::get);
    for (int time = 0; time < 50; time++) {
      seldom.say(said::add);
    }
    assertEquals(List.of(1L), said);
    now.addAndGet(100);
    seldom.say(said::add);
    seldom.say(said::add);
    assertEquals(List.of(1L, 50L), said);
  }
}
