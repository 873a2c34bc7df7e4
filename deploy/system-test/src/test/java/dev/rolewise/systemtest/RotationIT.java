package dev.rolewise.systemtest;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import dev.rolewise.runtime.cluster.BusCertificates;
import dev.rolewise.runtime.cluster.TestAuthority;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * The authority of the bus is replaced while people answer, in the three steps of {@code
 * deploy/README.md}: everybody believes both, everybody shows a certificate of the new one, nobody
 * believes the old one. Each step is a restart of every process, one after the other.
 */
@Tag("alone")
class RotationIT {
  private static final int MOST = 5_000;
  private static final double RATE = 20;

  @TempDir static Path folder;
  private static FaultedSuite suite;
  private static TestAuthority next;

  @BeforeAll
  static void start() throws Exception {
    AttackSize.onlyInFull("eighteen restarts under load");
    next = TestAuthority.in(folder.resolve("next"));
    suite = FaultedSuite.start(folder, 2, 2, 2, "127.0.0.1", RotationIT::encrypt);
  }

  private static void encrypt(ThreeServices services) {
    try {
      services.encrypt();
    } catch (Exception failed) {
      throw new IllegalStateException(failed);
    }
  }

  @AfterAll
  static void stop() {
    if (suite != null) {
      suite.close();
    }
  }

  @Test
  void noRequestFailsWhileTheAuthorityIsReplaced() throws Exception {
    Path old = Path.of(suite.content(0).setting("cluster.tls.authority"));
    Path both = folder.resolve("both.pem");
    Files.writeString(both, Files.readString(old) + Files.readString(next.certificate()));
    List<Figures> all = new ArrayList<>();

    suite.services().set("cluster.tls.authority", both.toString());
    all.addAll(restarted("believes both"));
    for (ServiceUnderTest service : suite.services().all()) {
      BusCertificates own = next.issue("process-" + service.port("cluster.port"));
      assertNotEquals(
          own.certificate().toString(), service.setting("cluster.tls.certificate"), "a new one");
      service.set("cluster.tls.certificate", own.certificate().toString());
      service.set("cluster.tls.private-key", own.privateKey().toString());
    }
    all.addAll(restarted("shows the new one"));
    suite.services().set("cluster.tls.authority", next.certificate().toString());
    all.addAll(restarted("believes the new one alone"));

    System.out.printf(
        "authority of the bus replaced: %d restarts, acknowledged %d, lost 0, doubled 0, failed %d"
            + " of %d requests%n",
        all.size(),
        all.stream().mapToInt(figures -> figures.ledger().acknowledged()).sum(),
        all.stream().mapToInt(figures -> figures.tally().failed().size()).sum(),
        all.stream().mapToInt(figures -> figures.tally().requests()).sum());
  }

  private static List<Figures> restarted(String step) throws Exception {
    List<Figures> figures = new ArrayList<>();
    for (ServiceUnderTest service : suite.services().all()) {
      Figures one = Replacement.underLoad(suite, service, RATE, MOST);
      assertEquals(List.of(), one.ledger().lost(), step);
      assertEquals(List.of(), one.ledger().doubled(), step);
      figures.add(one);
    }
    return figures;
  }
}
