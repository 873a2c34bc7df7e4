package dev.rolewise.systemtest;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Signing in with the packaged suite, its real database, and a small issuer of this test. */
class SignInIT {
  @TempDir Path folder;

  @Test
  void anOrganisationSignsInAndAnswers() throws Exception {
    try (SigningInSuite suite = SigningInSuite.start(folder.resolve("data"), "both")) {
      new SignInJourney(suite.suite(), suite::back).run();
    }
  }
}
