// SPDX-License-Identifier: Apache-2.0
package io.companyaccounts.activity;

import io.companyaccounts.platform.EventText;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.keycloak.events.admin.AdminEvent;
import org.keycloak.events.admin.AuthDetails;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.RealmModel;
import org.keycloak.services.resources.admin.AdminEventBuilder;

/** Sends an activity as Keycloak admin event, whoever the actor is. */
final class ActivityEvents {

  private final KeycloakSession session;

  ActivityEvents(KeycloakSession session) {
    this.session = session;
  }

  void send(Activity activity) {
    RealmModel realm = session.realms().getRealm(activity.realmId());
    if (realm != null) {
      new Sender(session, realm, event(activity, realm)).success();
    }
  }

  private AdminEvent event(Activity activity, RealmModel realm) {
    AdminEvent event = new AdminEvent();
    event.setRealmId(realm.getId());
    event.setRealmName(realm.getName());
    event.setAuthDetails(auth(activity.actor(), realm));
    event.setResourceTypeAsString(activity.kind().resource().name());
    event.setOperationType(activity.kind().operation());
    event.setResourcePath(
        activity
            .kind()
            .resource()
            .path(
                activity.organizationId(),
                activity.subjectId() == null ? activity.memberId() : activity.subjectId()));
    event.setError(activity.details().get(ActivityDetail.REASON));
    event.setDetails(details(activity));
    return event;
  }

  private AuthDetails auth(ActivityActor actor, RealmModel realm) {
    String realmId = Objects.requireNonNullElse(actor.realmId(), realm.getId());
    @Nullable RealmModel actorRealm =
        realmId.equals(realm.getId()) ? realm : session.realms().getRealm(realmId);
    AuthDetails auth = new AuthDetails();
    auth.setRealmId(realmId);
    auth.setRealmName(actorRealm == null ? null : actorRealm.getName());
    auth.setUserId(actor.userId());
    auth.setClientId(actor.clientId());
    auth.setIpAddress(actor.ip());
    return auth;
  }

  private static Map<String, String> details(Activity activity) {
    Map<String, String> details = new HashMap<>();
    activity.namedDetails().forEach((name, value) -> details.put(name, EventText.storable(value)));
    details.put("activity", activity.kind().name());
    details.put("actor", activity.actor().kind().name());
    if (activity.organizationId() != null) {
      details.put("organization", activity.organizationId());
    }
    if (activity.memberId() != null) {
      details.put("member", activity.memberId());
    }
    if (activity.subjectId() != null) {
      details.put("subject", activity.subjectId());
    }
    return details;
  }

  /** The protected constructor takes a ready event, so that no administrator's token is needed. */
  private static final class Sender extends AdminEventBuilder {
    Sender(KeycloakSession session, RealmModel realm, AdminEvent event) {
      super(realm, null, session, null, event);
    }
  }
}
