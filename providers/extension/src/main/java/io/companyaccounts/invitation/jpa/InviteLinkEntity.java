// SPDX-License-Identifier: Apache-2.0
package io.companyaccounts.invitation.jpa;

import io.companyaccounts.membership.Actor;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import org.jspecify.annotations.NullUnmarked;

/** A link for many; times are milliseconds of the epoch. */
@Entity(name = "CompanyInviteLink")
@Table(name = "COMPANY_INVITE_LINK")
@NullUnmarked
public class InviteLinkEntity {

  @Id
  @Column(name = "ID")
  String id;

  @Column(name = "REALM_ID")
  String realmId;

  @Column(name = "ORG_ID")
  String orgId;

  @Column(name = "NAME")
  String name;

  @Column(name = "CODE_HASH")
  String codeHash;

  /** How often it got a new code. */
  @Column(name = "GENERATION")
  int generation;

  /** Grows with each change; compared with If-Match. */
  @Column(name = "REVISION")
  int version;

  @Column(name = "CREATED_AT")
  long created;

  @Column(name = "EXPIRES_AT")
  Long expires;

  @Column(name = "MAX_USES")
  Integer maxUses;

  @Column(name = "USES")
  int uses;

  /** Separated by spaces. */
  @Column(name = "DOMAINS")
  String domains;

  @Column(name = "ENABLED")
  boolean enabled;

  @Enumerated(EnumType.STRING)
  @Column(name = "CREATOR_KIND")
  Actor.Kind creatorKind;

  @Column(name = "CREATOR_ID")
  String creatorId;

  @Column(name = "CREATOR_NAME")
  String creatorName;
}
