// SPDX-License-Identifier: Apache-2.0
package io.companyaccounts.emaildomain;

import io.companyaccounts.membership.Reason;

/** Why an address is not accepted: a closed list, each with a text in every language. */
public enum EmailRefusal implements Reason {
  /** There is none. */
  MISSING("email_required", Kind.INVALID),
  UNREADABLE("email_unreadable", Kind.INVALID),
  LOOKALIKE("email_lookalike", Kind.INVALID),
  /** Not one of the domains that the company accepts. */
  OTHER_DOMAIN("email_domain_not_accepted", Kind.INVALID),
  /** The domain is on a list of refused ones. */
  REFUSED_DOMAIN("email_domain_refused", Kind.INVALID),
  FREE_MAIL("email_free_mail", Kind.INVALID),
  THROW_AWAY("email_throw_away", Kind.INVALID),
  ROLE_ADDRESS("email_role_address", Kind.INVALID),
  /** With this address, or that of the member there is, a company has one member only. */
  SINGLE_SEAT("email_single_seat", Kind.CONFLICT),
  /** First and last name are needed. */
  NAMES_MISSING("person_name_required", Kind.INVALID),
  /** The names are the mailbox, the company or a department. */
  NAMES_NOT_A_PERSON("person_name_not_real", Kind.INVALID),
  /** The address is welcome with roles for externals only. */
  EXTERNAL_ROLE_NEEDED("external_role_required", Kind.INVALID),
  /** A company's own rule asks for less than the vendor's. */
  WEAKER_THAN_VENDOR("weaker_than_vendor", Kind.INVALID),
  TOO_MANY_DOMAINS("too_many_domains", Kind.INVALID),
  /** Members there are would not fit; somebody has to say what happens to them. */
  MEMBERS_WOULD_NOT_FIT("members_would_not_fit", Kind.CONFLICT),
  TOO_MANY_MISFITS("too_many_misfits", Kind.CONFLICT),
  EXTERNALS_NOT_ALLOWED("externals_not_allowed", Kind.CONFLICT),
  DAYS_INVALID("invalid_days", Kind.INVALID),
  VERSION_CONFLICT("version_conflict", Kind.STALE);

  private final String code;
  private final Kind kind;

  EmailRefusal(String code, Kind kind) {
    this.code = code;
    this.kind = kind;
  }

  /**
   * Key of the text that tells a person; it fills in the field, the company and the accepted
   * domains.
   *
   * @param domains the accepted domains as they will be filled in: a company may demand its own and
   *     have none yet
   */
  public String messageKey(String domains) {
    boolean aboutDomains = this == OTHER_DOMAIN || this == EXTERNAL_ROLE_NEEDED;
    return aboutDomains && domains.isEmpty() ? "companyEmailNoDomains" : messageKey();
  }

  private String messageKey() {
    return switch (this) {
      case MISSING -> "companyEmailMissing";
      case LOOKALIKE -> "companyEmailLookalike";
      case OTHER_DOMAIN -> "companyEmailOtherDomain";
      case REFUSED_DOMAIN -> "companyEmailRefusedDomain";
      case FREE_MAIL -> "companyEmailFreeMail";
      case THROW_AWAY -> "companyEmailThrowAway";
      case ROLE_ADDRESS -> "companyEmailRoleAddress";
      case SINGLE_SEAT -> "companyEmailSingleSeat";
      case NAMES_MISSING -> "companyEmailNamesMissing";
      case NAMES_NOT_A_PERSON -> "companyEmailNamesNotReal";
      case EXTERNAL_ROLE_NEEDED -> "companyEmailInvitedOnly";
      default -> "companyEmailUnreadable";
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
