package dev.rolewise.runtime.lifecycle;

import java.util.function.Consumer;
import java.util.function.Predicate;

/**
 * What of a service's settings may change while it runs.
 *
 * @param keys which ones, e.g. all that begin with {@code limits.}; all others need a restart
 * @param apply gets the whole settings anew, read without a fault, when one of these has changed;
 *     called on an event loop, must not block
 * @param <C> the service's own immutable settings
 */
public record LiveChanges<C>(Predicate<String> keys, Consumer<C> apply) {

  /** Nothing may change. */
  public static <C> LiveChanges<C> none() {
    return new LiveChanges<>(key -> false, settings -> {});
  }

  /** Settings whose keys begin with this. */
  public static <C> LiveChanges<C> below(String prefix, Consumer<C> apply) {
    return new LiveChanges<>(key -> key.startsWith(prefix), apply);
  }
}
