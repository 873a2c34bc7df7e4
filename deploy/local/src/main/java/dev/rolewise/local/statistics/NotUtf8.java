package dev.rolewise.local.statistics;

import dev.rolewise.local.input.InputFault;
import java.io.IOException;
import java.io.InputStream;
import java.io.Reader;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CoderResult;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

/** Finds the place where a file stops being UTF-8; readers only say that it does. */
final class NotUtf8 {

  private static final int BLOCK = 1 << 16;

  private final CsvPlaces places = new CsvPlaces(Reader.nullReader());
  private final CharsetDecoder decoder = StandardCharsets.UTF_8.newDecoder();
  private final CharBuffer characters = CharBuffer.allocate(BLOCK);

  private NotUtf8() {}

  /** The fault, at the first character that cannot be decoded. */
  static InputFault fault(Path path) {
    NotUtf8 search = new NotUtf8();
    try (InputStream bytes = Files.newInputStream(path)) {
      search.follow(bytes);
    } catch (IOException unreadable) {
      return InputFault.in(path, "the file cannot be read.");
    }
    return InputFault.at(path, search.places.line(), search.places.column(), "this is not UTF-8.");
  }

  private void follow(InputStream file) throws IOException {
    ByteBuffer bytes = ByteBuffer.allocate(BLOCK);
    boolean end = false;
    CoderResult result = CoderResult.UNDERFLOW;
    while (!result.isError() && !(end && result.isUnderflow())) {
      if (result.isUnderflow()) {
        int read = file.read(bytes.array(), bytes.position(), bytes.remaining());
        end = read < 0;
        bytes.position(bytes.position() + Math.max(0, read)).flip();
      }
      result = decoder.decode(bytes, characters, end);
      if (result.isUnderflow()) {
        bytes.compact();
      }
      characters.flip();
      while (characters.hasRemaining()) {
        places.follow(characters.get());
      }
      characters.clear();
    }
  }
}
