// SPDX-License-Identifier: Apache-2.0
package io.companyaccounts.companydata;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonFactoryBuilder;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadFeature;
import io.companyaccounts.platform.RequestText;
import java.io.Closeable;
import java.io.IOException;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.temporal.ChronoUnit;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Walks over JSON item by item, so that a large file needs no tree in memory, and goes on after a
 * wrong item, so that all errors are found. What is wrong is read as null.
 */
final class ItemParser implements Closeable {

  private static final JsonFactory JSON =
      new JsonFactoryBuilder().enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION).build();
  private static final Instant LATEST = Instant.parse("9999-12-31T23:59:59Z");

  /** Paths get into logs: what a file calls its fields does not get there unseen. */
  private static final Pattern PLAIN = Pattern.compile("[A-Za-z0-9_.-]{1,64}");

  static final String INVALID = "invalid_value";

  private final JsonParser parser;
  private final ItemErrors errors;

  ItemParser(byte[] json, ItemErrors errors) throws IOException {
    this.parser = JSON.createParser(json);
    this.errors = errors;
  }

  /** Reads one field. */
  interface FieldReader {
    /**
     * @return false if there is no field of that name; then nothing was read
     */
    boolean read(String name, String path) throws IOException;
  }

  /** Reads one element of a list. */
  interface ElementReader {
    void read(int index, String path) throws IOException;
  }

  /** False if there is nothing at all. */
  boolean start() throws IOException {
    return parser.nextToken() != null;
  }

  /** Whether nothing follows. */
  boolean isAtEnd() throws IOException {
    return parser.nextToken() == null;
  }

  boolean isNull() {
    return parser.currentToken() == JsonToken.VALUE_NULL;
  }

  /** False if it is no object at all. */
  boolean object(String path, FieldReader fields) throws IOException {
    if (parser.currentToken() != JsonToken.START_OBJECT) {
      wrong(path, "must be an object");
      return false;
    }
    while (parser.nextToken() != JsonToken.END_OBJECT) {
      String name = parser.currentName();
      String shown = PLAIN.matcher(name).matches() ? name : "(field)";
      String at = path.isEmpty() ? shown : path + "." + shown;
      parser.nextToken();
      if (!fields.read(name, at)) {
        errors.add(at, "unknown_field", "There is no such field.");
        parser.skipChildren();
      }
    }
    return true;
  }

  /** Null is an empty list. */
  void list(String path, ElementReader elements) throws IOException {
    if (isNull()) {
      return;
    }
    if (parser.currentToken() != JsonToken.START_ARRAY) {
      wrong(path, "must be a list");
      return;
    }
    for (int index = 0; parser.nextToken() != JsonToken.END_ARRAY; index++) {
      elements.read(index, path + "[" + index + "]");
    }
  }

  /** A text that is not blank. */
  @Nullable String name(String path) throws IOException {
    String text = text(path, 255);
    if (text != null && text.isBlank()) {
      wrong(path, "must not be empty");
      return null;
    }
    return text == null ? null : text.strip();
  }

  @Nullable String text(String path, int most) throws IOException {
    if (isNull()) {
      return null;
    }
    if (parser.currentToken() != JsonToken.VALUE_STRING) {
      wrong(path, "must be a text");
      return null;
    }
    String text = parser.getText();
    if (text.length() > most) {
      wrong(path, "must not be longer than " + most + " characters");
      return null;
    }
    if (!RequestText.isStorable(text)) {
      wrong(path, "holds characters that cannot be stored");
      return null;
    }
    return text;
  }

  @Nullable Integer wholeNumber(String path) throws IOException {
    if (isNull()) {
      return null;
    }
    if (parser.currentToken() == JsonToken.VALUE_NUMBER_INT
        && parser.getNumberType() == JsonParser.NumberType.INT) {
      return parser.getIntValue();
    }
    wrong(path, "must be a whole number");
    return null;
  }

  /** A whole number from 0. */
  @Nullable Long amount(String path, long most) throws IOException {
    if (isNull()) {
      return null;
    }
    if (parser.currentToken() == JsonToken.VALUE_NUMBER_INT
        && parser.getNumberType() != JsonParser.NumberType.BIG_INTEGER
        && parser.getLongValue() >= 0
        && parser.getLongValue() <= most) {
      return parser.getLongValue();
    }
    wrong(path, "must be a whole number from 0 to " + most);
    return null;
  }

  @Nullable Boolean flag(String path) throws IOException {
    if (isNull()) {
      return null;
    }
    if (parser.currentToken().isBoolean()) {
      return parser.getBooleanValue();
    }
    wrong(path, "must be true or false");
    return null;
  }

  /** Cut to milliseconds, as times are stored. */
  @Nullable Instant time(String path) throws IOException {
    String text = text(path, 64);
    if (text == null) {
      return null;
    }
    try {
      Instant time = OffsetDateTime.parse(text).toInstant().truncatedTo(ChronoUnit.MILLIS);
      if (!time.isBefore(Instant.EPOCH) && !time.isAfter(LATEST)) {
        return time;
      }
    } catch (DateTimeException e) {
      // the same error as for a time out of range
    }
    wrong(path, "must be a time from 1970 to 9999 with offset, such as 2026-01-31T00:00:00Z");
    return null;
  }

  void wrong(String path, String what) throws IOException {
    errors.add(path, INVALID, "The value " + what + ".");
    parser.skipChildren();
  }

  @Override
  public void close() throws IOException {
    parser.close();
  }
}
