// SPDX-License-Identifier: Apache-2.0
package io.companyaccounts.invitation.jpa;

import io.companyaccounts.membership.RoleAssignment;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.util.UUID;
import org.jspecify.annotations.NullUnmarked;

/**
 * One role that an invitation gives. Times are milliseconds of the epoch; null is open, and no
 * amount is all of it.
 */
@Entity(name = "CompanyInvitationRole")
@Table(name = "COMPANY_INVITATION_ROLE")
@NullUnmarked
public class InvitationRoleEntity {

  @Id
  @Column(name = "ID")
  String id;

  @Column(name = "INVITATION_ID")
  String invitationId;

  @Column(name = "ROLE_ID")
  String roleId;

  @Column(name = "VALID_FROM")
  Long validFrom;

  @Column(name = "VALID_UNTIL")
  Long validUntil;

  @Column(name = "AMOUNT_LIMIT")
  Long amountLimit;

  protected InvitationRoleEntity() {}

  InvitationRoleEntity(String invitationId, RoleAssignment role) {
    this.id = UUID.randomUUID().toString();
    this.invitationId = invitationId;
    this.roleId = role.roleId();
    this.validFrom = role.from() == null ? null : role.from().toEpochMilli();
    this.validUntil = role.until() == null ? null : role.until().toEpochMilli();
    this.amountLimit = role.limit();
  }
}
