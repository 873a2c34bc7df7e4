package dev.rolewise.runtime.postgres;

import dev.rolewise.runtime.fault.StartFault;
import io.vertx.pgclient.PgException;
import java.net.ConnectException;
import java.net.UnknownHostException;
import java.sql.SQLException;
import java.util.Optional;

/**
 * Why a database cannot be used, in words that say what to do next; whatever is not among the
 * mistakes that people make is told in the words of whoever noticed it.
 */
final class DatabaseReason {

  private static final String HOST = "database.host";

  private final Throwable failure;
  private final DatabaseSettings database;
  private final String role;

  private DatabaseReason(Throwable failure, DatabaseSettings database, String role) {
    this.failure = failure;
    this.database = database;
    this.role = role;
  }

  /** As the service's own role found it. */
  static String serving(Throwable failure, DatabaseSettings database) {
    return new DatabaseReason(failure, database, "database.").words();
  }

  /** As the role that owns the tables found it. */
  static String migrating(Throwable failure, DatabaseSettings database) {
    return new DatabaseReason(failure, database, "database.migration-").words();
  }

  private String words() {
    return ofState()
        .or(this::ofCertificate)
        .or(this::ofNetwork)
        .orElseGet(
            () -> {
              String told = StartFault.because("", failure).getMessage();
              return told.substring(told.indexOf(": ") + 2);
            });
  }

  private Optional<String> ofState() {
    return switch (state()) {
      case "28P01", "28000" ->
          Optional.of(
              "it does not accept the role and its password: set "
                  + role
                  + "user and "
                  + role
                  + "password to those that it knows.");
      case "3D000" ->
          Optional.of(
              "there is no database of that name: set database.name to the right one, or make it.");
      case FullDisk.STATE -> Optional.of("its disk is full: make room there.");
      default -> Optional.empty();
    };
  }

  private Optional<String> ofCertificate() {
    String seen = everything();
    String refused =
        database.tls() == DatabaseSettings.Tls.DISABLE
            ? ""
            : TrustStoreOfJava.refusal(database.host()).orElse("");
    if (seen.contains("hostnameverifier")
        || refused.startsWith("No subject alternative")
        || refused.startsWith("No name matching")) {
      return Optional.of(
          "its certificate is for another name: set database.host to a name in the certificate, or"
              + " give it one for "
              + database.host()
              + ".");
    }
    if (seen.contains("certification path") || refused.contains("certification path")) {
      return Optional.of(
          "no authority that Java believes has signed its certificate: put that authority into the"
              + " trust store (javax.net.ssl.trustStore).");
    }
    return refused.isEmpty()
        ? Optional.empty()
        : Optional.of("its certificate is refused: " + refused);
  }

  private Optional<String> ofNetwork() {
    if (has(UnknownHostException.class)) {
      return Optional.of(
          "the name "
              + database.host()
              + " has no address: check "
              + HOST
              + ", or the name server.");
    }
    if (has(ConnectException.class)) {
      return Optional.of(
          "nothing answers there: check "
              + HOST
              + " and database.port, and whether PostgreSQL runs.");
    }
    return Optional.empty();
  }

  private String state() {
    for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
      if (cause instanceof PgException refused && refused.getSqlState() != null) {
        return refused.getSqlState();
      }
      if (cause instanceof SQLException refused && refused.getSQLState() != null) {
        return refused.getSQLState();
      }
    }
    return "";
  }

  private boolean has(Class<? extends Throwable> kind) {
    for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
      if (kind.isInstance(cause)) {
        return true;
      }
    }
    return false;
  }

  private String everything() {
    StringBuilder words = new StringBuilder();
    for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
      words.append(cause.getMessage()).append('\n');
    }
    return words.toString();
  }
}
