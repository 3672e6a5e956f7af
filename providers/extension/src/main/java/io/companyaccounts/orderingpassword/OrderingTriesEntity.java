// SPDX-License-Identifier: Apache-2.0
package io.companyaccounts.orderingpassword;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.IdClass;
import jakarta.persistence.Table;
import java.io.Serializable;
import java.util.Objects;
import org.jspecify.annotations.NullUnmarked;

/** The wrong tries of one member; there is no row without any. */
@Entity(name = "CompanyOrderingTries")
@Table(name = "COMPANY_ORDERING_TRIES")
@IdClass(OrderingTriesEntity.Key.class)
@NullUnmarked
public class OrderingTriesEntity {

  @Id
  @Column(name = "ORG_ID")
  String orgId;

  @Id
  @Column(name = "USER_ID")
  String userId;

  @Column(name = "FAILURES")
  int failures;

  @Column(name = "LAST_AT")
  long lastAt;

  @Column(name = "OPEN_AT")
  long openAt;

  @Column(name = "LOCKED")
  boolean locked;

  /** Identifies a row. */
  @NullUnmarked
  public static class Key implements Serializable {
    String orgId;
    String userId;

    @Override
    public boolean equals(Object other) {
      return other instanceof Key key
          && Objects.equals(orgId, key.orgId)
          && Objects.equals(userId, key.userId);
    }

    @Override
    public int hashCode() {
      return Objects.hash(orgId, userId);
    }
  }
}
