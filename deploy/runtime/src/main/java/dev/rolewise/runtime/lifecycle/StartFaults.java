package dev.rolewise.runtime.lifecycle;

import dev.rolewise.runtime.config.ConfigurationFaults;
import dev.rolewise.runtime.fault.StartFault;
import java.util.List;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutionException;

/** Turns whatever stopped a start into lines for the person at the keyboard. */
public final class StartFaults {

  private StartFaults() {}

  /** One line per fault, never a stack trace. */
  public static List<String> lines(Throwable failure) {
    Throwable cause = failure;
    while ((cause instanceof CompletionException || cause instanceof ExecutionException)
        && cause.getCause() != null) {
      cause = cause.getCause();
    }
    if (cause instanceof ConfigurationFaults faults) {
      return faults.faults();
    }
    return List.of(
        cause instanceof StartFault
            ? cause.getMessage()
            : StartFault.because("The start failed", cause).getMessage());
  }
}
