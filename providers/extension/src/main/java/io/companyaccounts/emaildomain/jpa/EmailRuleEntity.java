// SPDX-License-Identifier: Apache-2.0
package io.companyaccounts.emaildomain.jpa;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import org.jspecify.annotations.NullUnmarked;

/** What a company itself demands of addresses, see {@link RuleText}. */
@Entity(name = "CompanyEmailRule")
@Table(name = "COMPANY_EMAIL_RULE")
@NullUnmarked
public class EmailRuleEntity {

  @Id
  @Column(name = "ORG_ID")
  String orgId;

  @Column(name = "RULE_TEXT")
  String rule;

  @Column(name = "REVISION")
  int version;
}
