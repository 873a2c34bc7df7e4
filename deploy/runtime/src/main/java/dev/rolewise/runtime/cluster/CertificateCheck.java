package dev.rolewise.runtime.cluster;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.PrivateKey;
import java.security.PublicKey;
import java.security.Signature;
import java.security.cert.CertPathValidator;
import java.security.cert.CertPathValidatorException;
import java.security.cert.CertPathValidatorException.BasicReason;
import java.security.cert.Certificate;
import java.security.cert.CertificateFactory;
import java.security.cert.PKIXCertPathValidatorResult;
import java.security.cert.PKIXParameters;
import java.security.cert.TrustAnchor;
import java.security.cert.X509Certificate;
import java.security.spec.PKCS8EncodedKeySpec;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * Whether the three files for the bus go together: the others would refuse what does not, without a
 * word, while this process thinks that it is well.
 */
final class CertificateCheck {

  private static final Pattern KEY =
      Pattern.compile("-----BEGIN PRIVATE KEY-----([^-]+)-----END PRIVATE KEY-----");

  /** What is wrong, as a fault of a setting below {@code cluster.tls.}. */
  record Fault(String setting, String words) {}

  private final Optional<Fault> fault;
  private final Optional<Instant> end;

  private CertificateCheck(Optional<Fault> fault, Optional<Instant> end) {
    this.fault = fault;
    this.end = end;
  }

  static CertificateCheck of(BusCertificates files) {
    List<X509Certificate> chain;
    Set<TrustAnchor> authorities;
    try {
      chain = certificates(files.certificate());
    } catch (IOException | GeneralSecurityException unreadable) {
      return refused("certificate", "must name a PEM file with a certificate");
    }
    try {
      authorities =
          certificates(files.authority()).stream()
              .map(authority -> new TrustAnchor(authority, null))
              .collect(Collectors.toSet());
    } catch (IOException | GeneralSecurityException unreadable) {
      return refused("authority", "must name a PEM file with the certificate of an authority");
    }
    try {
      if (!belongs(files.privateKey(), chain.get(0).getPublicKey())) {
        return refused(
            "private-key",
            "is not the key of cluster.tls.certificate: name the key it was made with");
      }
    } catch (IOException | GeneralSecurityException | IllegalArgumentException unreadable) {
      return refused("private-key", "must name a PEM file with a PKCS#8 key, without a password");
    }
    return path(chain, authorities);
  }

  Optional<Fault> fault() {
    return fault;
  }

  /** When the first one of those that take part ends; empty when they do not go together. */
  Optional<Instant> end() {
    return end;
  }

  private static CertificateCheck path(List<X509Certificate> chain, Set<TrustAnchor> authorities) {
    try {
      PKIXParameters parameters = new PKIXParameters(authorities);
      parameters.setRevocationEnabled(false);
      PKIXCertPathValidatorResult path =
          (PKIXCertPathValidatorResult)
              CertPathValidator.getInstance("PKIX")
                  .validate(
                      CertificateFactory.getInstance("X.509").generateCertPath(chain), parameters);
      List<X509Certificate> all = new ArrayList<>(chain);
      all.add(path.getTrustAnchor().getTrustedCert());
      return new CertificateCheck(
          Optional.empty(),
          all.stream().map(each -> each.getNotAfter().toInstant()).min(Instant::compareTo));
    } catch (CertPathValidatorException broken) {
      if (broken.getReason() == BasicReason.EXPIRED) {
        return refused(
            "certificate",
            "ended on " + chain.get(0).getNotAfter().toInstant() + ": replace it by a new one");
      }
      if (broken.getReason() == BasicReason.NOT_YET_VALID) {
        return refused(
            "certificate",
            "holds from "
                + chain.get(0).getNotBefore().toInstant()
                + " only: look at the clock of this machine");
      }
      return refused(
          "certificate",
          "is not of an authority in cluster.tls.authority, so nobody would believe it: name one"
              + " that the authority of this bus has signed");
    } catch (GeneralSecurityException impossible) {
      return refused("certificate", "cannot be checked: " + impossible.getMessage());
    }
  }

  private static CertificateCheck refused(String setting, String words) {
    return new CertificateCheck(Optional.of(new Fault(setting, words)), Optional.empty());
  }

  private static List<X509Certificate> certificates(Path file)
      throws IOException, GeneralSecurityException {
    List<X509Certificate> found = new ArrayList<>();
    try (InputStream pem = Files.newInputStream(file)) {
      for (Certificate each : CertificateFactory.getInstance("X.509").generateCertificates(pem)) {
        found.add((X509Certificate) each);
      }
    }
    if (found.isEmpty()) {
      throw new GeneralSecurityException("no certificate in " + file);
    }
    return found;
  }

  private static boolean belongs(Path file, PublicKey known)
      throws IOException, GeneralSecurityException {
    Matcher pem = KEY.matcher(Files.readString(file, StandardCharsets.US_ASCII));
    if (!pem.find()) {
      throw new GeneralSecurityException("no key in " + file);
    }
    String algorithm = known.getAlgorithm();
    PrivateKey key =
        KeyFactory.getInstance(algorithm)
            .generatePrivate(new PKCS8EncodedKeySpec(Base64.getMimeDecoder().decode(pem.group(1))));
    String way =
        switch (algorithm) {
          case "EC" -> "SHA256withECDSA";
          case "RSA" -> "SHA256withRSA";
          default -> algorithm;
        };
    byte[] words = "rolewise".getBytes(StandardCharsets.US_ASCII);
    Signature signing = Signature.getInstance(way);
    signing.initSign(key);
    signing.update(words);
    Signature verifying = Signature.getInstance(way);
    verifying.initVerify(known);
    verifying.update(words);
    return verifying.verify(signing.sign());
  }
}
