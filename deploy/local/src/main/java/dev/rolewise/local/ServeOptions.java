package dev.rolewise.local;

import dev.rolewise.runtime.fault.StartFault;
import java.net.URI;
import java.nio.file.Path;
import java.util.Optional;
import picocli.CommandLine.Option;

/** How to serve; may be given before or behind the word {@code serve}. */
final class ServeOptions {

  private static final int DEFAULT_PORT = 8080;
  private static final int HIGHEST_PORT = 65_535;
  private static final String DEFAULT_HOST = "127.0.0.1";

  @Option(
      names = "--port",
      description = "Port to listen on, 0 for any free one (default: " + DEFAULT_PORT + ").")
  private Integer port;

  @Option(
      names = "--host",
      description = "Address to listen on; 0.0.0.0 lets others in (default: " + DEFAULT_HOST + ").")
  private String host;

  @Option(
      names = "--public-url",
      paramLabel = "URL",
      description = "Address that links and QR codes carry, e.g. http://192.168.1.20:8080.")
  private URI publicUrl;

  @Option(
      names = "--data",
      paramLabel = "FOLDER",
      description = "Folder everything is kept in (default: rolewise in the user's data folder).")
  private Path data;

  @Option(
      names = "--management-port",
      paramLabel = "PORT",
      description =
          "Port of this machine for health and /metrics, 0 for any free one (default: none).")
  private Integer managementPort;

  @Option(
      names = "--demo",
      description =
          "Adds an open and a finished round, in Dutch and in English, and prints their links.")
  private boolean demo;

  /** These options, and the other ones where these say nothing. */
  ServeOptions orElse(ServeOptions other) {
    ServeOptions both = new ServeOptions();
    both.port = port == null ? other.port : port;
    both.host = host == null ? other.host : host;
    both.publicUrl = publicUrl == null ? other.publicUrl : publicUrl;
    both.data = data == null ? other.data : data;
    both.managementPort = managementPort == null ? other.managementPort : managementPort;
    both.demo = demo || other.demo;
    return both;
  }

  Address address() {
    int wished = port == null ? DEFAULT_PORT : port;
    if (wished < 0 || wished > HIGHEST_PORT) {
      throw new StartFault(
          "--port must be between 0 and " + HIGHEST_PORT + ", but is " + wished + ".");
    }
    return Address.of(host == null ? DEFAULT_HOST : host, wished, Optional.ofNullable(publicUrl));
  }

  Optional<Path> data() {
    return Optional.ofNullable(data);
  }

  Optional<Integer> managementPort() {
    if (managementPort != null && (managementPort < 0 || managementPort > HIGHEST_PORT)) {
      throw new StartFault(
          "--management-port must be between 0 and "
              + HIGHEST_PORT
              + ", but is "
              + managementPort
              + ".");
    }
    return Optional.ofNullable(managementPort);
  }

  boolean demo() {
    return demo;
  }
}
