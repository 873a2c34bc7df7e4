package dev.rolewise.systemtest;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.rolewise.runtime.cluster.FreePorts;
import dev.rolewise.systemtest.MetricsPage.Row;
import dev.rolewise.systemtest.ScrapedMetrics.Family;
import io.vertx.core.json.JsonObject;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * A small journey, then {@code /metrics}: what is there is on the page, what is on the page is
 * there, named as Prometheus wants it, and nobody can be found in it.
 */
class MetricsIT {
  private static final String TRACE = "4bf92f3577b34da6a3ce929d0e0e4736";
  private static final Pattern NAME = Pattern.compile("[a-z][a-z0-9]*(_[a-z0-9]+)*");
  private static final Pattern NOT_A_BASE_UNIT =
      Pattern.compile(
          ".*_(ms|millis|milliseconds|micros|nanos|ns|minutes|hours|days|kb|mb|kilobytes|megabytes|percent)(_.*)?");

  /** Labels that Prometheus or Kubernetes adds to every series. */
  private static final Set<String> OF_PROMETHEUS = Set.of("job", "instance", "namespace", "pod");

  private static final String THERE = "(there)";
  private static final String NOT_THERE = "(not there)";

  @TempDir static Path folder;
  private static RunningSuite suite;
  private static ScrapedMetrics metrics;
  private static final List<String> secrets = new ArrayList<>(List.of(TRACE, "203.0.113.9"));

  @BeforeAll
  static void journey() throws Exception {
    int management = FreePorts.next();
    suite =
        RunningSuite.start(
            folder.resolve("data"), "--management-port", Integer.toString(management));
    Api api = suite.api();
    Organiser organiser = Organiser.open(api, "Canary", 6, 1);
    secrets.addAll(List.of(organiser.token(), organiser.member(), organiser.round()));
    JsonObject sheet = organiser.questionnaire().sheet(Organiser.PRODUCT_GAP);
    try (LiveStream live = LiveStream.open(suite.url(), organiser.round(), organiser.token())) {
      for (int member = 0; member < 5; member++) {
        String ticket = organiser.drawTicket();
        String key = UUID.randomUUID().toString();
        secrets.addAll(List.of(ticket, key));
        traced(api, "POST", "/api/v1/sheets", ticket, sheet, key).expect(201);
        if (member == 0) {
          traced(api, "POST", "/api/v1/sheets", ticket, sheet, key).expect(201);
          traced(api, "POST", "/api/v1/sheets", ticket, sheet, key + "x").expect(409);
        }
      }
      live.awaitTurnout(5);
    }
    organiser.close();
    organiser.report("nl");
    for (int times = 0; times < 3; times++) {
      api.get("/api/v1/roles").expect(200);
    }
    api.get("/").expect(200);
    traced(api, "GET", "/api/v1/team", organiser.token() + "x", null, "k").expect(404);
    traced(api, "GET", "/api/v1/" + organiser.round(), organiser.token(), null, "k").expect(404);
    traced(api, "GET", "/" + organiser.round() + "?q=" + TRACE, null, null, "k").expect(404);
    metrics = ScrapedMetrics.of(management);
  }

  @AfterAll
  static void stop() {
    if (suite != null) {
      suite.close();
    }
  }

  @Test
  void thePageAndTheSuiteSayTheSame() throws Exception {
    Map<String, Row> rows = MetricsPage.read().rows();
    assertEquals(List.of(), MetricsRules.faults(metrics, rows));
    Set<String> there = metrics.families().keySet();
    Set<String> missing =
        rows.entrySet().stream()
            .filter(row -> row.getValue().always() && !there.contains(row.getKey()))
            .map(Map.Entry::getKey)
            .collect(Collectors.toCollection(TreeSet::new));
    assertEquals(Set.of(), missing, "rows without a metric");
  }

  @Test
  void namesAndUnitsAreThoseOfPrometheus() throws Exception {
    Map<String, Row> rows = MetricsPage.read().rows();
    for (Family family : metrics.families().values()) {
      String name = family.name();
      assertTrue(NAME.matcher(name).matches(), name);
      assertFalse(NOT_A_BASE_UNIT.matcher(name).matches(), name);
      assertTrue(family.help().matches("[A-Z].{10,}"), name + " has no help: " + family.help());
      assertEquals(family.type().equals("counter"), name.endsWith("_total"), name);
      Row row =
          rows.get(MetricsRules.isLongest(metrics, name) ? name.replaceFirst("_max$", "") : name);
      String stem = name.replaceFirst("_total$", "").replaceFirst("_max$", "");
      assertEquals(row.unit().equals("seconds"), stem.endsWith("_seconds"), name);
      if (row.unit().equals("bytes")) {
        assertTrue(stem.contains("_bytes"), name);
      }
      assertTrue(Set.of("1", "seconds", "bytes").contains(row.unit()), name);
    }
  }

