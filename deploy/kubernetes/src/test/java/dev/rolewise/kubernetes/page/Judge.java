package dev.rolewise.kubernetes.page;

import dev.rolewise.runtime.page.StandInPrograms.Call;
import java.util.Optional;

/** Says what a program would not do, or do to something that does not exist. */
interface Judge {

  /** What is wrong with this call, if anything is. */
  Optional<String> objection(Call call);
}
