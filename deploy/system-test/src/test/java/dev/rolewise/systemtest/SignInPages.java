package dev.rolewise.systemtest;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.Cookie;
import dev.rolewise.gateway.session.Visitor;
import io.vertx.core.json.JsonObject;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * An organiser's browser where people sign in, and every organiser token that passed through it.
 */
final class SignInPages {
  private static final String COOKIE = "__Host-rw-session";

  /** In the reader's language. */
  private static final Pattern GUIDES = Pattern.compile(".*/(nl|en)/guides$");

  private final Page page;
  private final SigningInSuite house;
  private final SignInWords words;
  private final List<String> tokens = new CopyOnWriteArrayList<>();

  SignInPages(Page page, SigningInSuite house, SignInWords words) {
    this.page = page;
    this.house = house;
    this.words = words;
    page.onRequest(
        request -> {
          String header = request.headers().get("authorization");
          if (header != null && request.url().matches(".*/(team|rounds.*|organiser.*)")) {
            tokens.add(header.substring("Bearer ".length()));
          }
        });
  }

  Page page() {
    return page;
  }

  SignInWords words() {
    return words;
  }

  /** Fails when a screen is not accessible; {@code -Dpictures} leaves a picture of each behind. */
  static void look(Page page, String screen) {
    if (System.getProperty("pictures") != null) {
      String name = screen.toLowerCase(Locale.ROOT).replaceAll("[^a-z]+", "-");
      Object language = page.evaluate("document.documentElement.lang");
      Path file =
          Path.of("target", "screens", "signing-in")
              .resolve(name + "-" + language + "-" + page.viewportSize().width + ".png");
      page.screenshot(new Page.ScreenshotOptions().setPath(file).setFullPage(true));
    }
    Axe.assertAccessible(page, screen);
  }

  /** Off to sign in, back without having done so, to where one was. */
  void turnBack() {
    house.issuer().asks = true;
    page.navigate(house.origin() + "/guides");
    assertThat(page.locator("h1")).isVisible();
    openMenu();
    page.getByRole(AriaRole.LINK, named(words.signIn())).click();
    page.locator("#out").click();
    assertThat(page.locator("h1")).hasText(words.cancelled());
    look(page, "Signing in cancelled");
    page.getByRole(AriaRole.BUTTON, named(words.goBack())).click();
    page.waitForURL(GUIDES);
    assertFalse(session(page).getBoolean("signedIn"));
    house.issuer().asks = false;
  }

  void signInFromTheHeader(String person) {
    house.issuer().person = person;
    openMenu();
    page.getByRole(AriaRole.LINK, named(words.signIn())).click();
    page.waitForURL(GUIDES);
    openMenu();
    assertThat(page.getByRole(AriaRole.LINK, named(words.myTeams()))).isVisible();
    page.keyboard().press("Escape");
    assertThat(page.getByRole(AriaRole.LINK, named(words.myTeams()))).hasCount(0);
    openMenu();
    look(page, "Signed in");
  }

  /** The session ends elsewhere while a form is filled in; what was typed is there afterwards. */
  void startRoundAcrossALostSession() {
    openMenu();
    page.getByRole(AriaRole.LINK, named(words.askYourTeam())).click();
    page.getByLabel(words.name()).fill("Team Vijf");
    page.getByLabel(words.size()).fill("5");
    page.locator("input[name=entry][value=signed-in]").check();
    endSessionBehindItsBack();
    page.getByRole(AriaRole.BUTTON, named(words.open())).click();
    assertThat(page.locator(".ended")).isVisible();
    assertThat(page.getByLabel(words.name())).hasValue("Team Vijf");
    look(page, "A session that has ended");
    page.getByRole(AriaRole.BUTTON, named(words.signInAgain())).click();
    // the address is the same before and after: what counts is what is on the page
    assertThat(page).hasURL(house.origin() + "/new");
    assertThat(page.locator(".ended")).hasCount(0);
    assertThat(page.getByLabel(words.name())).hasValue("Team Vijf");
    assertThat(page.getByLabel(words.size())).hasValue("5");
    assertThat(page.locator("input[name=entry][value=signed-in]")).isChecked();
    page.getByRole(AriaRole.BUTTON, named(words.open())).click();
    assertThat(page.locator(".invite h1")).isVisible();
  }

  /** Another device of hers signed out with the same cookie, which comes to the same. */
  private void endSessionBehindItsBack() {
    Visitor other = new Visitor();
    other.plant(house.origin(), COOKIE, cookie().value);
    Visitor.Page out =
        other.send(
            "DELETE",
            house.origin() + "/api/v1/session",
            Map.of("Sec-Fetch-Site", "same-origin"),
            null);
    assertEquals(200, out.status(), out.body());
  }

  /** Neither the cookie nor an organiser token can be read by a script or is stored anywhere. */
  void keepsNothingThatLetsAnybodyIn(String... more) {
    assertTrue(cookie().httpOnly && cookie().secure, "the cookie is for no script");
    assertEquals("", page.evaluate("document.cookie"));
    String stored =
        (String) page.evaluate("JSON.stringify([{...localStorage}, {...sessionStorage}])");
    assertFalse(tokens.isEmpty(), "organiser tokens were used");
    Stream.concat(Stream.concat(tokens.stream(), Stream.of(cookie().value)), Stream.of(more))
        .forEach(secret -> assertFalse(stored.contains(secret), "a secret is stored: " + stored));
  }

  /** The way in and out, by keyboard: in the menu on a phone, behind a button at a desk. */
  void openMenu() {
    for (String button : List.of(".menu-button", ".account-button")) {
      Locator found = page.locator(button);
      if (found.isVisible() && "false".equals(found.getAttribute("aria-expanded"))) {
        found.press("Enter");
      }
    }
  }

  private Cookie cookie() {
    return page.context().cookies(house.origin()).stream()
        .filter(it -> it.name.equals(COOKIE))
        .findFirst()
        .orElseThrow();
  }

  static JsonObject session(Page page) {
    return new JsonObject(
        (String) page.evaluate("fetch('/api/v1/session').then(answer => answer.text())"));
  }

  private static Page.GetByRoleOptions named(String name) {
    return new Page.GetByRoleOptions().setName(name).setExact(true);
  }
}
