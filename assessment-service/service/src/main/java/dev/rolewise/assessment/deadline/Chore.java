package dev.rolewise.assessment.deadline;

import io.vertx.core.Future;

/** Something that is to be done again and again; more than one process may try. */
public interface Chore {
  /**
   * Does what is due, unless another process is at it.
   *
   * @return how much was done
   */
  Future<Integer> run();
}
