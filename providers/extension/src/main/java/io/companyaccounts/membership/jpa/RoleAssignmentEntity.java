// SPDX-License-Identifier: Apache-2.0
package io.companyaccounts.membership.jpa;

import io.companyaccounts.membership.RoleAssignment;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.NullUnmarked;

/**
 * One role held by one member. Times are milliseconds of the epoch; null is open, and no amount is
 * all of it.
 */
@Entity(name = "CompanyRoleAssignment")
@Table(name = "COMPANY_MEMBER_ROLE")
@NullUnmarked
public class RoleAssignmentEntity {

  @Id
  @Column(name = "ID")
  String id;

  @Column(name = "ORG_ID")
  String orgId;

  @Column(name = "USER_ID")
  String userId;

  @Column(name = "ROLE_ID")
  String roleId;

  @Column(name = "VALID_FROM")
  Long validFrom;

  @Column(name = "VALID_UNTIL")
  Long validUntil;

  @Column(name = "AMOUNT_LIMIT")
  Long amountLimit;

  protected RoleAssignmentEntity() {}

  RoleAssignmentEntity(String orgId, String userId, RoleAssignment assignment) {
    this.id = UUID.randomUUID().toString();
    this.orgId = orgId;
    this.userId = userId;
    this.roleId = assignment.roleId();
    this.validFrom = millis(assignment.from());
    this.validUntil = millis(assignment.until());
    this.amountLimit = assignment.limit();
  }

  static RoleAssignment value(String roleId, Long from, Long until, Long limit) {
    return new RoleAssignment(
        roleId,
        from == null ? null : Instant.ofEpochMilli(from),
        until == null ? null : Instant.ofEpochMilli(until),
        limit);
  }

  private static Long millis(Instant instant) {
    return instant == null ? null : instant.toEpochMilli();
  }
}
