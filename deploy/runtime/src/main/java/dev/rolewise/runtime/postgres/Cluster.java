package dev.rolewise.runtime.postgres;

import dev.rolewise.runtime.config.Secret;
import dev.rolewise.runtime.fault.StartFault;
import dev.rolewise.runtime.postgres.EmbeddedPostgres.Durability;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;

/** The files of a database cluster: made once, checked at every start. */
record Cluster(DataFolder folder, PostgresBinaries binaries, PostgresAccount account) {

  /** The database's administrator; nobody but the start-up uses it. */
  static final String ADMINISTRATOR = "rolewise_admin";

  private static final Duration PATIENCE = Duration.ofMinutes(2);

  /**
   * Makes the cluster when there is none, else checks that it is one of ours.
   *
   * @return the administrator's password
   */
  Secret prepare(Durability durability) {
    try {
      Path password = passwordFile(folder.path());
      if (!Files.isDirectory(folder.cluster())) {
        writeNew(password);
        create(password, durability);
      }
      checkMajorVersion();
      account.own(folder.cluster());
      return read(password);
    } catch (IOException failed) {
      throw StartFault.because("The data folder " + folder.path() + " cannot be used", failed);
    }
  }

  /** Where the administrator's password lies in a data folder. */
  static Path passwordFile(Path data) {
    return data.resolve("administrator.secret");
  }

  static Secret read(Path password) throws IOException {
    return Secret.of(Files.readString(password, StandardCharsets.US_ASCII).strip());
  }

  private void create(Path password, Durability durability) throws IOException {
    // under another name until it is complete: a half made cluster must never be taken for a whole
    // one
    Path fresh = folder.path().resolve("postgres.new");
    FileTrees.delete(fresh);
    Files.createDirectories(fresh);
    Files.setPosixFilePermissions(fresh, PosixFilePermissions.fromString("rwx------"));
    account.own(fresh);
    account.own(password);
    List<String> command =
        new ArrayList<>(
            List.of(
                binaries.program("initdb"),
                "--pgdata=" + fresh,
                "--username=" + ADMINISTRATOR,
                "--auth=scram-sha-256",
                "--pwfile=" + password,
                "--encoding=UTF8",
                // the same order of words on every machine, whatever locales it has
                "--locale=C",
                "--locale-provider=builtin",
                "--builtin-locale=C.UTF-8"));
    if (durability == Durability.NONE) {
      command.add("--no-sync");
    }
    SystemCommand.Outcome outcome = account.run(PATIENCE, command);
    if (!outcome.succeeded()) {
      throw new StartFault(
          "PostgreSQL could not set up its data in "
              + folder.path()
              + ": "
              + lastLine(outcome.output()));
    }
    Files.move(fresh, folder.cluster(), StandardCopyOption.ATOMIC_MOVE);
  }

  private static void writeNew(Path password) throws IOException {
    byte[] random = new byte[24];
    new SecureRandom().nextBytes(random);
    Files.deleteIfExists(password);
    Files.createFile(
        password,
        PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
    Files.writeString(password, HexFormat.of().formatHex(random), StandardCharsets.US_ASCII);
  }

  private void checkMajorVersion() throws IOException {
    Path file = folder.cluster().resolve("PG_VERSION");
    String written = Files.exists(file) ? Files.readString(file).strip() : "an unknown version";
    SystemCommand.Outcome outcome =
        account.run(PATIENCE, List.of(binaries.program("postgres"), "--version"));
    if (!outcome.succeeded()) {
      throw new StartFault(
          "PostgreSQL does not run on this machine: " + lastLine(outcome.output()));
    }
    String ours = outcome.output().replaceAll("^\\D*(\\d+).*", "$1");
    if (!written.equals(ours)) {
      throw new StartFault(
          "The data in "
              + folder.path()
              + " belong to PostgreSQL "
              + written
              + ", this Rolewise brings PostgreSQL "
              + ours
              + ": start the Rolewise that made them, or choose another folder with --data.");
    }
  }

  static String lastLine(String output) {
    return output.substring(output.lastIndexOf('\n') + 1).strip();
  }
}
