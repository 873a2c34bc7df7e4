package dev.rolewise.gateway.page;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.rolewise.content.contract.ContentAddress;
import dev.rolewise.gateway.contract.HttpAnswer;
import dev.rolewise.gateway.contract.RunningGateway;
import dev.rolewise.runtime.bus.BusFailure;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What every page of the library has in common, over a real bus. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class LearnPagesTest {
  private static final String ROLE = "/roles/product-manager";

  private final RunningGateway gateway = RunningGateway.start();

  @BeforeEach
  void fill() {
    GoldenLibrary.behind(gateway, "role-get", "role-list", "instrument-list");
    publish();
    gateway.services().forget();
  }

  @AfterAll
  void close() {
    gateway.close();
  }

  @Test
  void aPageSaysWhatItsDocumentSays() {
    ReadPage page = read("/nl" + ROLE);
    assertEquals(200, page.answer().status());
    assertEquals("text/html; charset=utf-8", page.answer().header("content-type"));
    assertEquals("nl", page.answer().header("content-language"));
    assertEquals("nl", page.one("/html/@lang"));
    assertEquals("Productmanager · Rolwijzer", page.one("//title"));
    assertEquals("Productmanager", page.one("//h1"));
    String summary = "Zoekt uit wat er gemaakt moet worden, en waarom.";
    assertEquals(summary, page.one("//meta[@name='description']/@content"));
    assertEquals(summary, page.one("//meta[@property='og:description']/@content"));
    assertEquals(
        List.of("Een visie onder woorden brengen"),
        page.all("//main//ul[@class='marks']/li[not(a)][1]").subList(0, 1));
    assertEquals("https://scrumguides.org/", page.one("//main//a[.='Scrum Guide']/@href"));
    assertEquals(
        List.of("nl", "nl", "nl"),
        gateway.services().asked().stream()
            .map(asked -> asked.body().getString("locale"))
            .toList());
  }

  @Test
  void aPageAndItsTwinInTheOtherLanguageNameEachOther() {
    ReadPage dutch = read("/nl" + ROLE);
    ReadPage english = read("/en" + ROLE);
    String site = "http://127.0.0.1:" + gateway.port();
    for (ReadPage page : List.of(dutch, english)) {
      assertEquals(site + "/nl" + ROLE, page.alternate("nl"));
      assertEquals(site + "/en" + ROLE, page.alternate("en"));
      assertEquals(site + "/en" + ROLE, page.alternate("x-default"));
    }
    assertEquals(dutch.alternate("nl"), dutch.one("//link[@rel='canonical']/@href"));
    assertEquals(english.alternate("en"), english.one("//link[@rel='canonical']/@href"));
    assertEquals("/en" + ROLE, dutch.one("//div[@class='languages']/a[@hreflang='en']/@href"));
    assertEquals("true", dutch.one("//div[@class='languages']/a[@hreflang='nl']/@aria-current"));
  }

  @Test
  void aPageNamesTheFilesOfThisBuildAndRunsNothingElse() {
    ReadPage page = read("/en" + ROLE);
    assertEquals(
        List.of("/assets/core-0a1b2c3d.css", "/assets/learn-9z8y7x6w.css"),
        page.all("//link[@rel='stylesheet']/@href"));
    assertEquals(List.of("/assets/app-1a2b3c4d.js"), page.all("//script/@src"));
    assertEquals("/assets/part-5e6f7a8b.js", page.one("//link[@rel='modulepreload']/@href"));
    assertEquals(List.of(), page.all("//style | //@style | //@*[starts-with(name(), 'on')]"));
    assertEquals(List.of(""), page.all("//script"));
    String policy = page.answer().header("content-security-policy");
    assertTrue(policy.contains("script-src 'self'; style-src 'self'"), policy);
    assertTrue(policy.contains("form-action 'self'"), policy);
    HttpAnswer elsewhere = get("/new");
    assertEquals(
        policy.replace("form-action 'self'", "form-action 'none'"),
        elsewhere.header("content-security-policy"));
  }

  @Test
  void whateverAPackSaysIsRead() {
    String hostile =
        "</title><script>alert(1)</script>\" onload='x' &amp; \u0000\uD800 \uD83D\uDE80 {n}";
    String seen =
        "</title><script>alert(1)</script>\" onload='x' &amp; \uFFFD\uFFFD \uD83D\uDE80 {n}";
    JsonObject role = GoldenLibrary.reply("role-get");
    role.put("name", hostile).put("summary", hostile).put("definition", hostile);
    role.put("skills", new JsonArray().add(hostile));
    role.put(
        "sources",
        new JsonArray()
            .add(new JsonObject().put("name", hostile).put("url", "javascript:alert(1)"))
            .add(new JsonObject().put("name", "b").put("url", "//evil.example/"))
            .add(new JsonObject().put("name", "c").put("url", "https://good.example/?a=\"><b>")));
    gateway.services().reply(ContentAddress.ROLE_GET, role);
    ReadPage page = read("/en" + ROLE);
    assertEquals(seen + " · Rolewise", page.one("//title"));
    assertEquals(seen, page.one("//h1"));
    assertEquals(seen, page.one("//meta[@name='description']/@content"));
    assertEquals(seen, page.one("//p[@class='role-definition']"));
    assertEquals(List.of(""), page.all("//script"));
    assertEquals(List.of(), page.all("//@onload"));
    assertEquals(List.of(), page.all("//main//a[contains(@href, 'javascript')]"));
    assertEquals(
        List.of(), page.all("//main//a[contains(@href, 'evil') or contains(@href, 'good')]/@href"));
  }

  @Test
  void anUnchangedPageIsNotMadeOrSentAgainAndAnotherDocumentIsAnotherPage() {
    HttpAnswer first = get("/en" + ROLE);
    String tag = first.header("etag");
    assertTrue(tag.matches("\"[0-9a-f]{32}\""), tag);
    assertEquals("no-cache", first.header("cache-control"));
    assertEquals("Accept-Encoding", first.header("vary"));
    gateway.services().forget();
    HttpAnswer again =
        gateway.askAnywhere(HttpMethod.GET, "/en" + ROLE, Map.of("If-None-Match", tag), null);
    assertEquals(304, again.status());
    assertEquals(List.of(), gateway.services().asked());
    gateway
        .services()
        .reply(
            ContentAddress.ROLE_GET, GoldenLibrary.reply("role-get").put("name", "Product lead"));
    publish();
    HttpAnswer next = get("/en" + ROLE);
    assertNotEquals(tag, next.header("etag"));
    assertEquals("Product lead", ReadPage.of(next).one("//h1"));
  }

  @Test
  void whileNobodyCanSayWhetherAPageIsRightItSaysAsOfWhenItIs() {
    read("/nl" + ROLE);
    gateway.services().refuse(ContentAddress.ROLE_GET, BusFailure.unavailable());
    publish();
    ReadPage kept = read("/nl" + ROLE);
    assertEquals(200, kept.answer().status());
    assertTrue(kept.answer().header("cache-status").startsWith("rolewise; hit; ttl=-"));
    String line = kept.one("//div[@class='kept']/p");
    assertTrue(line.startsWith("Je ziet deze pagina zoals die was op "), line);
    assertTrue(line.contains(" UTC. "), line);
  }

  @Test
  void withoutContentReadersAreToldInTheirLanguageAndWhenToComeBack() {
    gateway.services().refuse(ContentAddress.ROLE_GET, BusFailure.unavailable());
    ReadPage page = read("/nl/roles/never-read-before");
    assertEquals(503, page.answer().status());
    assertEquals("no-store", page.answer().header("cache-control"));
    assertTrue(Integer.parseInt(page.answer().header("retry-after")) > 0);
    assertEquals("noindex, follow", page.one("//meta[@name='robots']/@content"));
    assertEquals("nl", page.one("/html/@lang"));
    assertFalse(page.one("//h1").isBlank());
    assertFalse(page.one("//p[@class='lead']").isBlank());
  }

  @ParameterizedTest
  @ValueSource(strings = {"/nothing", "/roles/nobody", "/roles/a/b", "/new", "/roles/%3Cscript%3E"})
  void whatIsNotThereIsNotFoundInTheLanguageOfItsAddress(String path) {
    gateway.services().refuse(ContentAddress.ROLE_GET, BusFailure.notFound());
    ReadPage dutch = read("/nl" + path);
    assertEquals(404, dutch.answer().status());
    assertEquals("Deze pagina bestaat niet", dutch.one("//h1"));
    assertEquals("noindex, follow", dutch.one("//meta[@name='robots']/@content"));
    assertEquals(List.of(), dutch.all("//link[@rel='canonical' or @rel='alternate']"));
    ReadPage english = read("/en" + path);
    assertEquals(404, english.answer().status());
    assertEquals("This page does not exist", english.one("//h1"));
  }

  @Test
  void addressesWithoutALanguageLeadToTheOneThatIsPreferred() {
    for (Map.Entry<String, String> wish :
        Map.of("nl-BE, en;q=0.5", "/nl", "fr, en", "/en", "", "/en").entrySet()) {
      HttpAnswer answer =
          gateway.askAnywhere(
              HttpMethod.GET, ROLE + "?a=b", Map.of("Accept-Language", wish.getKey()), null);
      assertEquals(302, answer.status());
      assertEquals(wish.getValue() + ROLE + "?a=b", answer.header("location"));
      assertEquals("accept-language", answer.header("vary"));
    }
  }

  @Test
  void pagesAreOnlyRead() {
    HttpAnswer head = gateway.askAnywhere(HttpMethod.HEAD, "/en" + ROLE, Map.of(), null);
    assertEquals(200, head.status());
    assertEquals("", head.text());
    HttpAnswer post = gateway.askAnywhere(HttpMethod.POST, "/en" + ROLE, Map.of(), null);
    assertEquals(405, post.status());
    assertEquals("GET, HEAD", post.header("allow"));
  }

  private void publish() {
    gateway
        .vertx()
        .eventBus()
        .publish(ContentAddress.PUBLISHED, new JsonObject().put("version", 2));
    // the hint is on its way like anything else: a question behind it comes after it
    gateway.ask(HttpMethod.GET, "/guides", Map.of(), null);
  }

  private ReadPage read(String path) {
    return ReadPage.of(get(path));
  }

  private HttpAnswer get(String path) {
    return gateway.askAnywhere(
        HttpMethod.GET, path, Map.of("Accept", "text/html,application/xhtml+xml"), null);
  }
}
