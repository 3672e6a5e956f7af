// SPDX-License-Identifier: Apache-2.0
package io.companyaccounts.platform;

import org.keycloak.models.ImpersonationSessionNote;
import org.keycloak.models.UserSessionModel;

/** Administrators who look at the realm as somebody else decide nothing in that person's name. */
public final class Impersonation {

  private Impersonation() {}

  /** Whether somebody else signed in to this session. */
  public static boolean isBehind(UserSessionModel userSession) {
    return userSession.getNote(ImpersonationSessionNote.IMPERSONATOR_ID.toString()) != null;
  }
}
