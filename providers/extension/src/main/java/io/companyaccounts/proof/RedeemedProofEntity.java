// SPDX-License-Identifier: Apache-2.0
package io.companyaccounts.proof;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import org.jspecify.annotations.NullUnmarked;

/** A proof that an application redeemed; kept until it would have ended anyway. */
@Entity(name = "CompanyRedeemedProof")
@Table(name = "COMPANY_REDEEMED_PROOF")
@NullUnmarked
public class RedeemedProofEntity {

  @Id
  @Column(name = "CODE")
  String code;

  @Column(name = "ORG_ID")
  String orgId;

  @Column(name = "EXPIRES_AT")
  long expiresAt;
}
