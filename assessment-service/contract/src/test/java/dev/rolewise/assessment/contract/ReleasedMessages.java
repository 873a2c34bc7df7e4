package dev.rolewise.assessment.contract;

import java.io.IOException;
import java.io.InputStream;
import java.util.List;

/**
 * The recorded exchanges of the previous release, which runs beside this one during an upgrade. At
 * a release the golden messages are copied over them; in between nobody touches them.
 */
public final class ReleasedMessages {

  private ReleasedMessages() {}

  /** All of them, in the order of the file. */
  public static List<GoldenMessage> all() {
    try (InputStream in = ReleasedMessages.class.getResourceAsStream("/released/messages.json")) {
      return GoldenMessage.read(in);
    } catch (IOException unreadable) {
      throw new IllegalStateException("released/messages.json", unreadable);
    }
  }
}
