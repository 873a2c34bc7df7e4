package dev.rolewise.systemtest;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.LongStream;

/** Public documents that a gateway has read, and shows also while nobody can be asked for them. */
final class KeptDocuments {
  private static final Pattern PAST = Pattern.compile("rolewise; hit; ttl=-(\\d+)");
  private static final long LOOK_MILLIS = 200;

  private final Api api;
  private final List<String> paths;

  private KeptDocuments(Api api, List<String> paths) {
    this.api = api;
    this.paths = paths;
  }

  /** Reads each of them once, so that the gateway has them. */
  static KeptDocuments read(ServiceUnderTest gateway, List<String> paths) {
    KeptDocuments documents = new KeptDocuments(new Api(gateway.url()), paths);
    paths.forEach(path -> documents.api.get(path).expect(200));
    return documents;
  }

  /** Until all of them are marked, or none. The first look of a gateway comes after a minute. */
  void await(boolean marked, Duration patience) {
    long end = System.nanoTime() + patience.toNanos();
    while (!paths.stream().allMatch(path -> secondsPast(path).isPresent() == marked)) {
      assertTrue(System.nanoTime() < end, "not " + (marked ? "marked" : "right") + " in time");
      LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(LOOK_MILLIS));
    }
  }

  /** How clocks on the wall stood when these were last known to be right. */
  List<String> clocks() {
    return paths.stream()
        .map(path -> ZonedDateTime.now().minusSeconds(secondsPast(path).orElseThrow()))
        // a page asked a little earlier or later, which may be another minute
        .flatMap(right -> LongStream.of(-2, 0, 2).mapToObj(right::plusSeconds))
        .map(DateTimeFormatter.ofPattern("HH:mm")::format)
        .distinct()
        .toList();
  }

  private Optional<Long> secondsPast(String path) {
    Api.Answer answer = api.get(path).expect(200);
    return answer.headers().getOrDefault("cache-status", List.of()).stream()
        .flatMap(value -> PAST.matcher(value).results())
        .map((MatchResult found) -> Long.valueOf(found.group(1)))
        .findFirst();
  }
}
