package dev.rolewise.gateway.session;

import io.vertx.core.Future;
import io.vertx.core.http.HttpClosedException;
import java.io.IOException;
import java.util.concurrent.TimeoutException;

/** What the issuer said cannot be accepted; an issuer that cannot be reached is another matter. */
public final class SignInRefused extends RuntimeException {
  private static final long serialVersionUID = 1L;

  SignInRefused(String why) {
    super(why, null, false, false);
  }

  static <T> Future<T> because(String why) {
    return Future.failedFuture(new SignInRefused(why));
  }

  /** Passes on what passes by itself; the rest is a refusal. */
  static <T> Future<T> because(Throwable failure) {
    boolean away =
        failure instanceof IOException
            || failure instanceof TimeoutException
            || failure instanceof HttpClosedException;
    return away || failure instanceof SignInRefused
        ? Future.failedFuture(failure)
        : because(String.valueOf(failure.getMessage()));
  }
}
