// SPDX-License-Identifier: Apache-2.0
package io.companyaccounts.platform;

import org.jspecify.annotations.Nullable;
import org.keycloak.models.UserModel;
import org.keycloak.models.utils.UserModelDelegate;

/** A receiver as Keycloak's templates want one: a user, with the address and language to take. */
final class MailReceiver extends UserModelDelegate {

  private final Mail.Receiver receiver;

  MailReceiver(UserModel user, Mail.Receiver receiver) {
    super(user);
    this.receiver = receiver;
  }

  @Override
  public @Nullable String getEmail() {
    return receiver.address() == null ? super.getEmail() : receiver.address();
  }

  @Override
  public @Nullable String getFirstAttribute(String name) {
    String own = super.getFirstAttribute(name);
    return own == null && LOCALE.equals(name) ? receiver.locale() : own;
  }
}