  @Test
  void rulesAndDashboardsAskForWhatIsThere() throws Exception {
    Map<String, Row> rows = MetricsPage.read().rows();
    WatchedExpressions watched = WatchedExpressions.read();
    assertTrue(watched.asked().size() > 80, watched.asked().size() + " expressions");
    watched
        .asked()
        .forEach(
            (place, expression) -> {
              assertFalse(expression.metrics().isEmpty(), place);
              Set<String> known = new TreeSet<>(OF_PROMETHEUS);
              expression
                  .metrics()
                  .forEach(
                      (name, labels) -> {
                        Set<String> there = new TreeSet<>(labelsOf(name, rows, watched));
                        assertFalse(there.contains(NOT_THERE), place + " asks for " + name);
                        there.addAll(OF_PROMETHEUS);
                        known.addAll(there);
                        assertTrue(there.containsAll(labels), place + ": " + name + labels);
                      });
              assertTrue(known.containsAll(expression.grouped()), place + expression.grouped());
            });
  }

  /** Of a metric that depends on the machine or the collector, what its row says. */
  private static Set<String> labelsOf(
      String name, Map<String, Row> rows, WatchedExpressions watched) {
    if (watched.recorded().contains(name)) {
      return Set.of();
    }
    Set<String> labels =
        metrics.families().values().stream()
            .flatMap(family -> family.samples().stream())
            .filter(sample -> sample.name().equals(name))
            .flatMap(sample -> Stream.concat(Stream.of(THERE), sample.labels().keySet().stream()))
            .collect(Collectors.toSet());
    Row row = rows.get(name.replaceFirst("_(sum|count)$", ""));
    boolean sometimes = labels.isEmpty() && row != null && !row.always();
    return sometimes ? row.labels() : labels.isEmpty() ? Set.of(NOT_THERE) : labels;
  }

  @Test
  void nobodyCanBeFoundInThem() {
    for (String secret : secrets) {
      assertFalse(metrics.text().contains(secret), secret + " is in the metrics");
    }
  }

  @Test
  void theJourneyIsCounted() {
    assertEquals(5, metrics.value("rolewise_sheets_accepted_total"));
    assertEquals(1, metrics.value("rolewise_sheets_repeated_total"));
    assertEquals(1, metrics.value("rolewise_submissions_refused_total", "code", "ticket-spent"));
    assertEquals(1, metrics.value("rolewise_releases_total", "kind", "close"));
    assertEquals(0, metrics.value("rolewise_releases_total", "kind", "nothing"));
    assertEquals(1, metrics.value("rolewise_report_duration_seconds_count", "kind", "whole"));
    assertEquals(1, metrics.value("rolewise_bus_members"));
    assertEquals(
        0, metrics.value("rolewise_chores_total", "chore", "retention", "result", "failed"));
    assertEquals(0, metrics.value("rolewise_live_streams"));
    assertTrue(metrics.value("rolewise_live_hints_total") >= 5);
    assertTrue(metrics.value("rolewise_live_turnouts_total") >= 2);
    assertTrue(metrics.value("rolewise_cache_reads_total", "result", "hit") >= 2);
    assertTrue(metrics.value("rolewise_cache_reads_total", "result", "miss") >= 1);
    assertEquals(
        6,
        metrics.value(
            "rolewise_http_requests_total",
            "method",
            "POST",
            "route",
            "/api/v1/sheets",
            "status",
            "201"));
    assertEquals(
        5,
        metrics.value(
            "rolewise_statement_duration_seconds_count", "statement", "assessment.sheets_take"));
    assertEquals(
        0, metrics.value("rolewise_statement_duration_seconds_count", "statement", "unnamed"));
    assertTrue(
        metrics.value("rolewise_bus_requests_total", "result", "ok", "target", "assessment") > 10);
    assertTrue(metrics.value("rolewise_schema_version", "schema", "assessment") >= 4);
    assertEquals(1, metrics.value("rolewise_ready"));
    assertEquals(0, metrics.value("rolewise_draining"));
    Set<String> pools =
        metrics.families().get("vertx_pool_in_use").samples().stream()
            .filter(sample -> sample.labels().get("pool_type").equals("sql"))
            .map(sample -> sample.labels().get("pool_name"))
            .collect(Collectors.toSet());
    assertTrue(
        pools.containsAll(Set.of("postgres-assessment", "postgres-content")), pools.toString());
  }

  private static Api.Answer traced(
      Api api, String method, String path, String token, JsonObject body, String key) {
    return api.send(
        method,
        path,
        token,
        body,
        Map.of(
            "traceparent",
            "00-" + TRACE + "-00f067aa0ba902b7-01",
            "X-Forwarded-For",
            "203.0.113.9",
            "Idempotency-Key",
            key));
  }
}
