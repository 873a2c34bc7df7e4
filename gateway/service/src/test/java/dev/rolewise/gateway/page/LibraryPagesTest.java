package dev.rolewise.gateway.page;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.rolewise.assessment.contract.AssessmentAddresses;
import dev.rolewise.content.contract.ContentAddress;
import dev.rolewise.gateway.contract.HttpAnswer;
import dev.rolewise.gateway.contract.RunningGateway;
import dev.rolewise.runtime.bus.BusFailure;
import io.vertx.core.Future;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What stands on each kind of page, and that search engines are told of every one of them. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class LibraryPagesTest {
  private final RunningGateway gateway = RunningGateway.start();

  @BeforeAll
  void fill() {
    GoldenLibrary.behind(
        gateway,
        "role-get",
        "role-compare",
        "scenario-list",
        "scenario-get",
        "scenario-advise",
        "responsibility-list",
        "responsibility-get",
        "guide-list",
        "guide-get",
        "glossary-get",
        "search",
        "instrument-list",
        "instrument-get");
    JsonArray roles =
        new JsonArray()
            .add(role("product-manager", true))
            .add(role("project-manager", true))
            .add(role("programme-manager", true))
            .add(role("team-agreement", false));
    gateway.services().reply(ContentAddress.ROLE_LIST, new JsonObject().put("items", roles));
    JsonObject table =
        new JsonObject()
            .put("name", "sheet")
            .put("aboutAnswers", true)
            .put(
                "columns",
                new JsonArray().add(new JsonObject().put("name", "answers").put("type", "text")));
    gateway
        .services()
        .reply(
            AssessmentAddresses.PRIVACY_GET,
            new JsonObject()
                .put("promise", new JsonArray().add(new JsonObject().put("text", "No names.")))
                .put("limits", new JsonArray().add(new JsonObject().put("text", "Not below four.")))
                .put("tables", new JsonArray().add(table)));
    gateway.services().reply(AssessmentAddresses.EXAMPLE_REPORT_GET, report());
    ofAnyId(ContentAddress.ROLE_GET, "role-get");
    ofAnyId(ContentAddress.RESPONSIBILITY_GET, "responsibility-get");
  }

  private void ofAnyId(String address, String message) {
    gateway
        .services()
        .decide(
            address,
            asked ->
                Future.succeededFuture(
                    GoldenLibrary.reply(message).put("id", asked.getString("id"))));
  }

  /** A figure just below its gate, one that is not there, and counts of every kind. */
  private static JsonObject report() {
    JsonObject options =
        new JsonObject(
            """
            {"struggleGate": 45, "gapGate": 40, "periodWeeks": 8, "coverage": [
              {"value": 1, "creditPercent": 100}, {"value": 2, "creditPercent": 40, "form": "MANDATE"},
              {"value": 3, "creditPercent": 0, "form": "HIRE"}]}
            """);
    JsonObject report =
        new JsonObject(
            """
            {"received": 5, "size": 6, "round": {"team": {"name": "Team Example"}},
             "verdict": {"title": "You miss a product manager", "text": "Nobody asks customers.",
               "firmness": "provisional", "confidence": "medium",
               "because": [{"text": "It hurts."}], "forms": [], "findings": [{"text": "Also this."}]},
             "stability": {"missingAnswers": {"missing": 1}},
             "nextSteps": [{"title": "Talk", "text": "About it."}],
             "roles": [{"name": "The product-manager", "struggle": 44.8, "gap": 41.2,
               "quadrant": "UNSUPPORTED"}],
             "areas": [{"name": "Customer <b>evidence</b>", "struggle": 78.1, "gap": null,
                 "coverage": [1, 2, 3], "split": true, "question": "Who asks?"},
               {"name": "Plan", "struggle": null, "gap": null, "coverage": null, "split": false}]}
            """);
    return report.put("method", options);
  }

  private static JsonObject role(String id, boolean scored) {
    return new JsonObject()
        .put("id", id)
        .put("name", "The " + id)
        .put("summary", "About it.")
        .put("scored", scored);
  }

  @AfterAll
  void close() {
    gateway.close();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "/ | //form[@action='/en/quick-check']//button/@value | 0,1,2",
        "/ | //ul[@class='situation-cards']//a/@href | /en/scenarios/healthy-team",
        "/roles | //ul[@class='side-cards']//a | The product-manager,The project-manager,"
            + "The programme-manager",
        "/roles | //ul[@class='plain-cards']//a/@href | /en/roles/team-agreement",
        "/roles/product-manager | //section[@class='band brief']//a/@href | "
            + "/api/v1/roles/product-manager/brief.md?variant=hire&locale=en,"
            + "/api/v1/roles/product-manager/brief.md?variant=hat&locale=en,"
            + "/api/v1/roles/product-manager/brief.md?variant=mandate&locale=en",
        "/compare | //table//thead//a | The product-manager,The project-manager",
        "/compare | //table//tbody/tr[1]/th | In one sentence",
        "/compare?ids=product-manager,project-manager | //input[@name='ids'][@checked]/@value"
            + " | product-manager,project-manager",
        "/responsibilities | //ul[contains(@class, 'duty-areas')]//a | Area P1",
        "/responsibilities | //details//a/@href | /en/responsibilities/product-manager.tasks.main",
        "/responsibilities/role-gap-scan.areas.P1 | //h1 | Area P1",
        "/responsibilities/role-gap-scan.areas.P1 | //main//h3/a/@href | /en/roles/product-manager",
        "/scenarios | //main//h2/a | A team that needs nobody",
        "/scenarios/healthy-team | //ul[@class='marks']/li | Everyone knows who decides.",
        "/scenarios/advice | //input[@name='signals']/@value | healthy-team.1",
        "/scenarios/advice?signals=always-late.1&signals=healthy-team.1 | //article//h3/a | "
            + "Always late,A team that needs nobody",
        "/scenarios/advice?signals=always-late.1,healthy-team.1 | //article//h4 | "
            + "Why,But not when,Why",
        "/scenarios/advice?signals=always-late.1,healthy-team.1 | "
            + "//article/h4[.='But not when']/following-sibling::p | Unless.",
        "/scenarios/advice?signals=always-late.1,healthy-team.1 | //ul[@class='advice-roles']//a"
            + " | project manager",
        "/guides | //main//h2/a/@href | /en/guides/roadmap",
        "/guides/roadmap | //ol//h2 | Name the result",
        "/glossary | //dt | product,project",
        "/privacy | //ul[contains(@class, 'promise-cards')]/li | No names.",
        "/privacy | //details//tbody/tr/* | answers,text,–",
        "/method | //caption/ancestor::table//tbody/tr[1]/th | 4,4",
        "/search?q=listing+differs | //mark | lists,differ",
        "/search?q=listing+differs | //main//input[@name='q']/@value | listing differs",
        "/quick-check?q1=2&q2=1 | //input[@type='hidden']/@value | 2,1",
        "/quick-check?q1=2&q2=1 | //button[@class='quick-option']/@name | q3,q3,q3",
        "/quick-check?q1=2&q2=7 | //button[@class='quick-option']/@name | q2,q2,q2",
      })
  void eachKindOfPageShowsWhatItsDocumentsSay(String path, String place, String said) {
    ReadPage page = read("/en" + path);
    assertEquals(200, page.answer().status());
    assertEquals(List.of(said.split(",")), page.all(place));
    assertEquals(1, page.all("//h1").size());
    assertTrue(page.one("//title").endsWith(" · Rolewise"));
  }

  @Test
  void theExampleReportIsReadAsTablesAndNeverRoundedOverAGate() {
    ReadPage page = read("/en/example");
    assertEquals(200, page.answer().status());
    assertEquals("You miss a product manager", page.one("//h1"));
    assertEquals("Team Example", page.one("//header[@class='page-head']//bdi"));
    assertTrue(page.one("//main//p[@class='notice']").startsWith("An invented team. "));
    assertEquals(
        "Provisional, because the one answer that is missing could still change it."
            + " Confidence: medium.",
        page.one("//section[@aria-label='Verdict']/p[last()]"));
    assertEquals(
        List.of("The product-manager", "44", "41", "Somebody has it, but it hurts"),
        page.all("//section[h2='Where the roles stand']//tbody/tr/*"));
    assertEquals(
        List.of(
            "Customer <b>evidence</b>",
            "78",
            "–",
            "1 sees an owner, 2 see no clear agreement and 3 see nobody",
            "Plan",
            "–",
            "–",
            "–"),
        page.all("//section[h2='The evidence per responsibility']//tbody/tr/*"));
    assertEquals(
        List.of("Customer <b>evidence</b>"),
        page.all("//section[h2='Where you see it differently']//h3"));
    assertEquals(
        "/en/example", read("/en/").one("//ul[@id='menu-list']//a[.='Example report']/@href"));
    assertEquals(302, gateway.askAnywhere(HttpMethod.GET, "/example", Map.of(), null).status());
  }

  /**
   * Other roles on the sides, under an instrument of another name: all of it is what content says.
   */
  @Test
  void aPackOfAnotherHouseHasItsOwnRolesOnItsPages() {
    RunningGateway own = RunningGateway.start();
    GoldenLibrary.behind(own, "role-compare", "scenario-list", "instrument-get");
    JsonObject instruments = GoldenLibrary.reply("instrument-list");
    JsonObject compass = instruments.getJsonArray("items").getJsonObject(0).put("id", "compass");
    compass.put(
        "roles",
        new JsonArray()
            .add(new JsonObject().put("id", "show-lead").put("side", "product"))
            .add(new JsonObject().put("id", "site-lead").put("side", "project")));
    own.services().reply(ContentAddress.INSTRUMENT_LIST, instruments);
    own.services()
        .reply(
            ContentAddress.ROLE_LIST,
            new JsonObject()
                .put(
                    "items",
                    new JsonArray().add(role("show-lead", true)).add(role("site-lead", true))));
    own.services()
        .decide(
            ContentAddress.ROLE_GET,
            asked ->
                Future.succeededFuture(
                    GoldenLibrary.reply("role-get").put("id", asked.getString("id"))));
    ReadPage home = ReadPage.of(own.askAnywhere(HttpMethod.GET, "/en/", Map.of(), null));
    assertEquals(200, home.answer().status());
    assertEquals(
        List.of("day product", "day project"), home.all("//div[@class='days']/article/@class"));
    assertEquals(
        List.of(
            "/en/roles/show-lead",
            "/en/roles/site-lead",
            "/en/roles",
            "/en/scenarios/healthy-team"),
        home.all("//ul[@class='side-cards']//a/@href"));
    own.services().forget();
    own.askAnywhere(HttpMethod.GET, "/en/compare", Map.of(), null);
    own.askAnywhere(HttpMethod.GET, "/en/quick-check?q1=2&q2=2&q3=0&q4=0&q5=1", Map.of(), null);
    assertEquals(
        List.of("show-lead", "site-lead"),
        asked(own, ContentAddress.ROLE_COMPARE).getJsonArray("ids").getList());
    assertEquals("compass", asked(own, ContentAddress.INSTRUMENT_GET).getString("id"));
    own.close();
  }

  private static JsonObject asked(RunningGateway gateway, String address) {
    return gateway.services().asked().stream()
        .filter(it -> it.address().equals(address))
        .findFirst()
        .orElseThrow()
        .body();
  }

  @Test
  void aPackWithoutInstrumentsHasItsPagesAllTheSame() {
    RunningGateway own = RunningGateway.start();
    GoldenLibrary.behind(own, "scenario-list");
    JsonObject nothing = new JsonObject().put("items", new JsonArray());
    own.services().reply(ContentAddress.INSTRUMENT_LIST, nothing);
    JsonArray roles = new JsonArray().add(role("show-lead", false));
    own.services().reply(ContentAddress.ROLE_LIST, new JsonObject().put("items", roles));
    own.services().refuse(ContentAddress.ROLE_COMPARE, BusFailure.invalidValues(List.of()));
    ReadPage home = ReadPage.of(own.askAnywhere(HttpMethod.GET, "/en/", Map.of(), null));
    assertEquals(200, home.answer().status());
    assertEquals(List.of(), home.all("//div[@class='days']"));
    assertEquals("/en/scenarios/healthy-team", home.one("//ul[@class='situation-cards']//a/@href"));
    ReadPage compare = ReadPage.of(own.askAnywhere(HttpMethod.GET, "/en/compare", Map.of(), null));
    assertEquals(200, compare.answer().status());
    assertEquals("show-lead", compare.one("//input[@name='ids']/@value"));
    assertEquals(
        422, own.askAnywhere(HttpMethod.GET, "/en/compare?ids=a,b", Map.of(), null).status());
    assertEquals(
        404,
        own.askAnywhere(HttpMethod.GET, "/en/quick-check?q1=2&q2=2&q3=0&q4=0&q5=1", Map.of(), null)
            .status());
    own.close();
  }

  @Test
  void formsOfSeveralChoicesAskTheSameAsLinks() {
    gateway.services().forget();
    read("/en/compare?ids=project-manager&ids=product-manager");
    read("/en/compare?ids=project-manager,product-manager");
    List<JsonObject> asked =
        gateway.services().asked().stream()
            .filter(it -> it.address().equals(ContentAddress.ROLE_COMPARE))
            .map(it -> it.body())
            .toList();
    assertEquals(1, asked.size(), asked.toString());
    assertEquals(
        List.of("project-manager", "product-manager"), asked.get(0).getJsonArray("ids").getList());
  }

  @Test
  void whatReadersPutTogetherThemselvesIsNotForSearchEngines() {
    for (String path :
        List.of(
            "/search",
            "/search?q=plan",
            "/quick-check?q1=0",
            "/scenarios/advice?signals=always-late.1",
            "/compare?ids=team-agreement,product-manager")) {
      assertEquals(
          "noindex, follow", read("/en" + path).one("//meta[@name='robots']/@content"), path);
    }
    assertEquals(List.of(), read("/en/compare").all("//meta[@name='robots']"));
  }

  @Test
  void wordsThatAreNotFoundAreSaidWithWhatWasLookedForInstead() {
    gateway
        .services()
        .reply(
            ContentAddress.SEARCH,
            GoldenLibrary.reply("search-not-found")
                .put(
                    "notFound",
                    new JsonArray()
                        .add(
                            new JsonObject()
                                .put("word", "<b>zepelin")
                                .put("instead", new JsonArray().add("a&b")))));
    ReadPage page = read("/en/search?q=%3Cb%3Ezepelin");
    assertEquals("Search: <b>zepelin", page.one("//h1"));
    assertEquals("a&b", page.one("//p[@class='search-instead']/a"));
    assertEquals("/en/search?q=a%26b", page.one("//p[@class='search-instead']/a/@href"));
    assertEquals(List.of(), page.all("//b"));
    GoldenLibrary.behind(gateway, "search");
  }

  @Test
  void everyPageThatIsLinkedToIsInTheSiteMapAndTheSiteMapNamesNoOther() {
    ReadPage map = read("/sitemap.xml");
    assertEquals("application/xml; charset=utf-8", map.answer().header("content-type"));
    String site = "http://127.0.0.1:" + gateway.port();
    TreeSet<String> named = new TreeSet<>(map.all("//*[local-name()='loc']"));
    TreeSet<String> found = new TreeSet<>();
    List<String> next = List.of("/en/", "/nl/", "/en/search", "/en/quick-check");
    TreeSet<String> seen = new TreeSet<>();
    while (!next.isEmpty()) {
      List<ReadPage> pages = next.stream().filter(seen::add).map(this::read).toList();
      pages.stream()
          .filter(page -> page.answer().status() == 200)
          .forEach(page -> found.addAll(page.all("//link[@rel='canonical']/@href")));
      next =
          pages.stream()
              .flatMap(page -> page.all("//a/@href").stream())
              .filter(address -> address.matches("/(nl|en)/[^#]*"))
              .filter(address -> !seen.contains(address))
              .distinct()
              .toList();
    }
    // the comparisons of more than the usual roles are linked to from nowhere in so many words
    Stream.of(
            "programme-manager,", "product-manager,programme-manager", "project-manager,programme")
        .flatMap(part -> named.stream().filter(it -> it.contains(part)))
        .distinct()
        .forEach(
            address ->
                found.add(
                    read(address.substring(site.length())).one("//link[@rel='canonical']/@href")));
    assertEquals(named, found);
    for (String address : named) {
      ReadPage page = read(address.substring(site.length()));
      assertEquals(address, page.one("//link[@rel='canonical']/@href"));
      assertEquals(
          page.all("//link[@rel='alternate']/@href"),
          map.all(
              "//*[local-name()='url'][*[local-name()='loc']='"
                  + address
                  + "']/*[local-name()='link']/@href"));
    }
    HttpAnswer robots = gateway.askAnywhere(HttpMethod.GET, "/robots.txt", Map.of(), null);
    assertTrue(robots.text().contains("\nSitemap: " + site + "/sitemap.xml\n"), robots.text());
    assertTrue(robots.text().contains("\nDisallow: /api/\n"), robots.text());
  }

  private ReadPage read(String path) {
    return ReadPage.of(gateway.askAnywhere(HttpMethod.GET, path, Map.of(), null));
  }
}
