package dev.rolewise.kubernetes.page;

import dev.rolewise.kubernetes.kustomize.Resolution;
import dev.rolewise.kubernetes.kustomize.Targets;
import dev.rolewise.kubernetes.manifest.Resource;
import dev.rolewise.kubernetes.manifest.Tree;
import dev.rolewise.runtime.page.StandInPrograms.Call;
import dev.rolewise.runtime.page.Words;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.BiFunction;
import java.util.stream.Stream;

/**
 * What kubectl is told on the page: a verb and options that it has, a folder that can be applied,
 * objects that our manifests make, labels that pods carry.
 */
final class Kubectl implements Judge {

  /** Options that take the next word. */
  static final Set<String> SHORT = Set.of("-k", "-l", "-n", "-o", "-f");

  private static final Path HERE = Path.of("").toAbsolutePath();
  private static final String NAMESPACE = "rolewise";
  private static final String DURATION = "\\d+[smh]";

  /** What each verb is allowed here, beside the namespace. */
  private static final Map<String, Set<String>> OPTIONS =
      Map.of(
          "apply", Set.of("-k"),
          "kustomize", Set.of(),
          "delete", Set.of("--ignore-not-found"),
          "wait", Set.of("--for", "--selector", "--timeout"),
          "rollout", Set.of("--timeout", "--revision", "--to-revision"),
          "patch", Set.of("--patch"),
          "get", Set.of("--selector", "--output", "--sort-by"),
          "logs", Set.of("--selector", "--since", "--prefix", "--tail"),
          "port-forward", Set.of(),
          "scale", Set.of("--replicas"));

  private final List<Resource> made =
      Stream.concat(Targets.SUITES.stream(), Targets.VARIANTS.stream())
          .flatMap(folder -> Resolution.of(Tree.asItIs(), folder).stream())
          .toList();
  private final Migrations cluster;
  private final Map<String, BiFunction<Words, Call, String>> verbs = new TreeMap<>();

  /**
   * @param cluster what is there before, and changes
   */
  Kubectl(Migrations cluster) {
    this.cluster = cluster;
    verbs.put("apply", (words, call) -> applied(words.options().getOrDefault("-k", ""), call));
    verbs.put(
        "kustomize",
        (words, call) -> folder(words.word(1), call).isPresent() ? "" : "no folder: " + words);
    verbs.put("delete", (words, call) -> deleted(words));
    verbs.put("wait", (words, call) -> waited(words));
    verbs.put("rollout", (words, call) -> rollout(words));
    verbs.put("patch", (words, call) -> patched(words));
    verbs.put("get", (words, call) -> looked(words));
    verbs.put("logs", (words, call) -> logs(words));
    verbs.put("port-forward", (words, call) -> forwarded(words));
    verbs.put("scale", (words, call) -> scaled(words));
  }

  @Override
  public Optional<String> objection(Call call) {
    Words words = Words.of(call.arguments(), SHORT);
    String verb = words.first();
    if (!verbs.containsKey(verb)) {
      return Optional.of("no verb known here: " + verb);
    }
    Words own = new Words(words.plain(), new TreeMap<>(words.options()));
    String namespace = own.options().remove("--namespace");
    boolean byFolder = verb.equals("apply") || verb.equals("kustomize");
    if (byFolder ? namespace != null : !NAMESPACE.equals(namespace)) {
      return Optional.of("in the namespace " + namespace);
    }
    String unknown = own.otherThan(OPTIONS.get(verb));
    String timeout = own.options().getOrDefault("--timeout", "1s");
    if (!unknown.isEmpty() || !timeout.matches(DURATION)) {
      return Optional.of("an option that is wrong here: " + unknown + timeout);
    }
    return Optional.of(verbs.get(verb).apply(own, call)).filter(it -> !it.isEmpty());
  }

  private String applied(String said, Call call) {
    return folder(said, call)
        .map(cluster::apply)
        .orElseGet(() -> "no folder to be applied: " + said + " in " + call.folder());
  }

  /** One that can be applied, as it is found from where kubectl runs. */
  private static Optional<String> folder(String said, Call call) {
    Path below = HERE.relativize(call.folder().resolve(said).normalize());
    return Optional.of(below.toString()).filter(Targets.of(Tree.asItIs())::contains);
  }

  private String deleted(Words words) {
    String wrong = oneOf("Job", words.word(1), words.word(2));
    if (wrong.isEmpty()) {
      cluster.delete(words.word(2));
    }
    return wrong;
  }

