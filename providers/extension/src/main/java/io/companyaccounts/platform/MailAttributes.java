// SPDX-License-Identifier: Apache-2.0
package io.companyaccounts.platform;

import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.keycloak.provider.Provider;

/**
 * Fills in at the moment of sending what must not lie in the outbox, such as a link, or what may
 * have changed since. The id of the provider is the name of the mail's template.
 */
public interface MailAttributes extends Provider {

  /**
   * Called in the transaction that sends the mail, with the realm in the session's context.
   *
   * @param mail as it was put into the outbox
   * @param baseUrl where the request that put it there saw the server; null if there was none
   * @return attributes to add to the mail's own; empty if the mail is obsolete and must not leave
   */
  Optional<Map<String, String>> complete(Mail mail, @Nullable String baseUrl);

  @Override
  default void close() {}
}
