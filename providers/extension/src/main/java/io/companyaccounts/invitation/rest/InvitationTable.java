// SPDX-License-Identifier: Apache-2.0
package io.companyaccounts.invitation.rest;

import io.companyaccounts.invitation.InvitationDraft;
import io.companyaccounts.membership.RoleAssignment;
import io.companyaccounts.membership.RoleCatalog;
import io.companyaccounts.platform.ApiException;
import io.companyaccounts.platform.RequestText;
import jakarta.ws.rs.core.Response;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Many invitations as a table, one row each, as spreadsheets save it. */
final class InvitationTable {

  static final String MEDIA_TYPE = "text/csv";

  /** What separates several roles in one field. */
  private static final String ROLE_SEPARATOR = "|";

  private static final int MOST_ROLE_NAME = 255;

  /** No number of days, so that the rule refuses the row. */
  private static final int NO_NUMBER = 0;

  private enum Column {
    EMAIL("email"),
    FIRST_NAME("firstName"),
    LAST_NAME("lastName"),
    PHONE("phone"),
    ROLES("roles"),
    MESSAGE("message"),
    LOCALE("locale"),
    VALIDITY_DAYS("validityDays");

    private final String title;

    Column(String title) {
      this.title = title;
    }
  }

  private static final String TITLES =
      Arrays.stream(Column.values()).map(column -> column.title).collect(Collectors.joining(","));

  /** Only the header; spreadsheets read the mark before it as: this is UTF-8. */
  static final String TEMPLATE = "\uFEFF" + TITLES + "\r\n";

  private final Map<Column, Integer> positions = new EnumMap<>(Column.class);
  private final RoleCatalog roles;

  private InvitationTable(Csv.Row header, RoleCatalog roles) {
    this.roles = roles;
    for (int i = 0; i < header.fields().size(); i++) {
      String title = header.fields().get(i).strip();
      if (!title.isEmpty()) {
        Column column = column(title);
        if (positions.put(column, i) != null) {
          throw malformed(header.line(), "The column " + column.title + " is there twice.");
        }
      }
    }
    if (!positions.containsKey(Column.EMAIL)) {
      throw malformed(header.line(), "The first line must name the columns, email among them.");
    }
  }

  /** Whether this content type announces a table. */
  static boolean isTable(@Nullable String contentType) {
    String type = Objects.requireNonNullElse(contentType, "").toLowerCase(Locale.ROOT);
    return type.split(";", -1)[0].strip().equals(MEDIA_TYPE);
  }

  /**
   * The rows below the header.
   *
   * @throws ApiException 400 {@code invalid_csv} with the line, {@code unknown_field} for a column
   *     that does not exist, {@code invalid_value} if there are too many rows, or none
   */
  static List<InvitationDraft> drafts(byte[] bytes, RoleCatalog roles) {
    List<Csv.Row> rows = rows(text(bytes));
    InvitationRequests.requireSize(rows.size() - 1);
    InvitationTable table = new InvitationTable(rows.get(0), roles);
    return rows.stream().skip(1).map(table::draft).toList();
  }

  private static String text(byte[] bytes) {
    try {
      String text = StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
      if (RequestText.isStorable(text)) {
        return text;
      }
    } catch (CharacterCodingException e) {
      // the same refusal as for characters that cannot be stored
    }
    throw malformed(1, "Save the table as UTF-8.");
  }

  private static List<Csv.Row> rows(String text) {
    try {
      return Csv.read(text);
    } catch (Csv.MalformedException e) {
      throw malformed(e.line(), String.valueOf(e.getMessage()));
    }
  }

  private static Column column(String title) {
    for (Column column : Column.values()) {
      if (column.title.equalsIgnoreCase(title)) {
        return column;
      }
    }
    throw ApiException.of(
        Response.Status.BAD_REQUEST,
        "unknown_field",
        "There is no column " + title + ". There are: " + TITLES.replace(",", ", ") + ".",
        Map.of("field", title));
  }

  private InvitationDraft draft(Csv.Row row) {
    requireTitles(row);
    return new InvitationDraft(
        field(row, Column.EMAIL),
        field(row, Column.FIRST_NAME),
        field(row, Column.LAST_NAME),
        field(row, Column.PHONE),
        assignments(row),
        field(row, Column.MESSAGE),
        field(row, Column.LOCALE),
        days(field(row, Column.VALIDITY_DAYS)));
  }

  /** Spreadsheets may save empty columns without a title. */
  private void requireTitles(Csv.Row row) {
    for (int i = 0; i < row.fields().size(); i++) {
      if (!positions.containsValue(i) && !row.fields().get(i).isBlank()) {
        throw malformed(row.line(), "There is a field in a column without a title.");
      }
    }
  }

  /** The field without spaces around it; null if it is empty or not there. */
  private @Nullable String field(Csv.Row row, Column column) {
    Integer position = positions.get(column);
    if (position == null || position >= row.fields().size()) {
      return null;
    }
    String field = row.fields().get(position).strip();
    return field.isEmpty() ? null : field;
  }

  private List<RoleAssignment> assignments(Csv.Row row) {
    String field = Objects.requireNonNullElse(field(row, Column.ROLES), "");
    List<RoleAssignment> assignments = new ArrayList<>();
    for (String each : field.split("\\" + ROLE_SEPARATOR, -1)) {
      String name = each.strip();
      if (name.length() > MOST_ROLE_NAME) {
        throw malformed(row.line(), "A role's name is too long.");
      }
      if (!name.isEmpty()) {
        assignments.add(
            RoleAssignment.lasting(roles.find(name).map(role -> role.id()).orElse(name)));
      }
    }
    return assignments;
  }

  private static @Nullable Integer days(@Nullable String field) {
    if (field == null) {
      return null;
    }
    try {
      return Integer.valueOf(field);
    } catch (NumberFormatException e) {
      return NO_NUMBER;
    }
  }

  private static ApiException malformed(int line, String message) {
    return ApiException.of(
        Response.Status.BAD_REQUEST,
        "invalid_csv",
        "Line " + line + ": " + message,
        Map.of("line", line));
  }
}
