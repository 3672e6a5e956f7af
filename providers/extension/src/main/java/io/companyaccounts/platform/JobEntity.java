// SPDX-License-Identifier: Apache-2.0
package io.companyaccounts.platform;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A row of work to be done. */
@Entity
@Table(name = "COMPANY_JOB")
public class JobEntity {

  static final String WAITING = "WAITING";
  static final String FAILED = "FAILED";

  @Id
  @Column(name = "ID", length = 36)
  private String id = "";

  @Column(name = "REALM_ID", nullable = false)
  private String realmId = "";

  @Column(name = "KIND", nullable = false)
  private String kind = "";

  @Column(name = "SUBJECT", nullable = false)
  private String subject = "";

  @Column(name = "STATE", nullable = false)
  private String state = WAITING;

  @Column(name = "CREATED_AT", nullable = false)
  private long createdAt;

  @Column(name = "DUE_AT", nullable = false)
  private long dueAt;

  @Column(name = "ATTEMPTS", nullable = false)
  private int attempts;

  /** Raised each time the job is asked for again, so that a run in progress does not swallow it. */
  @Column(name = "REVISION", nullable = false)
  private int revision;

  /** The run that holds the job: a new id for each claim. */
  @Column(name = "LEASE_OWNER")
  private @Nullable String leaseOwner;

  @Column(name = "LEASE_UNTIL", nullable = false)
  private long leaseUntil;

  @Column(name = "DATA")
  private @Nullable String data;

  @Column(name = "LAST_ERROR")
  private @Nullable String lastError;

  protected JobEntity() {}

  JobEntity(String id, JobRequest request, Instant now) {
    this.id = id;
    realmId = request.realmId();
    kind = request.kind();
    subject = request.subject();
    createdAt = now.toEpochMilli();
    dueAt = request.due().toEpochMilli();
    data = SmallJson.write(request.data());
  }

  String id() {
    return id;
  }

  Job job() {
    return new Job(
        id,
        realmId,
        kind,
        subject,
        Job.State.valueOf(state),
        Instant.ofEpochMilli(createdAt),
        Instant.ofEpochMilli(dueAt),
        attempts,
        data == null ? Map.of() : SmallJson.read(data),
        lastError);
  }

  int revision() {
    return revision;
  }
}
