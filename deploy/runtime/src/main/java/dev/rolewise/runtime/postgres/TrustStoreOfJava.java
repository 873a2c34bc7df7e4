package dev.rolewise.runtime.postgres;

import dev.rolewise.runtime.fault.StartFault;
import io.vertx.core.net.TrustOptions;
import java.net.Socket;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.CertificateException;
import java.security.cert.X509Certificate;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import javax.net.ssl.SSLEngine;
import javax.net.ssl.TrustManager;
import javax.net.ssl.TrustManagerFactory;
import javax.net.ssl.X509ExtendedTrustManager;

/**
 * The authorities that Java believes: those it comes with, or those of {@code
 * javax.net.ssl.trustStore}. Remembers why a certificate was refused: all that the client is told
 * is that there was no handshake.
 */
final class TrustStoreOfJava {

  /** By the host that was asked for; a program has one or two databases. */
  private static final Map<String, String> REFUSED = new ConcurrentHashMap<>();

  private TrustStoreOfJava() {}

  static TrustOptions options() {
    try {
      TrustManagerFactory factory =
          TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
      factory.init((KeyStore) null);
      for (TrustManager manager : factory.getTrustManagers()) {
        if (manager instanceof X509ExtendedTrustManager known) {
          return TrustOptions.wrap(new Remembering(known));
        }
      }
      return TrustOptions.wrap(factory);
    } catch (GeneralSecurityException unreadable) {
      throw StartFault.because(
          "The authorities that Java believes (javax.net.ssl.trustStore) cannot be read",
          unreadable);
    }
  }

  /** What was wrong with the certificate that a host showed last; empty when it was believed. */
  static Optional<String> refusal(String host) {
    return Optional.ofNullable(REFUSED.get(host));
  }

  /** Judges as the other one does. */
  private static final class Remembering extends X509ExtendedTrustManager {

    private final X509ExtendedTrustManager judge;

    Remembering(X509ExtendedTrustManager judge) {
      this.judge = judge;
    }

    @Override
    public void checkServerTrusted(X509Certificate[] chain, String type, SSLEngine engine)
        throws CertificateException {
      String host = String.valueOf(engine.getPeerHost());
      try {
        judge.checkServerTrusted(chain, type, engine);
        REFUSED.remove(host);
      } catch (CertificateException refused) {
        REFUSED.put(host, String.valueOf(refused.getMessage()));
        throw refused;
      }
    }

    @Override
    public void checkServerTrusted(X509Certificate[] chain, String type, Socket socket)
        throws CertificateException {
      judge.checkServerTrusted(chain, type, socket);
    }

    @Override
    public void checkServerTrusted(X509Certificate[] chain, String type)
        throws CertificateException {
      judge.checkServerTrusted(chain, type);
    }

    @Override
    public void checkClientTrusted(X509Certificate[] chain, String type, SSLEngine engine)
        throws CertificateException {
      judge.checkClientTrusted(chain, type, engine);
    }

    @Override
    public void checkClientTrusted(X509Certificate[] chain, String type, Socket socket)
        throws CertificateException {
      judge.checkClientTrusted(chain, type, socket);
    }

    @Override
    public void checkClientTrusted(X509Certificate[] chain, String type)
        throws CertificateException {
      judge.checkClientTrusted(chain, type);
    }

    @Override
    public X509Certificate[] getAcceptedIssuers() {
      return judge.getAcceptedIssuers();
    }
  }
}
