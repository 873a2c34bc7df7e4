package dev.rolewise.systemtest;

import dev.rolewise.runtime.cluster.FreePorts;
import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/** haproxy or nginx, when this machine has them, set to look away as far as they can be made to. */
final class InstalledProxy implements ProxyInFront {
  private static final long START_NANOS = TimeUnit.SECONDS.toNanos(10);

  private final Process process;
  private final int port;

  private InstalledProxy(Process process, int port) {
    this.process = process;
    this.port = port;
  }

  /** The program, wherever administrators keep theirs. */
  static Optional<Path> find(String name) {
    String path = System.getenv().getOrDefault("PATH", "") + ":/usr/sbin:/usr/local/sbin";
    return Stream.of(path.split(":"))
        .map(folder -> Path.of(folder, name))
        .filter(Files::isExecutable)
        .findFirst();
  }

  static InstalledProxy haproxy(Path program, Path folder, int upstream)
      throws IOException, InterruptedException {
    int port = FreePorts.next();
    Path file = Files.createDirectories(folder).resolve("haproxy.cfg");
    Files.writeString(
        file,
        """
        defaults
          mode http
          timeout client 10s
          timeout server 10s
          timeout connect 2s
          retries 2
          retry-on conn-failure empty-response
          http-reuse always
        frontend all
          bind 127.0.0.1:%d
          option accept-invalid-http-request
          default_backend suite
        backend suite
          server one 127.0.0.1:%d pool-max-conn 20 pool-purge-delay 30s
        """
            .formatted(port, upstream));
    return start(List.of(program.toString(), "-db", "-f", file.toString()), folder, port);
  }

  static InstalledProxy nginx(Path program, Path folder, int upstream)
      throws IOException, InterruptedException {
    int port = FreePorts.next();
    Path file = Files.createDirectories(folder).resolve("nginx.conf");
    Files.writeString(
        file,
        """
        daemon off;
        %s
        pid %s/nginx.pid;
        error_log stderr;
        events { worker_connections 200; }
        http {
          access_log off;
          ignore_invalid_headers off;
          underscores_in_headers on;
          client_body_temp_path %s; proxy_temp_path %s; fastcgi_temp_path %s;
          uwsgi_temp_path %s; scgi_temp_path %s;
          upstream suite { server 127.0.0.1:%d; keepalive 20; }
          server {
            listen 127.0.0.1:%d;
            location / {
              proxy_pass http://suite;
              proxy_http_version 1.1;
              proxy_set_header Connection "";
            }
          }
        }
        """
            .formatted(
                "root".equals(System.getProperty("user.name")) ? "user root;" : "",
                folder,
                folder.resolve("body"),
                folder.resolve("proxy"),
                folder.resolve("fastcgi"),
                folder.resolve("uwsgi"),
                folder.resolve("scgi"),
                upstream,
                port));
    return start(
        List.of(program.toString(), "-e", "stderr", "-p", folder.toString(), "-c", file.toString()),
        folder,
        port);
  }

  private static InstalledProxy start(List<String> command, Path folder, int port)
      throws IOException, InterruptedException {
    Path log = folder.resolve("proxy.log");
    Process process =
        new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(log.toFile()).start();
    long deadline = System.nanoTime() + START_NANOS;
    while (System.nanoTime() < deadline) {
      if (process.waitFor(50, TimeUnit.MILLISECONDS)) {
        throw new IllegalStateException(command.get(0) + ": " + Files.readString(log));
      }
      try (Socket probe = new Socket(InetAddress.getLoopbackAddress(), port)) {
        return new InstalledProxy(process, port);
      } catch (IOException notYet) {
        // it is still starting
      }
    }
    process.destroyForcibly();
    throw new IllegalStateException(command.get(0) + " did not start: " + Files.readString(log));
  }

  @Override
  public int port() {
    return port;
  }

  @Override
  public void close() throws InterruptedException {
    process.destroy();
    if (!process.waitFor(10, TimeUnit.SECONDS)) {
      process.destroyForcibly();
    }
  }
}
