// SPDX-License-Identifier: Apache-2.0
package io.companyaccounts.mailconfirmation;

import io.companyaccounts.activity.ActivityKind;
import io.companyaccounts.membership.Standing;
import io.companyaccounts.proof.Proof;
import io.companyaccounts.proof.ProofKind;
import java.util.OptionalLong;
import org.keycloak.models.ClientModel;
import org.keycloak.models.KeycloakSession;

/** What was confirmed by mail counts as long as the person is a member. */
final class ConfirmationProofs implements ProofKind {

  /** The role needs no code. */
  static final String EXEMPT = "exempt";

  static final ConfirmationProofs INSTANCE = new ConfirmationProofs();

  private ConfirmationProofs() {}

  @Override
  public String claim() {
    return "confirmation";
  }

  @Override
  public String action() {
    return ConfirmByMailRequiredActionFactory.ID;
  }

  /** Who is not asked must still be one of those. */
  @Override
  public boolean permits(
      KeycloakSession session, Standing standing, ClientModel client, Proof proof) {
    return !proof.method().equals(EXEMPT) || standing.may(MailCodes.settings(session).exempt());
  }

  @Override
  public OptionalLong limit(Standing standing, ClientModel client, String operation) {
    return OptionalLong.empty();
  }

  @Override
  public ActivityKind confirmed() {
    return ActivityKind.MAIL_CONFIRMED;
  }
}
