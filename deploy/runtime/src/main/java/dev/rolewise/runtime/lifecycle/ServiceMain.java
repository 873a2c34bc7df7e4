package dev.rolewise.runtime.lifecycle;

/**
 * Runs a service from the command line: {@code serve} (default), {@code migrate}, {@code
 * check-config}. Exit code 0 after a clean stop, 2 when it could not start.
 */
public final class ServiceMain {

  private ServiceMain() {}

  /** Runs the command and ends the process with its exit code. */
  public static <C> void main(ServiceDefinition<C> definition, String[] arguments) {
    throw new UnsupportedOperationException(definition.name() + " " + arguments.length);
  }
}
