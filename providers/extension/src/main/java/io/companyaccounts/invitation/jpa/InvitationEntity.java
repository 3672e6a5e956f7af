// SPDX-License-Identifier: Apache-2.0
package io.companyaccounts.invitation.jpa;

import io.companyaccounts.invitation.InvitationState;
import io.companyaccounts.membership.Actor;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import org.jspecify.annotations.NullUnmarked;

/**
 * An invitation, of the past too. While it is open there is one of Keycloak's for the same address;
 * times are milliseconds of the epoch.
 */
@Entity(name = "CompanyInvitation")
@Table(name = "COMPANY_INVITATION")
@NullUnmarked
public class InvitationEntity {

  @Id
  @Column(name = "ID")
  String id;

  @Column(name = "REALM_ID")
  String realmId;

  @Column(name = "ORG_ID")
  String orgId;

  /** Id of Keycloak's invitation as we know it; the console may have replaced it. */
  @Column(name = "NATIVE_ID")
  String nativeId;

  @Column(name = "EMAIL")
  String email;

  @Column(name = "FIRST_NAME")
  String firstName;

  @Column(name = "LAST_NAME")
  String lastName;

  @Column(name = "PHONE")
  String phone;

  @Column(name = "MESSAGE")
  String message;

  @Column(name = "LOCALE")
  String locale;

  /** EXPIRED only if another invitation of the address came after it, else it is still OPEN. */
  @Enumerated(EnumType.STRING)
  @Column(name = "STATE")
  InvitationState state;

  @Column(name = "CODE_HASH")
  String codeHash;

  /** How often it was sent again; makes another code each time. */
  @Column(name = "GENERATION")
  int generation;

  /** Grows with each change; compared with If-Match. */
  @Column(name = "REVISION")
  int version;

  @Column(name = "CREATED_AT")
  long created;

  @Column(name = "SENT_AT")
  long sent;

  @Column(name = "EXPIRES_AT")
  long expires;

  @Column(name = "ENDED_AT")
  Long ended;

  /** When a new one was asked for. */
  @Column(name = "ASKED_AT")
  Long asked;

  @Enumerated(EnumType.STRING)
  @Column(name = "INVITER_KIND")
  Actor.Kind inviterKind;

  @Column(name = "INVITER_ID")
  String inviterId;

  @Column(name = "INVITER_NAME")
  String inviterName;

  @Column(name = "ACCEPTED_BY")
  String acceptedBy;

  @Column(name = "LINK_ID")
  String linkId;

  @Column(name = "BATCH_ID")
  String batchId;

  /** The last mail in the outbox. */
  @Column(name = "MAIL_ID")
  String mailId;
}
