package dev.rolewise.local.backup;

import dev.rolewise.local.backup.BackupHeader.Contents;
import java.io.IOException;
import java.io.OutputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;

/** Counts and hashes the rows of a table on their way to somewhere. */
final class Tally extends OutputStream {

  private final OutputStream onward;
  private final MessageDigest digest;
  private long bytes;
  private long rows;

  Tally(OutputStream onward) {
    this.onward = onward;
    try {
      digest = MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException everyJavaHasIt) {
      throw new IllegalStateException(everyJavaHasIt);
    }
  }

  @Override
  public void write(int one) throws IOException {
    write(new byte[] {(byte) one}, 0, 1);
  }

  @Override
  public void write(byte[] buffer, int from, int length) throws IOException {
    onward.write(buffer, from, length);
    digest.update(buffer, from, length);
    bytes += length;
    for (int i = from; i < from + length; i++) {
      // a line break inside a value is written as \n, so each of these ends a row
      if (buffer[i] == '\n') {
        rows++;
      }
    }
  }

  @Override
  public void flush() throws IOException {
    onward.flush();
  }

  /** What passed through; ends the count. */
  Contents contents(String table, List<String> columns) {
    return new Contents(table, columns, rows, bytes, HexFormat.of().formatHex(digest.digest()));
  }
}
