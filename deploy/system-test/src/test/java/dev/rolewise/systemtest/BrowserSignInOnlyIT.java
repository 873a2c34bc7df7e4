package dev.rolewise.systemtest;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import dev.rolewise.systemtest.BrowserSession.Screen;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/** Where organisers have to sign in, a link alone starts no team, and the pages say so first. */
@ExtendWith(SharedBrowser.class)
class BrowserSignInOnlyIT {
  @TempDir static Path folder;
  private static SigningInSuite house;

  private final SharedBrowser.Program browser;

  BrowserSignInOnlyIT(SharedBrowser.Program browser) {
    this.browser = browser;
  }

  @BeforeAll
  static void start() throws Exception {
    house = SigningInSuite.start(folder.resolve("data"), "oidc");
  }

  @AfterAll
  static void stop() throws Exception {
    house.close();
  }

  @Test
  void dutch() {
    startsOnceSignedIn(
        SignInWords.DUTCH,
        Screen.DESKTOP,
        "Log in bij je organisatie",
        "Alleen jij kunt dit team openen");
  }

  @Test
  void english() {
    startsOnceSignedIn(
        SignInWords.ENGLISH,
        Screen.PHONE,
        "Sign in at your organisation",
        "You are the only one who can open this team");
  }

  private void startsOnceSignedIn(SignInWords words, Screen screen, String signIn, String onlyYou) {
    try (BrowserSession session = new BrowserSession(browser)) {
      house.issuer().person = "anna-" + words.language();
      Page page = session.device(words.language(), screen);
      page.navigate(house.origin() + "/new");
      assertThat(page.getByRole(AriaRole.BUTTON, named(signIn))).isVisible();
      assertThat(page.getByLabel(words.name())).hasCount(0);
      SignInPages.look(page, "Sign in before a team is started");
      page.getByRole(AriaRole.BUTTON, named(signIn)).click();
      page.getByLabel(words.name()).fill("Team Zes");
      page.getByLabel(words.size()).fill("6");
      assertThat(page.locator("input[name=entry]")).hasCount(2);
      assertThat(page.locator("input[name=entry][value=signed-in]")).isChecked();
      page.getByRole(AriaRole.BUTTON, named(words.open())).click();
      assertThat(page.locator(".invite h1")).isVisible();
      // no link and no code to keep: signing in is the way in
      assertThat(page.locator(".keep")).hasCount(0);
      page.navigate(house.origin() + "/teams");
      page.getByRole(AriaRole.LINK, named("Team Zes")).click();
      page.getByRole(AriaRole.BUTTON, named(words.giveUp())).click();
      page.getByRole(AriaRole.BUTTON, named(words.giveUpYes())).click();
      assertThat(page.locator(".mine .trouble")).containsText(onlyYou);
      SignInPages.look(page, "The last owner stays");
      session.assertOneComplaint("409");
    }
  }

  private static Page.GetByRoleOptions named(String name) {
    return new Page.GetByRoleOptions().setName(name).setExact(true);
  }
}
