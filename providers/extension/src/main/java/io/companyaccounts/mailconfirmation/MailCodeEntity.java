// SPDX-License-Identifier: Apache-2.0
package io.companyaccounts.mailconfirmation;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import org.jspecify.annotations.NullUnmarked;

/** That a code was mailed; the digits follow from the id. There is no row once it is used. */
@Entity(name = "CompanyMailCode")
@Table(name = "COMPANY_MAIL_CODE")
@NullUnmarked
public class MailCodeEntity {

  @Id
  @Column(name = "ID")
  String id;

  @Column(name = "ORG_ID")
  String orgId;

  @Column(name = "USER_ID")
  String userId;

  @Column(name = "TRIES_LEFT")
  int triesLeft;

  @Column(name = "EXPIRES_AT")
  long expiresAt;
}
