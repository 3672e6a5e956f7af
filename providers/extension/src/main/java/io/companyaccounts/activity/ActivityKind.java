// SPDX-License-Identifier: Apache-2.0
package io.companyaccounts.activity;

import org.keycloak.events.admin.OperationType;

/** What can happen. The names are stored and shown to programs: never rename one. */
public enum ActivityKind {
  ROLES_CHANGED(ActivityResource.COMPANY_MEMBER, OperationType.UPDATE),
  MEMBER_JOINED(ActivityResource.COMPANY_MEMBER, OperationType.CREATE),
  MEMBER_LEFT(ActivityResource.COMPANY_MEMBER, OperationType.DELETE),
  MEMBER_BLOCKED(ActivityResource.COMPANY_MEMBER, OperationType.ACTION),
  MEMBER_UNBLOCKED(ActivityResource.COMPANY_MEMBER, OperationType.ACTION),
  /** The member's address is not the company's; only roles for externals are left. */
  MEMBER_EXTERNAL(ActivityResource.COMPANY_MEMBER, OperationType.UPDATE),
  MEMBER_ORDINARY(ActivityResource.COMPANY_MEMBER, OperationType.UPDATE),
  /**
   * The member's address does not fit the company's rule; until when it is put up with is a detail.
   */
  ADDRESS_MISFIT(ActivityResource.COMPANY_MEMBER, OperationType.ACTION),
  ADDRESS_FITS(ActivityResource.COMPANY_MEMBER, OperationType.ACTION),
  OWNER_NAMED(ActivityResource.COMPANY_OWNER, OperationType.UPDATE),
  OWNER_CLEARED(ActivityResource.COMPANY_OWNER, OperationType.DELETE),
  ROLE_CREATED(ActivityResource.COMPANY_ROLE, OperationType.CREATE),
  ROLE_CHANGED(ActivityResource.COMPANY_ROLE, OperationType.UPDATE),
  ROLE_DELETED(ActivityResource.COMPANY_ROLE, OperationType.DELETE),
  /** A realm role, client role or client was removed in Keycloak and took assignments along. */
  ROLE_GONE(ActivityResource.COMPANY_ROLE, OperationType.DELETE),
  INVITATION_SENT(ActivityResource.COMPANY_INVITATION, OperationType.CREATE),
  INVITATION_RESENT(ActivityResource.COMPANY_INVITATION, OperationType.ACTION),
  INVITATION_WITHDRAWN(ActivityResource.COMPANY_INVITATION, OperationType.DELETE),
  INVITATION_CHANGED(ActivityResource.COMPANY_INVITATION, OperationType.UPDATE),
  INVITATION_ACCEPTED(ActivityResource.COMPANY_INVITATION, OperationType.ACTION),
  INVITATION_DECLINED(ActivityResource.COMPANY_INVITATION, OperationType.ACTION),
  /** Somebody whose invitation had expired asked for a new one. */
  INVITATION_ASKED(ActivityResource.COMPANY_INVITATION, OperationType.ACTION),
  INVITE_LINK_CREATED(ActivityResource.COMPANY_INVITE_LINK, OperationType.CREATE),
  INVITE_LINK_CHANGED(ActivityResource.COMPANY_INVITE_LINK, OperationType.UPDATE),
  INVITE_LINK_RENEWED(ActivityResource.COMPANY_INVITE_LINK, OperationType.ACTION),
  INVITE_LINK_DELETED(ActivityResource.COMPANY_INVITE_LINK, OperationType.DELETE),
  EMAIL_RULE_CHANGED(ActivityResource.COMPANY_SETTINGS, OperationType.UPDATE),
  INVITATION_SETTINGS_CHANGED(ActivityResource.COMPANY_SETTINGS, OperationType.UPDATE),
  DOMAIN_PROVEN(ActivityResource.COMPANY_DOMAIN, OperationType.ACTION),
  /** The record was not found any more; the domain still counts as proven. */
  DOMAIN_MISSING(ActivityResource.COMPANY_DOMAIN, OperationType.ACTION),
  /** The record was missing for too long. */
  DOMAIN_LOST(ActivityResource.COMPANY_DOMAIN, OperationType.ACTION),
  DOMAIN_CODE_RENEWED(ActivityResource.COMPANY_DOMAIN, OperationType.UPDATE),
  ORDERING_PASSWORD_SET(ActivityResource.COMPANY_ORDERING, OperationType.CREATE),
  ORDERING_PASSWORD_ROTATED(ActivityResource.COMPANY_ORDERING, OperationType.UPDATE),
  ORDERING_PASSWORD_REMOVED(ActivityResource.COMPANY_ORDERING, OperationType.DELETE),
  ORDERING_SETTINGS_CHANGED(ActivityResource.COMPANY_ORDERING, OperationType.UPDATE),
  ORDERING_PASSWORD_WRONG(ActivityResource.COMPANY_ORDERING, OperationType.ACTION),
  /** Too many wrong tries: of one member, or, without a member, of the whole company. */
  ORDERING_LOCKED(ActivityResource.COMPANY_ORDERING, OperationType.ACTION),
  ORDERING_UNLOCKED(ActivityResource.COMPANY_ORDERING, OperationType.ACTION),
  /** Somebody confirmed an order, with the ordering password or without need for it. */
  ORDER_CONFIRMED(ActivityResource.COMPANY_ORDERING, OperationType.ACTION),
  MAIL_CODE_WRONG(ActivityResource.COMPANY_CONFIRMATION, OperationType.ACTION),
  /** Somebody confirmed something with a code from a mail, or without need for it. */
  MAIL_CONFIRMED(ActivityResource.COMPANY_CONFIRMATION, OperationType.ACTION),
  /** An application used up what somebody had confirmed. */
  PROOF_REDEEMED(ActivityResource.COMPANY_CONFIRMATION, OperationType.ACTION),
  SETUP_DONE(ActivityResource.COMPANY_SETUP, OperationType.CREATE),
  SETUP_UNDONE(ActivityResource.COMPANY_SETUP, OperationType.DELETE),
  DATA_IMPORTED(ActivityResource.COMPANY_DATA, OperationType.UPDATE),
  /** Somebody tried what was not allowed; the reason is a detail. */
  REFUSED(ActivityResource.COMPANY_MEMBER, OperationType.ACTION);

  private final ActivityResource resource;
  private final OperationType operation;

  ActivityKind(ActivityResource resource, OperationType operation) {
    this.resource = resource;
    this.operation = operation;
  }

  ActivityResource resource() {
    return resource;
  }

  OperationType operation() {
    return operation;
  }
}
