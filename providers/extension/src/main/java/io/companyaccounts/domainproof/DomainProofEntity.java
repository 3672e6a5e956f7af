// SPDX-License-Identifier: Apache-2.0
package io.companyaccounts.domainproof;

import io.companyaccounts.domainproof.DomainProof.State;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import org.jspecify.annotations.NullUnmarked;

/** What checks have found out about a domain of an organization. */
@Entity(name = "CompanyDomainProof")
@Table(name = "COMPANY_DOMAIN_PROOF")
@NullUnmarked
public class DomainProofEntity {

  /** Subject of the job that looks again. */
  @Id
  @Column(name = "ID")
  String id;

  @Column(name = "ORG_ID")
  String orgId;

  /** Lower-case ASCII, without {@code *.}. */
  @Column(name = "DOMAIN")
  String domain;

  @Column(name = "CODE")
  String code;

  @Enumerated(EnumType.STRING)
  @Column(name = "STATE")
  State state = State.UNPROVEN;

  @Column(name = "CHECKED_AT")
  Long checkedAt;

  @Column(name = "PROVEN_AT")
  Long provenAt;

  @Column(name = "MISSING_SINCE")
  Long missingSince;

  /** Grows with each check, so that an answer that comes late is not taken for news. */
  @Column(name = "REVISION")
  int revision;

  protected DomainProofEntity() {}

  DomainProofEntity(String id, String orgId, DomainRecord record) {
    this.id = id;
    this.orgId = orgId;
    domain = record.domain();
    code = record.code();
  }

  DomainRecord record() {
    return new DomainRecord(domain, code);
  }
}
