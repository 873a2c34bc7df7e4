package dev.rolewise.kubernetes.rules;

import dev.rolewise.kubernetes.manifest.Finding;
import dev.rolewise.kubernetes.manifest.Resource;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * A Job that fails leaves a pod with a log for each try, few enough to be read, until somebody has
 * had the time to.
 */
final class Tries implements Rule {

  private static final String NAME = "tries";
  private static final int MOST = 6;
  private static final int DAY_SECONDS = 86_400;

  @Override
  public List<Finding> judge(Rendered rendered) {
    return rendered.all("Job").flatMap(Tries::judge).toList();
  }

  private static Stream<Finding> judge(Resource job) {
    int again = job.at("spec", "backoffLimit").whole().orElse(MOST);
    int kept = job.at("spec", "ttlSecondsAfterFinished").whole().orElse(Integer.MAX_VALUE);
    return Stream.of(
            job.unless(
                job.pod().at("restartPolicy").is("Never"),
                NAME,
                "begins again in the same pod, whose log of the failed try is then gone"),
            job.unless(again < MOST, NAME, "leaves more than " + MOST + " pods"),
            job.unless(kept >= 3 * DAY_SECONDS, NAME, "is gone before a weekend is over"))
        .flatMap(Optional::stream);
  }
}
