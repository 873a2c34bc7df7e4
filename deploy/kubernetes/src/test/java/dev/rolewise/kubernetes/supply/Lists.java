package dev.rolewise.kubernetes.supply;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;

/** What deploy/security says is shipped. */
final class Lists {

  /** One of the licences that something offers has to be among these. */
  static final Set<String> FINE =
      Set.of(
          "Apache-2.0",
          "BSD-2-Clause",
          "BSD-3-Clause",
          "MIT",
          "ISC",
          "0BSD",
          "Zlib",
          "ICU",
          "PostgreSQL",
          "OpenSSL",
          "CC0-1.0",
          "Public-Domain",
          "EPL-1.0",
          "EPL-2.0");

  /** In the order in which we would rather take them. */
  private static final List<String> PREFERRED =
      List.of("Apache-2.0", "EPL-1.0", "CC0-1.0", "BSD-2-Clause", "MIT", "ISC");

  private static final Path FOLDER = Path.of("..", "security");

  private Lists() {}

  /** Every library, of Maven and of npm. */
  static List<NamedCsvRecord> libraries() throws IOException {
    return read("dependencies.csv");
  }

  static List<NamedCsvRecord> libraries(String registry) throws IOException {
    return libraries().stream().filter(row -> row.getField("registry").equals(registry)).toList();
  }

  /** What libraries of Maven carry within them. */
  static List<NamedCsvRecord> inside() throws IOException {
    return read("inside.csv");
  }

  static List<NamedCsvRecord> inside(String library) throws IOException {
    return inside().stream().filter(row -> row.getField("library").equals(library)).toList();
  }

  static List<String> offered(NamedCsvRecord row) {
    return List.of(row.getField("licence").split(" OR "));
  }

  /** The licence that we take it under. */
  static String taken(NamedCsvRecord row) {
    List<String> offered = offered(row);
    return PREFERRED.stream().filter(offered::contains).findFirst().orElse(offered.get(0));
  }

  private static List<NamedCsvRecord> read(String file) throws IOException {
    try (CsvReader<NamedCsvRecord> reader =
        CsvReader.builder().ofNamedCsvRecord(FOLDER.resolve(file))) {
      return reader.stream().toList();
    }
  }
}
