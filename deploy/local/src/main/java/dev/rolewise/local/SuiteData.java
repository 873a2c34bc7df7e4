package dev.rolewise.local;

import dev.rolewise.local.backup.KeptSchema;
import java.util.List;
import java.util.Optional;

/** What the suite keeps in its database. */
final class SuiteData {

  static final String DATABASE = "rolewise";

  static final List<KeptSchema> SCHEMAS =
      List.of(
          new KeptSchema("content", "db/content"), new KeptSchema("assessment", "db/assessment"));

  private SuiteData() {}

  /** The version of this program, as its jar says it. */
  static String product() {
    return Optional.ofNullable(SuiteData.class.getPackage().getImplementationVersion())
        .orElse("unpackaged");
  }
}
