package dev.rolewise.gateway.problem;

/** Carries a problem through {@code ctx.fail} or a failed future. */
public final class ProblemException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  private final transient Problem problem;

  public ProblemException(Problem problem) {
    super(problem.status() + " " + problem.code(), null, false, false);
    this.problem = problem;
  }

  /** A problem without anything beside its kind. */
  public static ProblemException of(ProblemCode kind) {
    return new ProblemException(Problem.of(kind));
  }

  public Problem problem() {
    return problem;
  }
}
