package dev.rolewise.runtime.lifecycle;

/**
 * Runs a service from the command line: {@code serve} (default), {@code migrate}, {@code
 * check-config}, with {@code --config FILE} and {@code --secrets DIR}. Exit code 2 and one plain
 * line per fault when it cannot start.
 */
public final class ServiceMain {

  private ServiceMain() {}

  /** Runs the command and ends the process with its exit code. */
  public static <C> void main(ServiceDefinition<C> definition, String[] arguments) {
    System.exit(ServiceCommand.execute(definition, arguments));
  }
}
