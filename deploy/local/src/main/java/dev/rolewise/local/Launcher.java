package dev.rolewise.local;

import java.lang.reflect.InvocationTargetException;

/**
 * The first class that runs, compiled for Java 8: an older Java must get one plain line, not an
 * error about class files. Knows nothing else of the program.
 */
public final class Launcher {

  private static final int NEEDED = 17;

  private Launcher() {}

  public static void main(String[] arguments) throws Exception {
    String version = System.getProperty("java.specification.version");
    // up to Java 8 the number was 1.8
    int major = Integer.parseInt(version.startsWith("1.") ? version.substring(2) : version);
    if (major < NEEDED) {
      System.err.println(
          "Rolewise needs Java "
              + NEEDED
              + " or newer; this is Java "
              + major
              + ": install a newer one or set JAVA_HOME.");
      System.exit(2);
    }
    try {
      Class.forName("dev.rolewise.local.RolewiseMain")
          .getMethod("main", String[].class)
          .invoke(null, (Object) arguments);
    } catch (InvocationTargetException failed) {
      if (failed.getCause() instanceof RuntimeException) {
        throw (RuntimeException) failed.getCause();
      }
      throw failed;
    }
  }
}
