package dev.rolewise.runtime.lifecycle;

import dev.rolewise.runtime.fault.StartFault;
import java.io.IOException;
import java.net.HttpURLConnection;
import java.net.InetAddress;
import java.net.URI;
import java.net.UnknownHostException;

/** Asks the service that runs beside it whether it is ready: for images, which have no curl. */
final class HealthQuestion {

  private static final int PATIENCE_MILLIS = 2_000;

  private HealthQuestion() {}

  /** Returns in silence when the answer is yes. */
  static void ask(String host, int port) {
    URI asked = URI.create("http://" + reachable(host) + ":" + port + "/readyz");
    int status;
    try {
      HttpURLConnection connection = (HttpURLConnection) asked.toURL().openConnection();
      connection.setConnectTimeout(PATIENCE_MILLIS);
      connection.setReadTimeout(PATIENCE_MILLIS);
      status = connection.getResponseCode();
    } catch (IOException away) {
      throw new StartFault("Nothing answers at " + asked + ": is the service running?");
    }
    if (status != HttpURLConnection.HTTP_OK) {
      throw new StartFault("Not ready: " + asked + " answered " + status + ".");
    }
  }

  /** An address that means all of them is none to ask at. */
  private static String reachable(String host) {
    try {
      InetAddress address = InetAddress.getByName(host);
      String at = address.isAnyLocalAddress() ? "127.0.0.1" : address.getHostAddress();
      return at.contains(":") ? "[" + at + "]" : at;
    } catch (UnknownHostException unknown) {
      throw new StartFault("management.host is " + host + ", which has no address.");
    }
  }
}
