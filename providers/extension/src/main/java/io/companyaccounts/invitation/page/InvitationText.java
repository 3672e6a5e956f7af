// SPDX-License-Identifier: Apache-2.0
package io.companyaccounts.invitation.page;

import io.companyaccounts.invitation.OpenedInvitation;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** What an invitation says, for templates. */
public final class InvitationText {

  private final OpenedInvitation opened;
  private final Locale locale;

  InvitationText(OpenedInvitation opened, Locale locale) {
    this.opened = opened;
    this.locale = locale;
  }

  public String getCompany() {
    return opened.organization().getName();
  }

  /** Empty when the account of the inviter is gone. */
  public String getInviter() {
    return orEmpty(opened.invitation().inviter().name());
  }

  public String getEmail() {
    return opened.invitation().person().email();
  }

  /** What the person will be, in the language of the page. */
  public List<String> getRoles() {
    return opened.roles().stream().map(role -> role.displayName(locale.toLanguageTag())).toList();
  }

  /** The lines of the personal message; none if there is no message. */
  public List<String> getMessage() {
    return orEmpty(opened.invitation().message()).lines().toList();
  }

  private static String orEmpty(@Nullable String text) {
    return text == null ? "" : text;
  }
}
