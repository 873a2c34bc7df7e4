package dev.rolewise.local;

import dev.rolewise.local.backup.BackupHeader;

/** What a backup carries, in words. */
final class SuiteContents {

  private SuiteContents() {}

  static String of(BackupHeader header) {
    return count(header.rows("assessment", "team"), "team")
        + " with "
        + count(header.rows("assessment", "round"), "round");
  }

  private static String count(long number, String what) {
    return number + " " + what + (number == 1 ? "" : "s");
  }
}
