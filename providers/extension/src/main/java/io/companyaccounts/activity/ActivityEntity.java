// SPDX-License-Identifier: Apache-2.0
package io.companyaccounts.activity;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import org.jspecify.annotations.Nullable;

/** A row of activity. Public only for the list of tables. */
@Entity
@Table(name = "COMPANY_ACTIVITY")
public class ActivityEntity {

  @Id
  @Column(name = "ID", length = 36)
  private String id = "";

  @Column(name = "REALM_ID", nullable = false)
  private String realmId = "";

  @Column(name = "ORG_ID", nullable = false)
  private String organizationId = "";

  @Column(name = "KIND", nullable = false)
  private String kind = "";

  @Column(name = "HAPPENED_AT", nullable = false)
  private long at;

  @Column(name = "ACTOR_KIND", nullable = false)
  private String actorKind = "";

  @Column(name = "ACTOR_ID")
  private @Nullable String actorId;

  @Column(name = "ACTOR_REALM_ID")
  private @Nullable String actorRealmId;

  @Column(name = "ACTOR_CLIENT_ID")
  private @Nullable String actorClientId;

  @Column(name = "ACTOR_IP")
  private @Nullable String actorIp;

  @Column(name = "MEMBER_ID")
  private @Nullable String memberId;

  @Column(name = "SUBJECT_ID")
  private @Nullable String subjectId;

  @Column(name = "OCCURRENCES", nullable = false)
  private int occurrences;

  @Column(name = "DETAILS")
  private @Nullable String details;

  protected ActivityEntity() {}

  ActivityEntity(String id, long at, Activity activity, String organizationId, String details) {
    this.id = id;
    this.at = at;
    this.organizationId = organizationId;
    this.details = details;
    realmId = activity.realmId();
    kind = activity.kind().name();
    actorKind = activity.actor().kind().name();
    actorId = activity.actor().userId();
    actorRealmId = activity.actor().realmId();
    actorClientId = activity.actor().clientId();
    actorIp = activity.actor().ip();
    memberId = activity.memberId();
    subjectId = activity.subjectId();
    occurrences = 1;
  }

  String id() {
    return id;
  }

  long at() {
    return at;
  }

  String kind() {
    return kind;
  }

  ActivityActor actor() {
    return new ActivityActor(
        ActivityActor.Kind.valueOf(actorKind), actorId, actorRealmId, actorClientId, actorIp);
  }

  @Nullable String memberId() {
    return memberId;
  }

  @Nullable String subjectId() {
    return subjectId;
  }

  int occurrences() {
    return occurrences;
  }

  @Nullable String details() {
    return details;
  }
}
