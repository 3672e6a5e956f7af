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
 * One role that an invite link gives. Times are milliseconds of the epoch; null is open, and no
 * amount is all of it.
 */
@Entity(name = "CompanyInviteLinkRole")
@Table(name = "COMPANY_INVITE_LINK_ROLE")
@NullUnmarked
public class InviteLinkRoleEntity {

  @Id
  @Column(name = "ID")
  String id;

  @Column(name = "LINK_ID")
  String linkId;

  @Column(name = "ROLE_ID")
  String roleId;

  @Column(name = "VALID_FROM")
  Long validFrom;

  @Column(name = "VALID_UNTIL")
  Long validUntil;

  @Column(name = "AMOUNT_LIMIT")
  Long amountLimit;

  protected InviteLinkRoleEntity() {}

  InviteLinkRoleEntity(String linkId, RoleAssignment role) {
    this.id = UUID.randomUUID().toString();
    this.linkId = linkId;
    this.roleId = role.roleId();
    this.validFrom = role.from() == null ? null : role.from().toEpochMilli();
    this.validUntil = role.until() == null ? null : role.until().toEpochMilli();
    this.amountLimit = role.limit();
  }
}
