package dev.rolewise.kubernetes.page;

import dev.rolewise.runtime.page.KeptSecrets;
import dev.rolewise.runtime.page.OperatorsPage;
import dev.rolewise.runtime.page.StandInPrograms;
import dev.rolewise.runtime.page.StandInPrograms.Answer;
import dev.rolewise.runtime.page.StandInPrograms.Call;
import dev.rolewise.runtime.page.Words;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/**
 * What bash did with a block where only a few programs are to be found, and those that act on
 * something are stand-ins.
 *
 * @param calls of the stand-ins
 * @param objections of their judges
 * @param printed on both streams
 */
record DryRun(int exit, List<Call> calls, String objections, String printed) {

  /** These change nothing but the folder that the block runs in. */
  private static final List<String> REAL =
      List.of(
          "bash", "env", "base64", "tr", "cat", "chmod", "mkdir", "mv", "rm", "openssl", "sed",
          "cp");

  private static final List<String> SERVICES =
      List.of("content-service", "assessment-service", "gateway");

  /** A program of ours, which is there to be run and takes too long for that. */
  private static final String MEASURES = "capacity";

  private static final Path ROOT = Path.of("..", "..").toAbsolutePath().normalize();
  private static final long PATIENCE_SECONDS = 60;

  /**
   * @param block to be typed by somebody who did as the page says at its top
   * @param folder for what stands in for the repository, and for what an operator has beside it
   * @param cluster that kubectl talks to
   */
  static DryRun of(String block, Path folder, Migrations cluster)
      throws IOException, InterruptedException {
    Map<String, Judge> judges = judges(cluster);
    Path work = Files.createDirectories(folder.toRealPath().resolve("work"));
    Path home = Files.createDirectories(folder.resolve("home"));
    prepare(work);
    Path real = Files.createDirectories(folder.resolve("real"));
    for (String program : REAL) {
      Optional<Path> found = find(program);
      if (found.isPresent()) {
        Files.createSymbolicLink(real.resolve(program), found.get());
      }
    }
    List<Call> calls = new ArrayList<>();
    List<String> objections = new ArrayList<>();
    KeptSecrets secrets = new KeptSecrets();
    try (StandInPrograms programs =
        StandInPrograms.in(
            folder.resolve("programs"),
            judges.keySet(),
            call -> {
              calls.add(call);
              return answer(call, work, judges.get(call.program()), secrets, objections);
            })) {
      Path output = folder.resolve("output");
      ProcessBuilder bash =
          new ProcessBuilder(
                  real.resolve("bash").toString(),
                  "-euo",
                  "pipefail",
                  "-c",
                  OperatorsPage.block("Running Rolewise on servers", 1).text() + authority(block))
              .directory(work.toFile())
              .redirectErrorStream(true)
              .redirectOutput(output.toFile());
      bash.environment().clear();
      bash.environment()
          .putAll(
              Map.of(
                  "PATH", programs.folder() + ":" + real,
                  "HOME", home.toString(),
                  "NAMESPACE", "rolewise",
                  "ROLLOUT", "3",
                  "REGISTRY", "registry.example",
                  "TAG", "v1",
                  "REVISION", "0123abc"));
      Process process = bash.start();
      process.getOutputStream().close();
      boolean ended = process.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS);
      process.destroyForcibly().waitFor();
      return new DryRun(
          ended ? process.exitValue() : -1,
          List.copyOf(calls),
          String.join("\n", objections),
          Files.readString(output));
    }
  }

  private static Map<String, Judge> judges(Migrations cluster) {
    Docker docker = new Docker();
    return Map.of(
        "kubectl",
        new Kubectl(cluster),
        "mvn",
        new Maven(),
        "docker",
        docker,
        "cosign",
        docker,
        MEASURES,
        call -> Optional.of("takes nothing").filter(it -> !call.arguments().isEmpty()));
  }

  /** A block about an authority that there is gets one, as an operator has kept it. */
  private static String authority(String block) {
    return block.contains("authority.key") && !block.contains("-keyout authority.key")
        ? "openssl req -x509 -newkey ec -pkeyopt ec_paramgen_curve:P-256 -nodes -days 1"
            + " -subj /CN=kept -keyout \"$PRIVATE/authority.key\" -out \"$PRIVATE/ca.crt\"\n"
            + block
        : block;
  }

  private static Answer answer(
      Call call, Path work, Judge judge, KeptSecrets secrets, List<String> objections) {
    Words words = Words.of(call.arguments(), Kubectl.SHORT);
    boolean secret = call.program().equals("kubectl") && KeptSecrets.areMeant(words);
    try {
      if (secret) {
        return secrets.answer(words, call);
      }
    } catch (RuntimeException refused) {
      objections.add(call + ": " + refused);
      return new Answer(1, call + ": " + refused + "\n");
    }
    Optional<String> objection = judge.objection(inTheRepository(call, work));
    objection.ifPresent(it -> objections.add(call + ": " + it));
    return objection
        .map(it -> new Answer(1, it + "\n"))
        .orElseGet(() -> Answer.of(Docker.printed(call)));
  }

  /** The same call from the folder of the repository that it would have been made in. */
  private static Call inTheRepository(Call call, Path work) {
    Path there =
        call.folder().startsWith(work)
            ? ROOT.resolve(work.relativize(call.folder()).toString()).normalize()
            : call.folder();
    return new Call(call.program(), call.arguments(), there, call.input());
  }

  /** What the repository and the build hold, as far as blocks use it. */
  private static void prepare(Path work) throws IOException {
    Path bench = Path.of("deploy/bench");
    if (Files.isExecutable(ROOT.resolve(bench).resolve(MEASURES))) {
      Path script = Files.createDirectories(work.resolve(bench)).resolve(MEASURES);
      Files.writeString(script, "#!/usr/bin/env bash\nexec " + MEASURES + " \"$@\"\n");
      Files.setPosixFilePermissions(script, PosixFilePermissions.fromString("rwx------"));
    }
    for (String service : SERVICES) {
      Path target = Files.createDirectories(work.resolve("deploy/images/" + service + "/target"));
      Files.writeString(target.resolve(service + ".digest"), "sha256:" + "0123abcd".repeat(8));
    }
  }

  static boolean isInstalled(String program) {
    return find(program).isPresent();
  }

  private static Optional<Path> find(String program) {
    return Stream.of(System.getenv("PATH").split(":"))
        .map(folder -> Path.of(folder, program))
        .filter(Files::isExecutable)
        .findFirst();
  }
}
