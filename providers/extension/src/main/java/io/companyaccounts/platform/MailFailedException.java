// SPDX-License-Identifier: Apache-2.0
package io.companyaccounts.platform;

import jakarta.mail.AuthenticationFailedException;
import jakarta.mail.MessagingException;
import jakarta.mail.SendFailedException;
import java.io.IOException;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** A mail that did not leave, with a category that may be stored and shown. */
final class MailFailedException extends Exception {

  /** Why a mail did not leave. */
  enum Failure {
    RECEIVER_GONE(true),
    ADDRESS_MISSING(true),
    ADDRESS_REFUSED(true),
    MAIL_SERVER_NOT_SET(false),
    MAIL_SERVER_AWAY(false),
    MAIL_SERVER_LOGIN(false),
    MAIL_SERVER_REFUSED(false),
    TEMPLATE_OR_SETTINGS(false);

    private final boolean forGood;

    Failure(boolean forGood) {
      this.forGood = forGood;
    }

    boolean isForGood() {
      return forGood;
    }

    String code() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  private final Failure failure;

  MailFailedException(Failure failure) {
    super(failure.code());
    this.failure = failure;
  }

  /** Finds the category in what a mail library or Keycloak's sender threw. */
  MailFailedException(Throwable cause) {
    super(categorize(cause).code(), cause);
    this.failure = categorize(cause);
  }

  Failure failure() {
    return failure;
  }

  private static Failure categorize(Throwable thrown) {
    Failure found = Failure.TEMPLATE_OR_SETTINGS;
    for (@Nullable Throwable t = thrown; t != null; t = t.getCause()) {
      if (t instanceof SendFailedException refused && refused.getInvalidAddresses() != null) {
        if (refused.getInvalidAddresses().length > 0) {
          return Failure.ADDRESS_REFUSED;
        }
      } else if (t instanceof AuthenticationFailedException) {
        return Failure.MAIL_SERVER_LOGIN;
      } else if (t instanceof IOException) {
        return Failure.MAIL_SERVER_AWAY;
      }
      if (t instanceof MessagingException) {
        found = Failure.MAIL_SERVER_REFUSED;
      }
    }
    return found;
  }
}
