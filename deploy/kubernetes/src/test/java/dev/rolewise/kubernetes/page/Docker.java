package dev.rolewise.kubernetes.page;

import dev.rolewise.runtime.page.StandInPrograms.Call;
import dev.rolewise.runtime.page.Words;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** What docker and cosign are told on the page: images of ours, and files that there are. */
final class Docker implements Judge {

  private static final Path ROOT = Path.of("..", "..").toAbsolutePath().normalize();
  private static final Set<String> WITH_VALUE = Set.of("--input", "--file", "--tag");
  private static final String IMAGE =
      "registry\\.example/(content-service|assessment-service|gateway)";

  @Override
  public Optional<String> objection(Call call) {
    Words words = Words.of(call.arguments(), WITH_VALUE);
    boolean fine =
        switch (call.program() + " " + words.first()) {
          case "docker load" ->
              ROOT.relativize(there(call, words.options().getOrDefault("--input", "")))
                  .toString()
                  .matches("deploy/images/([a-z-]+)/target/\\1\\.tar");
          case "docker compose" ->
              Files.isRegularFile(there(call, words.options().getOrDefault("--file", "")))
                  && words.word(1).equals("up")
                  && words.options().containsKey("--detach");
          case "docker buildx" -> joined(words) || asked(words);
          case "cosign sign" ->
              words.word(1).matches(IMAGE + "@sha256:[0-9a-f]{64}")
                  && words.options().containsKey("--yes");
          default -> false;
        };
    return fine ? Optional.empty() : Optional.of("not known here: " + call);
  }

  /** A file, as it is found from where the program runs. */
  private static Path there(Call call, String said) {
    return call.folder().resolve(said).normalize();
  }

  /** What a program of theirs prints where a block goes on with it. */
  static String printed(Call call) {
    return call.program().equals("docker") && asked(Words.of(call.arguments(), WITH_VALUE))
        ? "sha256:" + "5e".repeat(32) + "\n"
        : "";
  }

  /** The digest of a list. */
  private static boolean asked(Words words) {
    List<String> plain = words.plain();
    return plain.size() == 4
        && plain.subList(1, 3).equals(List.of("imagetools", "inspect"))
        && plain.get(3).matches(IMAGE + ":v1")
        && words.options().getOrDefault("--format", "").equals("{{.Manifest.Digest}}");
  }

  /** A list of the same image for two architectures. */
  private static boolean joined(Words words) {
    String tag = words.options().getOrDefault("--tag", "");
    return words.plain().subList(1, 3).equals(List.of("imagetools", "create"))
        && tag.matches(IMAGE + ":v1")
        && words
            .plain()
            .subList(3, words.plain().size())
            .equals(List.of(tag + "-amd64", tag + "-arm64"));
  }
}
