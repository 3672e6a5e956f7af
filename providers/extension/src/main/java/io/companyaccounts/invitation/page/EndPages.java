// SPDX-License-Identifier: Apache-2.0
package io.companyaccounts.invitation.page;

import io.companyaccounts.emaildomain.EmailRefusal;
import io.companyaccounts.invitation.InvitationRefusal;
import io.companyaccounts.invitation.OpenedInvitation;
import io.companyaccounts.membership.Reason;
import io.companyaccounts.membership.Refusal;
import jakarta.ws.rs.core.Response.Status;

/** The one place that turns a refusal into a page, with what the person can do next. */
final class EndPages {

  private EndPages() {}

  /** Nothing is known of this code: mistyped, renewed or taken away. */
  static EndPage unknownInvitation() {
    return EndPage.of(Status.NOT_FOUND, "companyEndUnknown", "");
  }

  static EndPage unknownLink() {
    return EndPage.of(Status.NOT_FOUND, "companyEndLinkUnknown", "");
  }

  /** The realm lacks the application in whose name people join. */
  static EndPage notSetUp() {
    return EndPage.of(Status.SERVICE_UNAVAILABLE, "companyEndNotReady", "");
  }

  /** Why an invitation cannot be accepted, with the ways on that suit it. */
  static EndPage of(Reason reason, OpenedInvitation opened, String code, PageAddresses addresses) {
    String company = opened.organization().getName();
    if (reason instanceof EmailRefusal refusal) {
      String domains = addresses.acceptedDomains(opened);
      return EndPage.of(Status.FORBIDDEN, key(refusal), company, domains)
          .saying(refusal.messageKey(domains));
    }
    EndPage page = of(reason, company);
    if (reason == InvitationRefusal.EXPIRED) {
      return page.sending(addresses.askForNew(code), "companyEndExpiredAsk");
    }
    if (reason == InvitationRefusal.ACCEPTED) {
      return page.leading(addresses.joined(opened.organization().getId()), "companyEndGoOn");
    }
    return page;
  }

  /** Why something was refused. */
  static EndPage of(Reason reason, String company) {
    Status status =
        switch (reason.kind()) {
          case NOT_FOUND -> Status.NOT_FOUND;
          case TOO_MANY -> Status.TOO_MANY_REQUESTS;
          case UNAVAILABLE -> Status.SERVICE_UNAVAILABLE;
          case FORBIDDEN -> Status.FORBIDDEN;
          case INVALID -> Status.BAD_REQUEST;
          case CONFLICT, STALE -> Status.GONE;
        };
    return EndPage.of(status, key(reason), company);
  }

  /** Names can be mended, an address cannot. */
  private static String key(EmailRefusal reason) {
    return reason == EmailRefusal.NAMES_MISSING || reason == EmailRefusal.NAMES_NOT_A_PERSON
        ? "companyEndNames"
        : "companyEndAddress";
  }

  private static String key(Reason reason) {
    if (reason == Refusal.NO_SEATS) {
      return "companyEndNoSeat";
    }
    return reason instanceof InvitationRefusal refusal ? key(refusal) : "companyEndRefused";
  }

  private static String key(InvitationRefusal reason) {
    return switch (reason) {
      case EXPIRED -> "companyEndExpired";
      case WITHDRAWN -> "companyEndWithdrawn";
      case ACCEPTED -> "companyEndAccepted";
      case DECLINED -> "companyEndDeclined";
      case SUSPENDED -> "companyEndSuspended";
      case DOMAIN_NOT_ALLOWED -> "companyEndDomain";
      case INVITER_MAY_NOT -> "companyEndInviter";
      case BLOCKED -> "companyEndBlocked";
      case ASKED_ALREADY -> "companyEndAsked";
      case STILL_OPEN -> "companyEndOpen";
      case INVITATION_UNKNOWN -> "companyEndUnknown";
      case LINK_UNKNOWN -> "companyEndLinkUnknown";
      case LINK_OFF, LINK_EXPIRED, LINK_USED_UP -> "companyEndLinkOver";
      case TOO_MANY_INVITATIONS, TOO_MANY_RESENDS -> "companyEndTooMany";
      default -> "companyEndRefused";
    };
  }
}
