// SPDX-License-Identifier: Apache-2.0
package io.companyaccounts.membership.jpa;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import org.jspecify.annotations.NullUnmarked;

/** A role that one organization made for itself. */
@Entity(name = "CompanyCustomRole")
@Table(name = "COMPANY_ROLE")
@NullUnmarked
public class CustomRoleEntity {

  @Id
  @Column(name = "ID")
  String id;

  @Column(name = "REALM_ID")
  String realmId;

  @Column(name = "ORG_ID")
  String orgId;

  @Column(name = "NAME")
  String name;

  @Column(name = "DESCRIPTION")
  String description;

  @Column(name = "ROLE_RANK")
  int rank;

  @Column(name = "REVISION")
  int version;

  protected CustomRoleEntity() {}

  CustomRoleEntity(String id, String realmId, String orgId) {
    this.id = id;
    this.realmId = realmId;
    this.orgId = orgId;
  }
}
