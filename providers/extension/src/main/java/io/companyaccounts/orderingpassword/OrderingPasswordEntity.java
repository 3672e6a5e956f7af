// SPDX-License-Identifier: Apache-2.0
package io.companyaccounts.orderingpassword;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import org.jspecify.annotations.NullUnmarked;

/**
 * How ordering stands in one company, with the hash of the password and the count of wrong tries.
 */
@Entity(name = "CompanyOrderingPassword")
@Table(name = "COMPANY_ORDERING_PASSWORD")
@NullUnmarked
public class OrderingPasswordEntity {

  @Id
  @Column(name = "ORG_ID")
  String orgId;

  /** How it is hashed; null together with the secret: there is no password. */
  @Column(name = "CREDENTIAL_DATA")
  String credentialData;

  /** Hash and salt. */
  @Column(name = "SECRET_DATA")
  String secretData;

  @Column(name = "PASSWORD_VERSION")
  int passwordVersion;

  @Column(name = "CHANGED_AT")
  Long changedAt;

  @Column(name = "CHANGED_BY")
  String changedBy;

  /** Names separated by spaces; null: for all. */
  @Column(name = "REQUIRED_FOR")
  String requiredFor;

  @Column(name = "WINDOW_SECONDS")
  Integer windowSeconds;

  @Column(name = "MEMBER_TRIES")
  Integer memberTries;

  @Column(name = "LOCK_MINUTES")
  Integer lockMinutes;

  @Column(name = "MIN_LENGTH")
  Integer minLength;

  @Column(name = "FAILURES")
  int failures;

  @Column(name = "FAILURES_SINCE")
  Long failuresSince;

  @Column(name = "LOCKED_UNTIL")
  Long lockedUntil;

  @Column(name = "REVISION")
  int version;
}
