package dev.rolewise.runtime.config;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SettingsReaderTest {

  private enum Colour {
    DARK_BLUE,
    RED
  }

  @Test
  void everyFaultIsListedAtOnce() {
    SettingsReader reader =
        reader(
            Map.of(
                "http.port", "eighty",
                "http.limit", 70_000,
                "http.wait", "soon",
                "http.live", "yes",
                "http.colour", "green",
                "http.prot", 8080));
    reader.whole("http.port", 8080, 1, 65_535);
    reader.whole("http.limit", 1, 1, 65_535);
    reader.duration("http.wait", Duration.ofSeconds(1), Duration.ZERO, Duration.ofMinutes(1));
    reader.flag("http.live", true);
    reader.choice("http.colour", Colour.RED, Colour.class);
    reader.secret("database.password");

    ConfigurationFaults faults =
        assertThrows(ConfigurationFaults.class, () -> reader.finish(() -> "never"));

    assertEquals(
        List.of(
            "http.port (given settings) must be a whole number.",
            "http.limit (given settings) must be between 1 and 65535, but is 70000.",
            "http.wait (given settings) must be a duration such as 500ms, 5s, 2m, 1h or 7d.",
            "http.live (given settings) must be true or false.",
            "http.colour (given settings) must be one of dark-blue, red.",
            "database.password is missing: set it in the configuration file, in the directory of"
                + " secrets or as ROLEWISE_DATABASE_PASSWORD.",
            "http.prot (given settings) is not a setting of this program; did you mean http.port?"),
        faults.faults());
  }

  @Test
  void aFaultNeverRepeatsTheValue() {
    SettingsReader reader = reader(Map.of("http.port", "hunter2", "passwrod", "hunter2"));
    reader.whole("http.port", 8080, 1, 65_535);
    ConfigurationFaults faults =
        assertThrows(ConfigurationFaults.class, () -> reader.finish(() -> "never"));
    assertEquals(2, faults.faults().size());
    assertFalse(faults.getMessage().contains("hunter2"));
  }

  @Test
  void settingsOfTheRightTypeAreRead() {
    SettingsReader reader =
        reader(
            Map.of(
                "a", 5,
                "b", "250ms",
                "c", true,
                "d", "dark-blue",
                "e", List.of("x", "y"),
                "f", "x, y",
                "g", "https://rolewise.example/"));
    assertEquals(5, reader.whole("a", 0, 0, 9));
    assertEquals(
        Duration.ofMillis(250),
        reader.duration("b", Duration.ZERO, Duration.ZERO, Duration.ofSeconds(1)));
    assertTrue(reader.flag("c", false));
    assertEquals(Colour.DARK_BLUE, reader.choice("d", Colour.RED, Colour.class));
    assertEquals(List.of("x", "y"), reader.list("e", List.of()));
    assertEquals(List.of("x", "y"), reader.list("f", List.of()));
    assertEquals("https://rolewise.example", reader.webAddress("g").orElseThrow().toString());
    assertEquals("done", reader.finish(() -> "done"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"rolewise.example", "ftp://x", "http://x/?a=b", "http://x/#y", "http:///"})
  void whatIsNoWebAddressIsAFault(String value) {
    SettingsReader reader = reader(Map.of("url", value));
    reader.webAddress("url");
    assertThrows(ConfigurationFaults.class, () -> reader.finish(() -> "never"));
  }

  @ParameterizedTest
  @CsvSource({"500ms,500", "5s,5000", "2m,120000", "1h,3600000", "7d,604800000", "1500 ms,1500"})
  void durationsReadAsWritten(String text, long millis) {
    assertEquals(Duration.ofMillis(millis), Durations.parse(text));
    assertEquals(
        Duration.ofMillis(millis), Durations.parse(Durations.print(Duration.ofMillis(millis))));
  }

  @Test
  void aSecretIsNeverPrinted() {
    record Database(String user, Secret password) {}
    String printed = new Database("content", Secret.of("hunter2")).toString();
    assertEquals("Database[user=content, password=*****]", printed);
  }

  private static SettingsReader reader(Map<String, ?> values) {
    return new SettingsReader(Settings.of(values));
  }
}
