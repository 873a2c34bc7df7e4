package dev.rolewise.local.command;

import dev.rolewise.assessment.bundle.BundleFault;
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
import java.util.function.Supplier;
import java.util.regex.Pattern;

/** A file with a report bundle in it, read once; says where in the text things are. */
final class BundleFile {

  /** Fifty times what a bundle of our own instrument takes. */
  private static final int MOST_BYTES = 1024 * 1024;

  // a double may take 25 characters
  private static final JsonLimits LIMITS = new JsonLimits(16, 32, 4 * 1024);

  // a pointer quotes the text's own keys
  private static final Pattern PLAIN = Pattern.compile("[A-Za-z0-9/._-]{1,200}");

  private final Path file;
  private final byte[] bytes;
  private final JsonObject document;

  private BundleFile(Path file, byte[] bytes, JsonObject document) {
    this.file = file;
    this.bytes = bytes;
    this.document = document;
  }

  /**
   * Reads a file.
   *
   * @throws InputFault when it cannot be read or holds no JSON object
   */
  static BundleFile read(Path file) {
    byte[] bytes = bytes(file);
    if (bytes.length > MOST_BYTES) {
      throw InputFault.in(file, "is larger than 1 MiB, which no report bundle is");
    }
    try {
      return new BundleFile(file, bytes, StrictJson.object(bytes, LIMITS));
    } catch (MalformedJson malformed) {
      throw InputFault.at(file, malformed.line(), malformed.column(), words(malformed));
    }
  }

  private static byte[] bytes(Path file) {
    if (Files.isDirectory(file)) {
      throw InputFault.in(file, "is a folder, not a file");
    }
    try (InputStream in = Files.newInputStream(file)) {
      return in.readNBytes(MOST_BYTES + 1);
    } catch (NoSuchFileException missing) {
      throw InputFault.in(file, "there is no such file");
    } catch (AccessDeniedException refused) {
      throw InputFault.in(file, "may not be read");
    } catch (IOException unreadable) {
      throw InputFault.in(file, "cannot be read");
    }
  }

  private static String words(MalformedJson malformed) {
    String what =
        switch (malformed.reason()) {
          case EMPTY -> "the file is empty";
          case SYNTAX -> "not JSON";
          case ENCODING -> "not UTF-8 without a byte order mark";
          case DUPLICATE_KEY -> "the same field twice";
          case TOO_DEEP -> "nested more than " + LIMITS.depth() + " deep";
          case NUMBER_TOO_LONG -> "a number that is too long or too large";
          case STRING_TOO_LONG -> "a text of more than 4 KiB";
          case LONE_SURROGATE -> "half of a surrogate pair";
          case TRAILING_BYTES -> "something follows the bundle";
          case NOT_AN_OBJECT -> "not a JSON object, so not a report bundle";
        };
    return PLAIN.matcher(malformed.pointer()).matches()
        ? what + " at " + malformed.pointer()
        : what;
  }

  JsonObject document() {
    return document;
  }

  /** What the reader makes of the document; its faults become this file's. */
  <T> T checked(Supplier<T> reader) {
    try {
      return reader.get();
    } catch (BundleFault fault) {
      throw fault(fault.pointer(), "", fault.getMessage());
    }
  }

  /**
   * A fault at a value of the document.
   *
   * @param opening what kind of fault it is, or nothing
   */
  InputFault fault(String pointer, String opening, String what) {
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
