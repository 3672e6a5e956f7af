// SPDX-License-Identifier: Apache-2.0
package io.companyaccounts.invitation.rest;

import java.util.ArrayList;
import java.util.List;

/**
 * Reads a table as RFC 4180 describes it, with commas or semicolons: fields in quotes may hold
 * separators, line ends and doubled quotes.
 */
final class Csv {

  /**
   * One line of the table, which may go over several lines of the file.
   *
   * @param line where it begins in the file, from 1
   */
  record Row(int line, List<String> fields) {
    Row {
      fields = List.copyOf(fields);
    }

    boolean isEmpty() {
      return fields.stream().allMatch(String::isBlank);
    }
  }

  /** The text is no table. */
  static final class MalformedException extends Exception {
    private static final long serialVersionUID = 1L;

    private final int line;

    MalformedException(int line, String message) {
      super(message);
      this.line = line;
    }

    int line() {
      return line;
    }
  }

  private static final char BYTE_ORDER_MARK = '\uFEFF';

  private final String text;
  private final char separator;
  private final List<Row> rows = new ArrayList<>();
  private List<String> fields = new ArrayList<>();
  private int at;
  private int line = 1;
  private int rowLine = 1;

  private Csv(String text) {
    this.text = text;
    this.separator = separator(text);
  }

  /** All rows that are not empty, the header first. */
  static List<Row> read(String text) throws MalformedException {
    boolean marked = !text.isEmpty() && text.charAt(0) == BYTE_ORDER_MARK;
    Csv csv = new Csv(marked ? text.substring(1) : text);
    while (csv.at < csv.text.length()) {
      csv.readField();
    }
    csv.endRow();
    return csv.rows;
  }

  /** Whichever comes first in the first line with text, outside of quotes. */
  private static char separator(String text) {
    boolean quoted = false;
    boolean begun = false;
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c == '"') {
        quoted = !quoted;
      } else if (!quoted && (c == ',' || c == ';')) {
        return c;
      } else if (!quoted && isLineEnd(c) && begun) {
        break;
      }
      begun |= !isLineEnd(c);
    }
    return ',';
  }

  /** Reads a field and what ends it. */
  private void readField() throws MalformedException {
    String field = text.charAt(at) == '"' ? quoted() : plain();
    fields.add(field);
    if (at == text.length()) {
      return;
    }
    char end = text.charAt(at);
    at++;
    if (end == separator) {
      if (at == text.length()) {
        fields.add("");
      }
    } else {
      if (end == '\r' && at < text.length() && text.charAt(at) == '\n') {
        at++;
      }
      line++;
      endRow();
    }
  }

  private String plain() throws MalformedException {
    int from = at;
    while (at < text.length() && !endsField(text.charAt(at))) {
      if (text.charAt(at) == '"') {
        throw new MalformedException(
            line, "A field with quotes must be in quotes, and its quotes doubled.");
      }
      at++;
    }
    return text.substring(from, at);
  }

  private String quoted() throws MalformedException {
    StringBuilder field = new StringBuilder();
    int opened = line;
    at++;
    while (at < text.length()) {
      char c = text.charAt(at);
      at++;
      if (c != '"') {
        field.append(c);
        boolean halfOfLineEnd = c == '\r' && at < text.length() && text.charAt(at) == '\n';
        line += isLineEnd(c) && !halfOfLineEnd ? 1 : 0;
      } else if (at < text.length() && text.charAt(at) == '"') {
        field.append('"');
        at++;
      } else if (at == text.length() || endsField(text.charAt(at))) {
        return field.toString();
      } else {
        throw new MalformedException(line, "After a closing quote the field must end.");
      }
    }
    throw new MalformedException(opened, "The quote that opens here is not closed.");
  }

  private void endRow() {
    Row row = new Row(rowLine, fields);
    if (!row.isEmpty()) {
      rows.add(row);
    }
    fields = new ArrayList<>();
    rowLine = line;
  }

  private boolean endsField(char c) {
    return c == separator || isLineEnd(c);
  }

  private static boolean isLineEnd(char c) {
    return c == '\r' || c == '\n';
  }
}
