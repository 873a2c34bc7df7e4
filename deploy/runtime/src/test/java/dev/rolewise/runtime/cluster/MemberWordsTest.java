package dev.rolewise.runtime.cluster;

import static dev.rolewise.runtime.cluster.ClusterMembers.get;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.vertx.core.Vertx;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

/**
 * The Hazelcast that is there still says what is listened for, in the words that are listened for:
 * each mistake is told in ours, and in none of its own.
 */
class MemberWordsTest {

  private static final String OURS = JoinTrouble.class.getName();
  private static final String THEIRS = "com.hazelcast";

  /** No resolver can ask anybody about it. */
  private static final String NO_NAME = "nowhere..invalid";

  @Test
  void bothAreToldOfOneAnotherWhenTheyAreOfDifferentClusters() throws Exception {
    try (LogLines lines = LogLines.listen();
        ClusterMembers members = new ClusterMembers(2)) {
      Vertx one = members.join();
      members.joinAs("another");
      String first = "127.0.0.1:" + members.settings(0).port();
      String second = "127.0.0.1:" + members.settings(1).port();
      Set<String> expected =
          new TreeSet<>(
              List.of(stranger(second, members.settings(0).name()), stranger(first, "another")));
      await(one, lines, expected);
      assertEquals(List.of(), about(lines, "cluster"));
    }
  }

  @Test
  void aNameOfAMemberWithoutAnAddressIsTold() throws Exception {
    told(
        new Discovery.Members(List.of(NO_NAME + ":5701")),
        "The name "
            + NO_NAME
            + " has no address, so nobody is looked for there: correct cluster.members, or make the"
            + " name known.");
  }

  @Test
  void theNameOfAllMembersWithoutAnAddressIsTold() throws Exception {
    told(
        new Discovery.DnsName(NO_NAME),
        "The name "
            + NO_NAME
            + " has no address, so nobody is looked for there: correct cluster.dns-name, or make"
            + " the name known.");
  }

  private static void told(Discovery discovery, String line) throws Exception {
    ClusterSettings settings =
        new ClusterSettings(
            "test-words",
            "127.0.0.1",
            FreePorts.next(),
            FreePorts.next(),
            discovery,
            Duration.ofSeconds(1),
            Duration.ofMinutes(3),
            Optional.empty());
    try (LogLines lines = LogLines.listen()) {
      Vertx member = get(ClusteredVertx.open(settings));
      try {
        await(member, lines, Set.of(line));
        assertEquals(List.of(), about(lines, NO_NAME));
      } finally {
        get(member.close());
      }
    }
  }

  private static String stranger(String address, String cluster) {
    return "The process at "
        + address
        + " is not of the cluster "
        + cluster
        + ": give all processes the same cluster.name.";
  }

  /** What Hazelcast says itself, and nobody took. */
  private static List<String> about(LogLines lines, String word) {
    return lines.warnings(THEIRS).stream().filter(line -> line.contains(word)).toList();
  }

  /** Each is told once, and nothing else. */
  private static void await(Vertx vertx, LogLines lines, Set<String> expected) throws Exception {
    long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(60);
    while (!new TreeSet<>(lines.warnings(OURS)).equals(expected) && System.nanoTime() < end) {
      get(vertx.timer(50, TimeUnit.MILLISECONDS));
    }
    assertEquals(
        expected,
        new TreeSet<>(lines.warnings(OURS)),
        () -> "Hazelcast speaks otherwise now: " + lines.warnings(THEIRS));
    assertTrue(lines.warnings(OURS).size() == expected.size(), lines.warnings(OURS).toString());
  }
}
