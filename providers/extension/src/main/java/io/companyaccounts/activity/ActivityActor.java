// SPDX-License-Identifier: Apache-2.0
package io.companyaccounts.activity;

import io.companyaccounts.platform.BearerCaller;
import org.jspecify.annotations.Nullable;
import org.keycloak.models.ClientModel;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.RealmModel;
import org.keycloak.models.UserModel;
import org.keycloak.services.resources.admin.AdminAuth;

/**
 * Who did it.
 *
 * @param userId null for the system
 * @param realmId the realm the actor signed in to; an administrator's may be another one
 * @param clientId internal id of the client the actor used
 * @param ip address of the caller, null for the system
 */
public record ActivityActor(
    Kind kind,
    @Nullable String userId,
    @Nullable String realmId,
    @Nullable String clientId,
    @Nullable String ip) {

  /** The side an actor stands on. */
  public enum Kind {
    MEMBER,
    REALM_ADMIN,
    SYSTEM
  }

  private static final ActivityActor SYSTEM =
      new ActivityActor(Kind.SYSTEM, null, null, null, null);

  /** The server itself: at start, in a job, by a clean-up. */
  public static ActivityActor system() {
    return SYSTEM;
  }

  /** Somebody who calls the member-side resources. */
  public static ActivityActor member(KeycloakSession session, BearerCaller caller) {
    return member(session, caller.realm(), caller.user(), caller.client());
  }

  /** Somebody who signs in or is signed in with a browser. */
  public static ActivityActor member(
      KeycloakSession session, RealmModel realm, UserModel user, @Nullable ClientModel client) {
    return new ActivityActor(
        Kind.MEMBER,
        user.getId(),
        realm.getId(),
        client == null ? null : client.getId(),
        session.getContext().getConnection().getRemoteHost());
  }

  /** An administrator of Keycloak. */
  public static ActivityActor realmAdmin(KeycloakSession session, AdminAuth auth) {
    return new ActivityActor(
        Kind.REALM_ADMIN,
        auth.getUser().getId(),
        auth.getRealm().getId(),
        auth.getClient().getId(),
        session.getContext().getConnection().getRemoteHost());
  }
}
