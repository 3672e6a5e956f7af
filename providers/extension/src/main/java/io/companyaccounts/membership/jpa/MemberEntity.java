// SPDX-License-Identifier: Apache-2.0
package io.companyaccounts.membership.jpa;

import io.companyaccounts.membership.MemberState;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.IdClass;
import jakarta.persistence.Table;
import java.io.Serializable;
import java.util.Objects;
import org.jspecify.annotations.NullUnmarked;

/** What is stored about a person in an organization beyond the native membership. */
@Entity(name = "CompanyMember")
@Table(name = "COMPANY_MEMBER")
@IdClass(MemberEntity.Key.class)
@NullUnmarked
public class MemberEntity {

  @Id
  @Column(name = "ORG_ID")
  String orgId;

  @Id
  @Column(name = "USER_ID")
  String userId;

  @Column(name = "REALM_ID")
  String realmId;

  @Enumerated(EnumType.STRING)
  @Column(name = "STATE")
  MemberState state;

  /** Grows with each change; compared with If-Match. */
  @Column(name = "REVISION")
  int version;

  /** Since when the state holds, in milliseconds of the epoch. */
  @Column(name = "STATE_SINCE")
  long stateSince;

  /** Kept while blocked, so that the person returns as the same kind of member. */
  @Column(name = "MEMBERSHIP_TYPE")
  String membershipType;

  @Column(name = "BLOCK_REASON")
  String blockReason;

  /** Only of who came by invitation and has no place for it in the user profile. */
  @Column(name = "PHONE")
  String phone;

  /** Whether the person comes from outside the company. */
  @Column(name = "EXTERNAL_MEMBER")
  boolean external;

  /** Since when the address is known not to fit, in milliseconds of the epoch. */
  @Column(name = "MISFIT_SINCE")
  Long misfitSince;

  /** Until when it is put up with. */
  @Column(name = "MISFIT_UNTIL")
  Long misfitUntil;

  protected MemberEntity() {}

  MemberEntity(String realmId, String orgId, String userId, long now) {
    this.realmId = realmId;
    this.orgId = orgId;
    this.userId = userId;
    this.state = MemberState.ACTIVE;
    this.stateSince = now;
  }

  /** Primary key. */
  public static class Key implements Serializable {
    String orgId;
    String userId;

    public Key() {}

    public Key(String orgId, String userId) {
      this.orgId = orgId;
      this.userId = userId;
    }

    @Override
    public boolean equals(Object other) {
      return other instanceof Key key && orgId.equals(key.orgId) && userId.equals(key.userId);
    }

    @Override
    public int hashCode() {
      return Objects.hash(orgId, userId);
    }
  }
}
