// SPDX-License-Identifier: Apache-2.0
package io.companyaccounts.invitation.page;

import jakarta.ws.rs.core.Response.Status;
import java.net.URI;
import org.jspecify.annotations.Nullable;

/**
 * A page that says where the way ends and what the person can do next. Its texts are the messages
 * {@code <key>Title}, {@code <key>Text} and {@code <key>Next}; each fills in the same two values.
 */
public final class EndPage {

  private final Status status;
  private final String key;
  private final String first;
  private final String second;
  private final @Nullable String textKey;
  private final @Nullable Way send;
  private final @Nullable Way go;
  private final boolean switching;

  private record Way(String address, String labelKey) {}

  private EndPage(
      Status status,
      String key,
      String first,
      String second,
      @Nullable String textKey,
      @Nullable Way send,
      @Nullable Way go,
      boolean switching) {
    this.status = status;
    this.key = key;
    this.first = first;
    this.second = second;
    this.textKey = textKey;
    this.send = send;
    this.go = go;
    this.switching = switching;
  }

  static EndPage of(Status status, String key, String first) {
    return of(status, key, first, "");
  }

  static EndPage of(Status status, String key, String first, String second) {
    return new EndPage(status, key, first, second, null, null, null, false);
  }

  /** With the text of a refusal that fills in a field, then the same two values. */
  EndPage saying(String messageKey) {
    return new EndPage(status, key, first, second, messageKey, send, go, switching);
  }

  /** With a button that sends something. */
  EndPage sending(URI address, String labelKey) {
    Way way = new Way(address.toString(), labelKey);
    return new EndPage(status, key, first, second, textKey, way, go, switching);
  }

  /** With a button that leads somewhere. */
  EndPage leading(URI address, String labelKey) {
    Way way = new Way(address.toString(), labelKey);
    return new EndPage(status, key, first, second, textKey, send, way, switching);
  }

  /** With a button by which somebody who is signed in becomes somebody else. */
  EndPage switching() {
    return new EndPage(status, key, first, second, textKey, send, go, true);
  }

  Status status() {
    return status;
  }

  public String getKey() {
    return key;
  }

  public String getFirst() {
    return first;
  }

  public String getSecond() {
    return second;
  }

  /** Empty: the text that belongs to the page. */
  public String getTextKey() {
    return textKey == null ? "" : textKey;
  }

  public String getSendAddress() {
    return send == null ? "" : send.address();
  }

  public String getSendKey() {
    return send == null ? "" : send.labelKey();
  }

  public boolean isSwitching() {
    return switching;
  }

  public String getGoAddress() {
    return go == null ? "" : go.address();
  }

  public String getGoKey() {
    return go == null ? "" : go.labelKey();
  }
}
