package dev.rolewise.kubernetes.rules;

import dev.rolewise.kubernetes.manifest.Finding;
import java.util.List;
import java.util.regex.Pattern;

/**
 * In production an image is this very one, or none until it is set: a name that nothing takes for
 * an image, rather than a digest that a registry is asked for. Elsewhere it has at least a tag, and
 * not the newest.
 */
final class ImagesByDigest implements Rule {

  private static final Pattern DIGEST =
      Pattern.compile(
          "[a-z0-9./-]+@sha256:(?:(?!(.)\\1{63})[0-9a-f]{64}|not-set-see-set-the-images-[\\w.-]+)");
  private static final Pattern TAG = Pattern.compile("[a-z0-9./-]+:(?!latest$)[A-Za-z0-9._-]+");

  @Override
  public List<Finding> judge(Rendered rendered) {
    if (rendered.folder().endsWith("/base")) {
      return List.of();
    }
    return rendered
        .workloads()
        .flatMap(
            workload ->
                workload.containers().stream()
                    .map(container -> container.at("image").text())
                    .filter(
                        image ->
                            !DIGEST.matcher(image).matches()
                                && (rendered.isProduction() || !TAG.matcher(image).matches()))
                    .map(
                        image ->
                            workload.finding("image", "runs any image of that name: " + image)))
        .toList();
  }
}
