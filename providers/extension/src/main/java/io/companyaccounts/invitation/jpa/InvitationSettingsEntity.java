// SPDX-License-Identifier: Apache-2.0
package io.companyaccounts.invitation.jpa;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import org.jspecify.annotations.NullUnmarked;

/** What a company set about its invitations; null: the default. */
@Entity(name = "CompanyInvitationSettings")
@Table(name = "COMPANY_INVITATION_SETTINGS")
@NullUnmarked
public class InvitationSettingsEntity {

  @Id
  @Column(name = "ORG_ID")
  String orgId;

  @Column(name = "VALIDITY_DAYS")
  Integer validityDays;

  @Column(name = "NOTICE")
  Boolean notice;

  @Column(name = "REVISION")
  int version;
}
