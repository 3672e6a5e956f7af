// SPDX-License-Identifier: Apache-2.0
package io.companyaccounts.membership.jpa;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import org.jspecify.annotations.NullUnmarked;

/** The owner of an organization: the primary key allows one at most. */
@Entity(name = "CompanyOwner")
@Table(name = "COMPANY_OWNER")
@NullUnmarked
public class OwnerEntity {

  @Id
  @Column(name = "ORG_ID")
  String orgId;

  @Column(name = "USER_ID")
  String userId;

  protected OwnerEntity() {}

  OwnerEntity(String orgId, String userId) {
    this.orgId = orgId;
    this.userId = userId;
  }
}
