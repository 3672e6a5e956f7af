// SPDX-License-Identifier: Apache-2.0
package io.companyaccounts.proof;

import io.companyaccounts.activity.Activity;
import io.companyaccounts.activity.ActivityActor;
import io.companyaccounts.activity.ActivityDetail;
import io.companyaccounts.activity.ActivityKind;
import org.keycloak.models.ClientModel;
import org.keycloak.models.RealmModel;

/** Begins what the activity says of a step: which application wanted it. */
final class ConfirmedStep {

  private ConfirmedStep() {}

  static Activity of(
      RealmModel realm,
      String organizationId,
      ActivityKind kind,
      ActivityActor actor,
      ClientModel client) {
    return Activity.in(realm, organizationId, kind, actor)
        .detail(ActivityDetail.CLIENT, client.getClientId());
  }
}
