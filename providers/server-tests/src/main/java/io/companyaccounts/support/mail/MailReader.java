// SPDX-License-Identifier: Apache-2.0
package io.companyaccounts.support.mail;

import com.icegreen.greenmail.store.StoredMessage;
import jakarta.mail.Address;
import jakarta.mail.MessagingException;
import jakarta.mail.Multipart;
import jakarta.mail.Part;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeMessage;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Turns a received message into a {@link Mail}. */
final class MailReader {

  private MailReader() {}

  static Mail read(String receiver, StoredMessage stored) {
    MimeMessage message = stored.getMimeMessage();
    try {
      String subject = message.getSubject();
      List<String> from = addresses(message.getFrom());
      return new Mail(
          receiver + "-" + stored.getUid(),
          stored.getReceivedDate().toInstant(),
          receiver.toLowerCase(Locale.ROOT),
          from.isEmpty() ? "" : from.get(0),
          addresses(message.getAllRecipients()),
          subject == null ? "" : subject,
          message.getMessageID(),
          find(message, "text/plain"),
          find(message, "text/html"));
    } catch (MessagingException e) {
      throw new IllegalStateException("Unreadable mail to " + receiver, e);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static List<String> addresses(Address @Nullable [] addresses) {
    List<String> texts = new ArrayList<>();
    if (addresses != null) {
      for (Address address : addresses) {
        texts.add(
            address instanceof InternetAddress internet
                ? internet.toUnicodeString()
                : address.toString());
      }
    }
    return texts;
  }

  private static @Nullable String find(Part part, String type)
      throws MessagingException, IOException {
    Object content = part.getContent();
    if (part.isMimeType(type)) {
      return content.toString();
    }
    if (content instanceof Multipart parts) {
      for (int i = 0; i < parts.getCount(); i++) {
        String found = find(parts.getBodyPart(i), type);
        if (found != null) {
          return found;
        }
      }
    }
    return null;
  }
}
