package dev.rolewise.runtime.json;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class JsonPlaceTest {

  private static final String TEXT =
      "{\"a\": 1,\n  \"b\": [true, {\"c/d\": null}],\n\"é\": {\"x\":\n\"y\"}, \"z\": []}";

  @ParameterizedTest
  @CsvSource({
    "'', 1, 1",
    "/a, 1, 7",
    "/b, 2, 8",
    "/b/0, 2, 9",
    "/b/1, 2, 15",
    "/b/1/c~1d, 2, 23",
    "/é, 3, 6",
    "/é/x, 4, 1",
    "/z, 4, 12"
  })
  void findsTheFirstCharacterOfAValue(String pointer, int line, int column) {
    assertEquals(Optional.of(new JsonPlace(line, column)), place(pointer));
  }

  @ParameterizedTest
  @CsvSource({"/c", "/b/2", "/a/0", "a"})
  void saysNothingAboutWhatIsNotThere(String pointer) {
    assertEquals(Optional.empty(), place(pointer));
  }

  private static Optional<JsonPlace> place(String pointer) {
    return JsonPlace.of(TEXT.getBytes(StandardCharsets.UTF_8), pointer);
  }
}
