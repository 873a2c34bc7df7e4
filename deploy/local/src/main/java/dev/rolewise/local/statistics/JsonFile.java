package dev.rolewise.local.statistics;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import dev.rolewise.local.command.InputFault;
import dev.rolewise.runtime.json.JsonLimits;
import dev.rolewise.runtime.json.MalformedJson;
import dev.rolewise.runtime.json.StrictJson;
import io.vertx.core.json.JsonObject;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;

/** A JSON file on the command line, read strictly; knows the place of every value in it. */
public final class JsonFile {

  private static final long LARGEST = 16L << 20;

  private final Path path;
  private final byte[] utf8;
  private final JsonObject object;

  private JsonFile(Path path, byte[] utf8, JsonObject object) {
    this.path = path;
    this.utf8 = utf8;
    this.object = object;
  }

  /**
   * Reads an object.
   *
   * @throws InputFault when there is none, with the place
   */
  public static JsonFile read(Path path) {
    byte[] utf8;
    try {
      if (Files.size(path) > LARGEST) {
        throw InputFault.in(path, "the file is larger than 16 MiB.");
      }
      utf8 = Files.readAllBytes(path);
    } catch (NoSuchFileException missing) {
      throw InputFault.in(path, "there is no such file.");
    } catch (IOException unreadable) {
      throw InputFault.in(path, "the file cannot be read.");
    }
    try {
      return new JsonFile(path, utf8, StrictJson.object(utf8, JsonLimits.FILE));
    } catch (MalformedJson fault) {
      throw InputFault.at(path, fault.line(), fault.column(), words(fault));
    }
  }

  public JsonObject object() {
    return object;
  }

  /**
   * A fault of one value.
   *
   * @param pointer JSON pointer (RFC 6901) to it
   */
  public InputFault fault(String pointer, String what) {
    try (JsonParser parser =
        new JsonFactory().createParser(new String(utf8, StandardCharsets.UTF_8))) {
      for (JsonToken token = parser.nextToken(); token != null; token = parser.nextToken()) {
        boolean value = token != JsonToken.FIELD_NAME && !token.isStructEnd();
        // a struct's own pointer is that of the context around it
        var context =
            token.isStructStart()
                ? parser.getParsingContext().getParent()
                : parser.getParsingContext();
        if (value && context.pathAsPointer().toString().equals(pointer)) {
          JsonLocation place = parser.currentTokenLocation();
          return InputFault.at(path, place.getLineNr(), place.getColumnNr(), pointer + " " + what);
        }
      }
    } catch (IOException impossible) {
      throw new IllegalStateException("what was read before cannot be read again", impossible);
    }
    throw new IllegalArgumentException("there is no value at " + pointer);
  }

  private static String words(MalformedJson fault) {
    return switch (fault.reason()) {
      case EMPTY -> "the file is empty.";
      case SYNTAX -> "this is not JSON.";
      case ENCODING -> "this is not UTF-8 without a byte order mark.";
      case DUPLICATE_KEY -> "the same name stands twice in one object.";
      case TOO_DEEP -> "this is nested too deeply.";
      case NUMBER_TOO_LONG -> "this number is too long.";
      case STRING_TOO_LONG -> "this text is too long.";
      case LONE_SURROGATE -> "this text is not Unicode.";
      case TRAILING_BYTES -> "something follows the end of the JSON.";
      case NOT_AN_OBJECT -> "the file should hold a JSON object.";
    };
  }
}
