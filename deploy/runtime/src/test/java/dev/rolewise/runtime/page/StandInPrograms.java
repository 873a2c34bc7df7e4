package dev.rolewise.runtime.page;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.SocketException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.Base64;
import java.util.Collection;
import java.util.List;
import java.util.function.Function;

/**
 * Programs that act on what a test does not have, a cluster or a registry: in their place stand
 * some that ask the test what to answer.
 */
public final class StandInPrograms implements AutoCloseable {

  /**
   * One run of one of them.
   *
   * @param folder it was run in
   * @param input what it was given, when it was told to read {@code --filename=-}
   */
  public record Call(String program, List<String> arguments, Path folder, String input) {

    @Override
    public String toString() {
      return program + " " + String.join(" ", arguments);
    }
  }

  /** What it prints, and the code it ends with. */
  public record Answer(int exit, String printed) {

    public static Answer of(String printed) {
      return new Answer(0, printed);
    }
  }

  private static final String SCRIPT =
      """
      #!/usr/bin/env bash
      input=
      case " $* " in *" --filename=- "*) input=$(base64 | tr -d '\\n') ;; esac
      # not before: whoever writes that input may be waiting for an answer, too
      exec 3<>/dev/tcp/127.0.0.1/%d
      printf '%%s\\0' "%s" "$PWD" "$@" | base64 | tr -d '\\n' >&3
      printf '\\n%%s\\n' "$input" >&3
      read -r code <&3
      cat <&3
      exit "$code"
      """;

  private final ServerSocket server;
  private final Path folder;
  private final Function<Call, Answer> answers;

  private StandInPrograms(ServerSocket server, Path folder, Function<Call, Answer> answers) {
    this.server = server;
    this.folder = folder;
    this.answers = answers;
  }

  /**
   * @param folder to put them in
   * @param names of the programs
   * @param answers called by one run at a time
   */
  public static StandInPrograms in(
      Path folder, Collection<String> names, Function<Call, Answer> answers) throws IOException {
    Files.createDirectories(folder);
    ServerSocket server = new ServerSocket(0, 16, InetAddress.getLoopbackAddress());
    for (String name : names) {
      Path script =
          Files.writeString(folder.resolve(name), SCRIPT.formatted(server.getLocalPort(), name));
      Files.setPosixFilePermissions(script, PosixFilePermissions.fromString("rwxr-xr-x"));
    }
    StandInPrograms programs = new StandInPrograms(server, folder, answers);
    Thread thread = new Thread(programs::serve, "stand-in-programs");
    thread.setDaemon(true);
    thread.start();
    return programs;
  }

  /** Where they are: to be the first of the places where programs are looked for. */
  public Path folder() {
    return folder;
  }

  private void serve() {
    while (!server.isClosed()) {
      try (Socket socket = server.accept()) {
        BufferedReader said =
            new BufferedReader(
                new InputStreamReader(socket.getInputStream(), StandardCharsets.US_ASCII));
        List<String> words = new ArrayList<>(List.of(decoded(said.readLine()).split("\0")));
        Call call =
            new Call(
                words.get(0),
                List.copyOf(words.subList(2, words.size())),
                Path.of(words.get(1)),
                decoded(said.readLine()));
        Answer answer = answer(call);
        OutputStream out = socket.getOutputStream();
        out.write((answer.exit() + "\n" + answer.printed()).getBytes(StandardCharsets.UTF_8));
        out.flush();
      } catch (SocketException closed) {
        return;
      } catch (IOException broken) {
        throw new java.io.UncheckedIOException(broken);
      }
    }
  }

  /** A program that cannot do its work says why and fails, as any other. */
  private Answer answer(Call call) {
    try {
      return answers.apply(call);
    } catch (RuntimeException | AssertionError failed) {
      return new Answer(1, call + ": " + failed + "\n");
    }
  }

  private static String decoded(String line) {
    return new String(Base64.getDecoder().decode(line), StandardCharsets.UTF_8);
  }

  @Override
  public void close() throws IOException {
    server.close();
  }
}
