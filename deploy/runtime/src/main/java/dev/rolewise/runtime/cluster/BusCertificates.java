package dev.rolewise.runtime.cluster;

import dev.rolewise.runtime.config.SettingsReader;
import dev.rolewise.runtime.metrics.Meters;
import io.micrometer.core.instrument.Gauge;
import io.vertx.core.Vertx;
import io.vertx.core.eventbus.EventBusOptions;
import io.vertx.core.http.ClientAuth;
import io.vertx.core.net.PemKeyCertOptions;
import io.vertx.core.net.PemTrustOptions;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Mutual TLS on the bus: every process shows a certificate, and only those of one authority are
 * believed. Vert.x does not compare the name in a certificate with the address it connects to, so
 * the authority must be the bus's own: whoever has any certificate of it is a member.
 *
 * @param certificate PEM file with this process's certificate, and those between it and the
 *     authority
 * @param privateKey PEM file (PKCS#8) with the key of it
 * @param authority PEM file with the authorities that are believed; two while one replaces another
 */
public record BusCertificates(Path certificate, Path privateKey, Path authority) {

  private static final String PREFIX = "cluster.tls.";

  /** Reads {@code cluster.tls.*}; empty when it is switched off, which it is by default. */
  static Optional<BusCertificates> read(SettingsReader reader) {
    boolean enabled = reader.flag(PREFIX + "enabled", false);
    Path certificate = file(reader, "certificate", enabled);
    Path privateKey = file(reader, "private-key", enabled);
    Path authority = file(reader, "authority", enabled);
    if (!enabled) {
      return Optional.empty();
    }
    BusCertificates own = new BusCertificates(certificate, privateKey, authority);
    if (Stream.of(certificate, privateKey, authority).allMatch(BusCertificates::isFile)) {
      CertificateCheck.of(own)
          .fault()
          .ifPresent(fault -> reader.fault(PREFIX + fault.setting(), fault.words()));
    }
    return Optional.of(own);
  }

  /** Tells until when the certificate can be used. */
  void measure(Vertx vertx) {
    CertificateCheck.of(this)
        .end()
        .ifPresent(
            end ->
                Gauge.builder("rolewise.bus.certificate.end", () -> end.getEpochSecond())
                    .description("When the certificate for the bus, or one above it, ends")
                    .baseUnit("seconds")
                    .strongReference(true)
                    .register(Meters.of(vertx)));
  }

  private static boolean isFile(Path path) {
    return Files.isReadable(path) && !Files.isDirectory(path);
  }

  private static Path file(SettingsReader reader, String key, boolean needed) {
    Path path = reader.path(PREFIX + key, Path.of(""));
    if (needed && !isFile(path)) {
      reader.fault(PREFIX + key, "must name a PEM file that can be read");
    }
    return path;
  }

  EventBusOptions secure(EventBusOptions options) {
    return options
        .setSsl(true)
        // Vert.x trusts everybody on the bus unless it is told not to
        .setTrustAll(false)
        .setClientAuth(ClientAuth.REQUIRED)
        .setEnabledSecureTransportProtocols(Set.of("TLSv1.3"))
        .setKeyCertOptions(
            new PemKeyCertOptions()
                .addCertPath(certificate.toString())
                .addKeyPath(privateKey.toString()))
        .setTrustOptions(new PemTrustOptions().addCertPath(authority.toString()));
  }
}
