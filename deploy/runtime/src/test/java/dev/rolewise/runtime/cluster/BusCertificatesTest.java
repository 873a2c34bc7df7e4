package dev.rolewise.runtime.cluster;

import static dev.rolewise.runtime.cluster.ClusterMembers.get;
import static dev.rolewise.runtime.cluster.ClusteredVertxTest.answer;
import static dev.rolewise.runtime.cluster.ClusteredVertxTest.ask;
import static dev.rolewise.runtime.cluster.ClusteredVertxTest.firstAnswer;
import static dev.rolewise.runtime.cluster.ClusteredVertxTest.refused;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.rolewise.runtime.bus.BusServer;
import dev.rolewise.runtime.machine.Needed;
import dev.rolewise.runtime.metrics.Meters;
import dev.rolewise.runtime.page.OperatorsPage;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.internal.VertxInternal;
import io.vertx.core.json.JsonObject;
import io.vertx.core.net.NetClientOptions;
import io.vertx.core.net.PemKeyCertOptions;
import io.vertx.core.net.PemTrustOptions;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.cert.CertPathValidatorException;
import java.security.cert.CertificateExpiredException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import javax.net.ssl.SSLException;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * A bus over mutual TLS. The port on which members keep track of one another has no TLS, so
 * strangers do become members here; what they do not get is a single word over the bus.
 */
class BusCertificatesTest {

  private static final int LONGEST_ALERT = 7;
  private static final int KNOCKS = 5;

  @TempDir static Path folder;
  private static BusCertificates first;
  private static BusCertificates second;
  private static BusCertificates foreign;

  @BeforeAll
  static void issue() throws Exception {
    TestAuthority authority = TestAuthority.in(folder.resolve("ours"));
    first = authority.issue("first");
    second = authority.issue("second");
    foreign = TestAuthority.in(folder.resolve("theirs")).issue("foreign");
  }

  @Test
  void certificatesOfOneAuthorityAreBelieved() throws Exception {
    try (ClusterMembers members = new ClusterMembers(2)) {
      answer(members.join(first), "first");
      assertEquals("first", firstAnswer(members.join(second)).getString("name"));
    }
  }

  @Test
  void aCertificateOfAnotherAuthorityGetsNowhere() throws Exception {
    // it believes our authority, as a thief of the public part would
    strangerGetsNowhere(
        members ->
            members.join(
                new BusCertificates(
                    foreign.certificate(), foreign.privateKey(), first.authority())));
  }

  @Test
  void nothingIsSentToWhoeverShowsACertificateOfAnotherAuthority() throws Exception {
    AtomicBoolean told = new AtomicBoolean();
    try (ClusterMembers members = new ClusterMembers(2)) {
      Vertx ours = members.join(first);
      Vertx stranger =
          members.join(
              new BusCertificates(foreign.certificate(), foreign.privateKey(), first.authority()));
      BusServer trap =
          BusServer.create(stranger)
              .json(
                  "example.v1.who",
                  body -> {
                    told.set(true);
                    return Future.succeededFuture(new JsonObject());
                  });
      get(trap.start());
      assertEquals(504, refused(ask(ours)).status());
      assertFalse(told.get(), "a stranger was told something");
    }
  }

  /** How somebody becomes a member. */
  private interface Joining {
    Vertx to(ClusterMembers members) throws Exception;
  }

  private static void strangerGetsNowhere(Joining stranger) throws Exception {
    AtomicBoolean asked = new AtomicBoolean();
    try (ClusterMembers members = new ClusterMembers(2)) {
      BusServer server =
          BusServer.create(members.join(first))
              .json(
                  "example.v1.who",
                  body -> {
                    asked.set(true);
                    return Future.succeededFuture(new JsonObject());
                  });
      get(server.start());
      assertEquals(504, refused(ask(stranger.to(members))).status());
      assertFalse(asked.get(), "a stranger was heard");
    }
  }

  @Test
  void whoDoesNotEncryptGetsNowhere() throws Exception {
    strangerGetsNowhere(ClusterMembers::join);
  }

  /** Whoever reaches the port of the bus, without being a member of anything. */
  @Test
  void nobodyGetsFurtherThanTheHandshakeAndTheServiceGoesOn() throws Exception {
    Vertx outside = Vertx.vertx();
    try (ClusterMembers members = new ClusterMembers(2)) {
      Vertx ours = members.join(first);
      int port = ((VertxInternal) ours).clusterManager().getNodeInfo().port();
      answer(ours, "first");
      Vertx friend = members.join(second);
      NetClientOptions plain = new NetClientOptions();
      NetClientOptions bare =
          new NetClientOptions()
              .setSsl(true)
              .setHostnameVerificationAlgorithm("")
              .setTrustOptions(new PemTrustOptions().addCertPath(first.authority().toString()));
      NetClientOptions stranger =
          new NetClientOptions(bare)
              .setKeyCertOptions(
                  new PemKeyCertOptions()
                      .addCertPath(foreign.certificate().toString())
                      .addKeyPath(foreign.privateKey().toString()));
      NetClientOptions known =
          new NetClientOptions(bare)
              .setKeyCertOptions(
                  new PemKeyCertOptions()
                      .addCertPath(second.certificate().toString())
                      .addKeyPath(second.privateKey().toString()));
      for (NetClientOptions client : List.of(plain, bare, stranger)) {
        assertTrue(isCutOff(outside, client, port), client.toJson().encode());
        assertEquals("first", firstAnswer(friend).getString("name"));
      }
      assertFalse(isCutOff(outside, known, port), "ours were cut off, too: nothing is shown");
      assertCounted(ours, "no-tls", "no-certificate", "unknown-authority");
    } finally {
      get(outside.close());
    }
  }