  private String oneOf(String kind, String said, String name) {
    boolean right =
        said.equals(kind.toLowerCase(Locale.ROOT))
            && made.stream().anyMatch(it -> it.is(kind) && it.name().equals(name));
    return right ? "" : "no " + kind + ": " + said + " " + name;
  }

  private String oneOf(String kind, String path) {
    String[] parts = (path + "/").split("/", -1);
    return oneOf(kind, parts[0], parts[1]);
  }

  private String waited(Words words) {
    if ("delete".equals(words.options().get("--for")) && words.word(1).equals("pod")) {
      return selected(words.options().getOrDefault("--selector", ""));
    }
    if (!"condition=complete".equals(words.options().get("--for"))) {
      return "waits for something else";
    }
    String wrong = oneOf("Job", words.word(1));
    return wrong.isEmpty() ? cluster.finished(words.word(1).replaceFirst("job/", "")) : wrong;
  }

  private String rollout(Words words) {
    return Set.of("status", "restart", "undo", "history").contains(words.word(1))
        ? oneOf("Deployment", words.word(2))
        : "no rollout " + words.word(1);
  }

  /**
   * An autoscaler would set another number at its next look, unless there is nothing of it at all,
   * which switches it off, or as much as it begins with.
   */
  private String scaled(Words words) {
    String name = words.word(1).replaceFirst(".*/", "");
    String replicas = words.options().getOrDefault("--replicas", "");
    List<Resource> scalers =
        made.stream()
            .filter(it -> it.is("HorizontalPodAutoscaler"))
            .filter(it -> it.at("spec", "scaleTargetRef", "name").is(name))
            .toList();
    boolean undone =
        !replicas.equals("0")
            && !scalers.isEmpty()
            && scalers.stream()
                .flatMap(it -> it.at("spec", "minReplicas").whole().stream())
                .noneMatch(begins -> replicas.equals(begins.toString()));
    return undone ? "an autoscaler undoes it: " + name : oneOf("Deployment", words.word(1));
  }

  private String patched(Words words) {
    return made.stream()
        .filter(it -> it.is("HorizontalPodAutoscaler"))
        .filter(it -> "horizontalpodautoscaler".equals(words.word(1)))
        .filter(it -> it.name().equals(words.word(2)))
        .findFirst()
        .map(it -> Patched.objection(it, words.options().getOrDefault("--patch", "{}")))
        .orElse("nothing to patch: " + words.word(1) + " " + words.word(2));
  }

  private String looked(Words words) {
    String output = words.options().getOrDefault("--output", "wide");
    if (!output.equals("wide") && !output.startsWith("jsonpath=")) {
      return "no such output: " + output;
    }
    return switch (words.word(1)) {
      case "pods" -> selected(words.options().getOrDefault("--selector", ""));
      case "events" -> "";
      case "horizontalpodautoscaler" ->
          oneOf("HorizontalPodAutoscaler", words.word(1), words.word(2));
      default -> "nothing to get: " + words.word(1);
    };
  }

  private String logs(Words words) {
    if (!words.options().getOrDefault("--since", "1s").matches(DURATION)) {
      return "since when: " + words.options().get("--since");
    }
    String of = words.word(1);
    return of.isEmpty()
        ? selected(words.options().getOrDefault("--selector", ""))
        : oneOf(of.startsWith("job/") ? "Job" : "Deployment", of);
  }

  private String selected(String selector) {
    Map<String, String> wanted = new TreeMap<>();
    Arrays.stream(selector.split(","))
        .map(it -> it.split("=", 2))
        .filter(it -> it.length == 2)
        .forEach(it -> wanted.put(it[0], it[1]));
    boolean any =
        !wanted.isEmpty()
            && made.stream()
                .filter(Resource::isWorkload)
                .anyMatch(it -> it.podLabels().entrySet().containsAll(wanted.entrySet()));
    return any ? "" : "no pod has the labels " + selector;
  }

  private String forwarded(Words words) {
    String port = words.word(2).replaceFirst(".*:", "");
    boolean there =
        made.stream()
            .filter(it -> ("service/" + it.name()).equals(words.word(1)) && it.is("Service"))
            .flatMap(it -> it.at("spec").items("ports").stream())
            .anyMatch(it -> it.at("port").text().equals(port));
    return there ? "" : "no port " + words.word(2) + " of " + words.word(1);
  }
}
