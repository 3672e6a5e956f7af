// SPDX-License-Identifier: Apache-2.0
package io.companyaccounts.support.mail;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One mail as one person received it.
 *
 * @param id unique in its {@link Mailbox}
 * @param receiver the address it was delivered to, in lower case
 * @param text the plain text part, null without one
 * @param html the HTML part, null without one
 */
public record Mail(
    String id,
    Instant receivedAt,
    String receiver,
    String from,
    List<String> to,
    String subject,
    @Nullable String messageId,
    @Nullable String text,
    @Nullable String html) {

  /** The plain text part. */
  public String requireText() {
    if (text == null) {
      throw new AssertionError("No text part: " + subject);
    }
    return text;
  }

  /** The HTML part. */
  public String requireHtml() {
    if (html == null) {
      throw new AssertionError("No HTML part: " + subject);
    }
    return html;
  }

  /** A mailbox that was away counts its messages from the start again: keeps ids unique. */
  Mail inRun(int run) {
    return new Mail(run + "-" + id, receivedAt, receiver, from, to, subject, messageId, text, html);
  }
}
