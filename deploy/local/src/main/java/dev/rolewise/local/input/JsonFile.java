package dev.rolewise.local.input;

import dev.rolewise.runtime.json.JsonLimits;
import dev.rolewise.runtime.json.JsonPlace;
import dev.rolewise.runtime.json.MalformedJson;
import dev.rolewise.runtime.json.StrictJson;
import io.vertx.core.json.JsonObject;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.regex.Pattern;

/** A JSON file on the command line, read strictly and once; says where in the text things are. */
public final class JsonFile {

  // a pointer quotes the text's own keys
  private static final Pattern PLAIN = Pattern.compile("[A-Za-z0-9/._-]{1,200}");

  private final Path file;
  private final byte[] bytes;
  private final JsonObject document;

  private JsonFile(Path file, byte[] bytes, JsonObject document) {
    this.file = file;
    this.bytes = bytes;
    this.document = document;
  }

  /**
   * Reads an object.
   *
   * @param mostBytes how large the file may be
   * @throws InputFault when it cannot be read or holds no JSON object
   */
  public static JsonFile read(Path file, int mostBytes, JsonLimits limits) {
    byte[] bytes = bytes(file, mostBytes);
    if (bytes.length > mostBytes) {
      throw InputFault.in(file, "is larger than " + (mostBytes >> 20) + " MiB");
    }
    try {
      return new JsonFile(file, bytes, StrictJson.object(bytes, limits));
    } catch (MalformedJson malformed) {
      throw InputFault.at(file, malformed.line(), malformed.column(), words(malformed, limits));
    }
  }

  private static byte[] bytes(Path file, int mostBytes) {
    if (Files.isDirectory(file)) {
      throw InputFault.in(file, "is a folder, not a file");
    }
    try (InputStream in = Files.newInputStream(file)) {
      return in.readNBytes(mostBytes + 1);
    } catch (NoSuchFileException missing) {
      throw InputFault.in(file, "there is no such file");
    } catch (AccessDeniedException refused) {
      throw InputFault.in(file, "may not be read");
    } catch (IOException unreadable) {
      throw InputFault.in(file, "cannot be read");
    }
  }

  private static String words(MalformedJson malformed, JsonLimits limits) {
    String what =
        switch (malformed.reason()) {
          case EMPTY -> "the file is empty";
          case SYNTAX -> "not JSON";
          case ENCODING -> "not UTF-8 without a byte order mark";
          case DUPLICATE_KEY -> "the same field twice";
          case TOO_DEEP -> "nested more than " + limits.depth() + " deep";
          case NUMBER_TOO_LONG -> "a number that is too long or too large";
          case STRING_TOO_LONG -> "a text of more than " + (limits.stringBytes() >> 10) + " KiB";
          case LONE_SURROGATE -> "half of a surrogate pair";
          case TRAILING_BYTES -> "something follows the JSON object";
          case NOT_AN_OBJECT -> "not a JSON object";
        };
    return PLAIN.matcher(malformed.pointer()).matches()
        ? what + " at " + malformed.pointer()
        : what;
  }

  public JsonObject document() {
    return document;
  }

  /**
   * A fault at a value of the document.
   *
   * @param pointer JSON pointer (RFC 6901); empty for the whole
   * @param what begins in the middle of a sentence: the pointer is its subject
   */
  public InputFault fault(String pointer, String what) {
    return fault(pointer, "", what);
  }

  /**
   * As above, with words before the pointer.
   *
   * @param opening what kind of fault it is
   */
  public InputFault fault(String pointer, String opening, String what) {
    String named = opening + (pointer.isEmpty() ? what : pointer + " " + what);
    return JsonPlace.of(bytes, known(pointer))
        .map(place -> InputFault.at(file, place.line(), place.column(), named))
        .orElseGet(() -> InputFault.in(file, named));
  }

  /** The nearest value around a place that the text does not have. */
  private String known(String pointer) {
    String nearest = pointer;
    while (!nearest.isEmpty() && JsonPlace.of(bytes, nearest).isEmpty()) {
      nearest = nearest.substring(0, nearest.lastIndexOf('/'));
    }
    return nearest;
  }
}