  /** Whoever looks after the suite reads one sentence, however many knock. */
  @Test
  void strangersAreToldOfInOneSentenceAndCountedEach() throws Exception {
    Vertx outside = Vertx.vertx();
    LogLines said = LogLines.listen();
    try (ClusterMembers members = new ClusterMembers(1)) {
      Vertx ours = members.join(first);
      int port = ((VertxInternal) ours).clusterManager().getNodeInfo().port();
      NetClientOptions bare =
          new NetClientOptions()
              .setSsl(true)
              .setHostnameVerificationAlgorithm("")
              .setTrustOptions(new PemTrustOptions().addCertPath(first.authority().toString()));
      long began = System.nanoTime();
      for (int knock = 0; knock < KNOCKS; knock++) {
        assertTrue(isCutOff(outside, bare, port));
      }
      awaitCount(ours, "no-certificate", KNOCKS);
      List<String> lines = said.warnings();
      assertEquals(
          "1 connection was cut off at the port of the bus, the last one at 127.0.0.1: it showed no"
              + " certificate. A process of Rolewise needs cluster.tls.* as all others have it;"
              + " keep everybody else from this port.",
          lines.get(0));
      Duration knocking = Duration.ofNanos(System.nanoTime() - began);
      long most = 1 + knocking.dividedBy(Strangers.PAUSE);
      assertTrue(lines.size() <= most, () -> lines + " within " + knocking);
      assertEquals(List.of(), said.withStackTrace());
    } finally {
      said.close();
      get(outside.close());
    }
  }

  @Test
  void anOldCertificateIsToldFromAForeignOne() {
    CertPathValidatorException foreign = new CertPathValidatorException("no anchor");
    CertPathValidatorException old =
        new CertPathValidatorException("not now", new CertificateExpiredException());
    assertEquals(Strangers.Reason.UNKNOWN_AUTHORITY, Strangers.reason(new SSLException(foreign)));
    assertEquals(Strangers.Reason.EXPIRED, Strangers.reason(new SSLException(old)));
  }

  private static void assertCounted(Vertx vertx, String... reasons) throws Exception {
    for (String reason : reasons) {
      awaitCount(vertx, reason, 1);
    }
    for (Strangers.Reason reason : Strangers.Reason.values()) {
      double times = List.of(reasons).contains(reason.label()) ? 1 : 0;
      assertEquals(times, count(vertx, reason.label()), reason.label());
    }
  }

  /** The other side has noticed a little earlier than this one has counted. */
  private static void awaitCount(Vertx vertx, String reason, int times) {
    long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(10);
    while (count(vertx, reason) < times) {
      assertTrue(System.nanoTime() < end, reason + ": " + count(vertx, reason));
      Thread.onSpinWait();
    }
  }

  private static double count(Vertx vertx, String reason) {
    return Meters.of(vertx).get("rolewise.bus.strangers").tag("reason", reason).counter().count();
  }

  /** Whether the other side ends the connection within a moment, and without a word. */
  private static boolean isCutOff(Vertx vertx, NetClientOptions client, int port) throws Exception {
    CompletableFuture<Void> closed = new CompletableFuture<>();
    AtomicInteger heard = new AtomicInteger();
    vertx
        .createNetClient(client)
        .connect(port, "127.0.0.1")
        .onSuccess(
            socket -> {
              socket.handler(bytes -> heard.addAndGet(bytes.length()));
              socket.closeHandler(end -> closed.complete(null));
              socket.exceptionHandler(alert -> {});
              // long enough to be taken for a message, were anybody to read it
              socket.write(Buffer.buffer(new byte[64]));
            })
        .onFailure(refused -> closed.complete(null));
    try {
      closed.get(5, TimeUnit.SECONDS);
      // a plain client is told in TLS's own words that this is not TLS
      return client.isSsl() ? heard.get() == 0 : heard.get() <= LONGEST_ALERT;
    } catch (TimeoutException open) {
      return false;
    }
  }

  @Test
  void theCommandsOfTheManualMakeCertificatesThatAreBelieved() throws Exception {
    Path made = Files.createDirectories(folder.resolve("manual"));
    Needed.here(ran(made, List.of("openssl", "version")), "no openssl here");
    String commands = OperatorsPage.block("Certificates for the bus", 1).text();
    String from = "PRIVATE='" + made + "'\n" + commands;
    assertTrue(ran(folder, List.of("sh", "-e", "-c", from)), commands);
    BusCertificates own =
        new BusCertificates(
            made.resolve("bus.pem"), made.resolve("bus.key"), made.resolve("authority.pem"));
    try (ClusterMembers members = new ClusterMembers(2)) {
      answer(members.join(own), "manual");
      assertEquals("manual", firstAnswer(members.join(own)).getString("name"));
    }
  }

  private static boolean ran(Path in, List<String> command) throws InterruptedException {
    try {
      Process process =
          new ProcessBuilder(command)
              .directory(in.toFile())
              .redirectErrorStream(true)
              .redirectOutput(in.resolve("said").toFile())
              .start();
      return process.waitFor(60, TimeUnit.SECONDS) && process.exitValue() == 0;
    } catch (IOException missing) {
      return false;
    }
  }
}
