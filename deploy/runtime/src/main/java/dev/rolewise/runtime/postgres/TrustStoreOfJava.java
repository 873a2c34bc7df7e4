package dev.rolewise.runtime.postgres;

import dev.rolewise.runtime.fault.StartFault;
import io.vertx.core.net.TrustOptions;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import javax.net.ssl.TrustManagerFactory;

/**
 * The authorities that Java believes: those it comes with, or those of {@code
 * javax.net.ssl.trustStore}.
 */
final class TrustStoreOfJava {

  private TrustStoreOfJava() {}

  static TrustOptions options() {
    try {
      TrustManagerFactory factory =
          TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
      factory.init((KeyStore) null);
      return TrustOptions.wrap(factory);
    } catch (GeneralSecurityException unreadable) {
      throw StartFault.because(
          "The authorities that Java believes (javax.net.ssl.trustStore) cannot be read",
          unreadable);
    }
  }
}
