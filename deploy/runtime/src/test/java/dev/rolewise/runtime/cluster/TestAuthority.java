package dev.rolewise.runtime.cluster;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.Key;
import java.security.KeyStore;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** A certificate authority of a test's own, made with the tool that comes with every JDK. */
public final class TestAuthority {

  private static final String PASSWORD = "test-only";
  private static final long PATIENCE_SECONDS = 60;

  private final Path folder;
  private final Path store;

  private TestAuthority(Path folder) {
    this.folder = folder;
    this.store = folder.resolve("authority.p12");
  }

  /**
   * Makes an authority.
   *
   * @param folder for everything it makes
   */
  public static TestAuthority in(Path folder) throws Exception {
    TestAuthority authority = new TestAuthority(Files.createDirectories(folder));
    authority.keytool(
        List.of("-genkeypair", "-alias", "authority", "-dname", "CN=Test authority"),
        List.of("-keyalg", "EC", "-groupname", "secp256r1", "-validity", "2", "-ext", "bc:c"),
        authority.store);
    authority.keytool(
        List.of("-exportcert", "-rfc", "-alias", "authority"),
        List.of("-file", authority.certificate().toString()),
        authority.store);
    return authority;
  }

  /** Its own certificate, as PEM. */
  public Path certificate() {
    return folder.resolve("authority.pem");
  }

  /** A new key with a certificate of this authority, for both ends of a connection. */
  public BusCertificates issue(String name) throws Exception {
    return issue(name, List.of("-validity", "2"));
  }

  /** One that has ended already. */
  public BusCertificates issueEnded(String name) throws Exception {
    return issue(name, List.of("-startdate", "-3d", "-validity", "1"));
  }

  private BusCertificates issue(String name, List<String> time) throws Exception {
    Path own = folder.resolve(name + ".p12");
    Path request = folder.resolve(name + ".csr");
    Path certificate = folder.resolve(name + ".pem");
    keytool(
        List.of("-genkeypair", "-alias", name, "-dname", "CN=" + name),
        List.of("-keyalg", "EC", "-groupname", "secp256r1", "-validity", "2"),
        own);
    keytool(List.of("-certreq", "-alias", name), List.of("-file", request.toString()), own);
    List<String> how = new ArrayList<>(time);
    how.addAll(List.of("-outfile", certificate.toString(), "-ext", "eku=serverAuth,clientAuth"));
    keytool(
        List.of("-gencert", "-rfc", "-alias", "authority", "-infile", request.toString()),
        how,
        store);
    return new BusCertificates(certificate, writeKey(own, name), certificate());
  }

  private Path writeKey(Path own, String name) throws IOException, GeneralSecurityException {
    KeyStore keys = KeyStore.getInstance(own.toFile(), PASSWORD.toCharArray());
    Key key = keys.getKey(name, PASSWORD.toCharArray());
    String body = Base64.getMimeEncoder(64, new byte[] {'\n'}).encodeToString(key.getEncoded());
    return Files.writeString(
        folder.resolve(name + ".key"),
        "-----BEGIN PRIVATE KEY-----\n" + body + "\n-----END PRIVATE KEY-----\n");
  }

  private void keytool(List<String> what, List<String> how, Path in) throws Exception {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "keytool").toString());
    // a dozen short-lived programs per test
    command.addAll(List.of("-J-XX:+UseSerialGC", "-J-XX:TieredStopAtLevel=1"));
    command.addAll(what);
    command.addAll(how);
    command.addAll(List.of("-storetype", "PKCS12", "-storepass", PASSWORD));
    command.addAll(List.of("-keystore", in.toString()));
    Path said = folder.resolve("keytool.log");
    Process process =
        new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(said.toFile()).start();
    if (!process.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS) || process.exitValue() != 0) {
      process.destroyForcibly();
      throw new IllegalStateException(what + ": " + Files.readString(said));
    }
  }
}
