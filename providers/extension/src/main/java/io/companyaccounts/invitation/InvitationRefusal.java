// SPDX-License-Identifier: Apache-2.0
package io.companyaccounts.invitation;

import io.companyaccounts.membership.Reason;
import java.util.Optional;

/** Why something about an invitation was refused. The code is stable and part of the interface. */
public enum InvitationRefusal implements Reason {
  EMAIL_INVALID("invalid_email", Kind.INVALID),
  NAME_INVALID("invalid_person_name", Kind.INVALID),
  PHONE_INVALID("invalid_phone", Kind.INVALID),
  MESSAGE_INVALID("invalid_message", Kind.INVALID),
  LOCALE_UNKNOWN("unknown_locale", Kind.INVALID),
  VALIDITY_INVALID("invalid_validity", Kind.INVALID),
  /** Told only to those who may see members. */
  ALREADY_MEMBER("already_member", Kind.CONFLICT),
  /** Told only to those who may see members. */
  ALREADY_INVITED("already_invited", Kind.CONFLICT),
  EMAIL_TWICE("email_twice", Kind.INVALID),
  TOO_MANY_INVITATIONS("too_many_invitations", Kind.TOO_MANY),
  TOO_MANY_RESENDS("too_many_resends", Kind.TOO_MANY),
  /** Somebody asked for a new invitation already. */
  ASKED_ALREADY("asked_already", Kind.TOO_MANY),
  INVITATION_UNKNOWN("invitation_not_found", Kind.NOT_FOUND),
  EXPIRED("invitation_expired", Kind.CONFLICT),
  WITHDRAWN("invitation_withdrawn", Kind.CONFLICT),
  ACCEPTED("invitation_accepted", Kind.CONFLICT),
  DECLINED("invitation_declined", Kind.CONFLICT),
  /** Not expired, so there is nothing to ask for. */
  STILL_OPEN("invitation_open", Kind.CONFLICT),
  SUSPENDED("organization_suspended", Kind.FORBIDDEN),
  /** The account has another address than the invitation. */
  OTHER_ADDRESS("other_address", Kind.FORBIDDEN),
  /** Who invited may no longer give what the invitation gives. */
  INVITER_MAY_NOT("inviter_may_not", Kind.CONFLICT),
  /** The account is blocked in this company. */
  BLOCKED("member_blocked", Kind.CONFLICT),
  DOMAIN_NOT_ALLOWED("domain_not_allowed", Kind.CONFLICT),
  LINK_UNKNOWN("invite_link_not_found", Kind.NOT_FOUND),
  LINK_OFF("invite_link_off", Kind.CONFLICT),
  LINK_EXPIRED("invite_link_expired", Kind.CONFLICT),
  LINK_USED_UP("invite_link_used_up", Kind.CONFLICT),
  LINK_INVALID("invalid_invite_link", Kind.INVALID),
  TOO_MANY_LINKS("too_many_invite_links", Kind.CONFLICT),
  VERSION_CONFLICT("version_conflict", Kind.STALE);

  private final String code;
  private final Kind kind;

  InvitationRefusal(String code, Kind kind) {
    this.code = code;
    this.kind = kind;
  }

  /** Why something that needs an open invitation is refused; empty if it is open. */
  static Optional<InvitationRefusal> of(InvitationState state) {
    return switch (state) {
      case OPEN -> Optional.empty();
      case ACCEPTED -> Optional.of(ACCEPTED);
      case DECLINED -> Optional.of(DECLINED);
      case EXPIRED -> Optional.of(EXPIRED);
      case WITHDRAWN -> Optional.of(WITHDRAWN);
    };
  }

  @Override
  public String code() {
    return code;
  }

  @Override
  public Kind kind() {
    return kind;
  }
}
