package dev.rolewise.systemtest;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import dev.rolewise.systemtest.Api.Answer;
import dev.rolewise.systemtest.BrowserSession.Screen;
import io.vertx.core.json.JsonObject;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.UUID;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/**
 * Every text that people may type, filled with scripts, formulas and control characters: it is
 * refused or harmless. No script runs in a real browser and no line of the log is theirs.
 */
@ExtendWith(SharedBrowser.class)
class HostileTextIT {
  private static final Pattern LOG_LINE =
      Pattern.compile("\\d\\d:\\d\\d:\\d\\d (TRACE|DEBUG|INFO|WARN|ERROR) [\\P{Cntrl}]*");

  /** What the suite prints for the person who started it. */
  private static final Pattern WELCOME_END = Pattern.compile("(?s)^.*?Ctrl-C[^\n]*\n+");

  private static final String CANARIES =
      "window.__csp = 0;"
          + "document.addEventListener('securitypolicyviolation', () => { window.__csp++; });";

  @TempDir static Path folder;
  private static RunningSuite suite;

  /** A team whose every text is a payload, as far as it was taken. */
  private record Victim(String organiserLink, String memberLink, String round, String taken) {}

  @BeforeAll
  static void start() throws Exception {
    suite = RunningSuite.configured(folder.resolve("data"), "-Drolewise.log.level=TRACE");
  }

  @AfterAll
  static void stop() {
    suite.close();
  }

  @Test
  void everyTextIsRefusedOrHarmless(SharedBrowser.Program browser) {
    List<Victim> victims = new ArrayList<>();
    int refused = 0;
    for (String payload : HostileTexts.ALL) {
      Victim victim = victim(payload);
      if (victim == null) {
        refused++;
      } else {
        victims.add(victim);
      }
    }
    assertTrue(victims.size() >= 10, "only " + victims.size() + " payloads were taken");
    nothingRuns(victims, browser);
    int lines = logIsOurs();
    System.out.printf(
        "%d hostile texts: %d refused, %d taken and shown without effect, %d log lines, all ours%n",
        HostileTexts.ALL.size(), refused, victims.size(), lines);
  }

  private static Victim victim(String payload) {
    Api api = suite.api();
    Answer created =
        api.post(
            "/api/v1/teams",
            null,
            new JsonObject()
                .put("name", payload)
                .put("context", new JsonObject().put("goal", payload)));
    harmless(created);
    if (created.status() != 201) {
      assertTrue(created.status() == 400 || created.status() == 422, created.toString());
      return null;
    }
    String token = created.json().getJsonObject("organiser").getString("token");
    String name = api.get("/api/v1/team", token).expect(200).json().getString("name");
    assertEquals(payload.strip().replaceAll("[ \\t\\r\\n]+", " "), name);
    JsonObject opened =
        api.post(
                "/api/v1/rounds",
                token,
                new JsonObject().put("instrument", "role-gap-scan").put("size", 5))
            .expect(201)
            .json();
    Organiser organiser =
        new Organiser(
            api,
            token,
            opened.getJsonObject("round").getString("id"),
            opened.getJsonObject("member").getString("token"),
            Questionnaire.read(api, 1));
    for (int member = 0; member < 5; member++) {
      JsonObject sheet = organiser.questionnaire().sheet(Organiser.PRODUCT_GAP);
      JsonObject comments = new JsonObject();
      List.of("P1", "P2", "J1").forEach(area -> comments.put(area, payload));
      sheet.put("comments", comments);
      String ticket = organiser.drawTicket();
      Answer answer = api.submit(ticket, UUID.randomUUID().toString(), sheet);
      harmless(answer);
      if (answer.status() != 201) {
        sheet.remove("comments");
        api.submit(ticket, UUID.randomUUID().toString(), sheet).expect(201);
      }
    }
    organiser.close();
    Answer agreed =
        api.post(
            "/api/v1/actions", token, new JsonObject().put("text", payload).put("owner", payload));
    harmless(agreed);
    assertTrue(List.of(201, 400, 422).contains(agreed.status()), agreed.toString());
    String report = "/api/v1/rounds/" + organiser.round() + "/report";
    harmless(api.get(report, token).expect(200));
    Answer saved = api.get(report + ".csv", token).expect(200);
    SavedTable.lines(saved.body()).stream()
        .flatMap(line -> line.getFields().stream())
        .forEach(cell -> assertFalse(cell.matches("(?s)[=+\\-@\t\r].*"), cell));
    api.get(report + ".xlsx", token).expect(200);
    api.file(report + ".pdf", token);
    return new Victim(
        created.json().getJsonObject("organiser").getString("link"),
        opened.getJsonObject("member").getString("link"),
        organiser.round(),
        name);
  }

  /** JSON that nobody takes for a page. */
  private static void harmless(Answer answer) {
    assertTrue(answer.status() < 500, answer.toString());
    assertTrue(answer.mediaType().contains("json"), answer.mediaType());
    assertEquals(List.of("nosniff"), answer.headers().get("x-content-type-options"));
    assertFalse(answer.status() >= 400 && answer.body().contains("__ran"), answer.body());
  }

  private static void nothingRuns(List<Victim> victims, SharedBrowser.Program browser) {
    try (BrowserSession session = new BrowserSession(browser)) {
      Page page = session.device("en", Screen.DESKTOP);
      page.addInitScript(CANARIES);
      for (Victim victim : victims) {
        page.navigate(victim.organiserLink());
        assertThat(page.getByText(victim.taken()).first()).isVisible();
        page.getByRole(AriaRole.MAIN).getByRole(AriaRole.LINK).first().click();
        quiet(page, victim);
        page.navigate(victim.memberLink());
        assertThat(page.getByRole(AriaRole.HEADING, new Page.GetByRoleOptions().setLevel(1)))
            .isVisible();
        quiet(page, victim);
      }
      assertEquals(Collections.emptyList(), session.complaints());
    }
  }

  private static void quiet(Page page, Victim victim) {
    assertNull(page.evaluate("window.__ran ?? null"), victim.taken());
    assertEquals(0, ((Number) page.evaluate("window.__csp")).intValue(), victim.taken());
  }

  private static int logIsOurs() {
    String log = WELCOME_END.matcher(suite.log()).replaceFirst("");
    List<String> strange = log.lines().filter(line -> !LOG_LINE.matcher(line).matches()).toList();
    assertEquals(List.of(), strange);
    return (int) log.lines().count();
  }
}
