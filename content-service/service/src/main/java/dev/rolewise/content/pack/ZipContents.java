package dev.rolewise.content.pack;

import java.io.IOException;
import java.nio.BufferUnderflowException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/**
 * The table of contents of a zip file (APPNOTE 6.3, section 4.3.12): the only place that tells
 * links from files, and what other programs show of it.
 */
final class ZipContents {
  private static final int END = 0x06054b50;
  private static final int END_BYTES = 22;
  private static final int LONGEST_COMMENT = 0xFFFF;
  private static final int ENTRY = 0x02014b50;
  private static final int ENCRYPTED = 1;
  private static final int UNIX_TYPE = 0xF000;
  private static final int UNIX_LINK = 0xA000;

  private ZipContents() {}

  /**
   * One line of the table.
   *
   * @param path as it is written there
   * @param link whether it only points to another file
   */
  record Entry(String path, boolean link) {}

  static List<Entry> read(byte[] archive, int most) throws IOException {
    ByteBuffer zip = ByteBuffer.wrap(archive).order(ByteOrder.LITTLE_ENDIAN);
    try {
      int end = end(zip);
      int entries = Short.toUnsignedInt(zip.getShort(end + 10));
      if (entries > most) {
        throw new IOException("it has more than " + most + " files");
      }
      zip.position(zip.getInt(end + 16));
      List<Entry> found = new ArrayList<>();
      for (int i = 0; i < entries; i++) {
        found.add(entry(zip));
      }
      return found;
    } catch (BufferUnderflowException | IllegalArgumentException | IndexOutOfBoundsException cut) {
      throw new IOException("its table of contents is damaged", cut);
    }
  }

  private static int end(ByteBuffer zip) throws IOException {
    int first = Math.max(0, zip.limit() - END_BYTES - LONGEST_COMMENT);
    for (int at = zip.limit() - END_BYTES; at >= first; at--) {
      if (zip.getInt(at) == END
          && at + END_BYTES + Short.toUnsignedInt(zip.getShort(at + 20)) == zip.limit()) {
        return at;
      }
    }
    throw new IOException("it has no table of contents");
  }

  private static Entry entry(ByteBuffer zip) throws IOException {
    int start = zip.position();
    if (zip.getInt(start) != ENTRY) {
      throw new IOException("its table of contents is damaged");
    }
    if ((zip.getShort(start + 8) & ENCRYPTED) != 0) {
      throw new IOException("it needs a password");
    }
    byte[] name = new byte[Short.toUnsignedInt(zip.getShort(start + 28))];
    int rest =
        Short.toUnsignedInt(zip.getShort(start + 30))
            + Short.toUnsignedInt(zip.getShort(start + 32));
    int mode = zip.getInt(start + 38) >>> 16;
    zip.position(start + 46);
    zip.get(name);
    zip.position(zip.position() + rest);
    return new Entry(new String(name, StandardCharsets.UTF_8), (mode & UNIX_TYPE) == UNIX_LINK);
  }
}
