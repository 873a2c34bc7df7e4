package dev.rolewise.local.command.pack;

import dev.rolewise.local.editing.EditorToken;
import dev.rolewise.local.editing.RunningPacks;
import dev.rolewise.local.input.InputFault;
import dev.rolewise.runtime.config.Secret;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import picocli.CommandLine.Option;

/**
 * Which running suite, and with what right. The token never stands on the command line, where
 * everybody on the machine could read it.
 */
final class SuiteOptions {
  private static final String VARIABLE = "ROLEWISE_EDITOR_TOKEN";

  @Option(
      names = "--url",
      paramLabel = "URL",
      defaultValue = "http://localhost:8080",
      description = "The running suite (default: ${DEFAULT-VALUE}).")
  private URI url;

  @Option(
      names = "--token-file",
      paramLabel = "FILE",
      description = {
        "A file with the editor's token; a suite on this machine keeps its own in editor-token in its",
        "data folder. Without this option the token is taken from " + VARIABLE + "."
      })
  private Path file;

  RunningPacks packs() {
    if (url.getHost() == null
        || !("http".equals(url.getScheme()) || "https".equals(url.getScheme()))) {
      throw InputFault.in(Path.of("--url"), "must be an address such as https://rolewise.example");
    }
    URI plain = URI.create(url.toString().replaceAll("/+$", ""));
    return new RunningPacks(plain, token());
  }

  private EditorToken token() {
    if (file == null) {
      String token = System.getenv(VARIABLE);
      if (token == null || token.isBlank()) {
        throw InputFault.in(
            Path.of("--token-file"), "is missing, and " + VARIABLE + " is not set either");
      }
      return new EditorToken(Secret.of(token.strip()));
    }
    try {
      if (!Files.isRegularFile(file) || Files.size(file) > 1024) {
        throw InputFault.in(file, "holds no token");
      }
      return EditorToken.read(file);
    } catch (IOException unreadable) {
      throw InputFault.in(file, "cannot be read: " + unreadable.getMessage());
    }
  }
}
