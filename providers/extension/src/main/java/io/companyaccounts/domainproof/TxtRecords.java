// SPDX-License-Identifier: Apache-2.0
package io.companyaccounts.domainproof;

import java.util.List;
import org.keycloak.provider.Provider;

/** Asks the DNS for TXT records. */
public interface TxtRecords extends Provider {

  /**
   * Looks up one name now; gives up after ten seconds at the latest.
   *
   * @param name a complete name in lower-case ASCII, without a dot at the end
   */
  Answer lookup(String name);

  /** What the DNS said. */
  sealed interface Answer {}

  /**
   * There are TXT records.
   *
   * @param values the text of each record; its character strings are put together
   */
  record Found(List<String> values) implements Answer {
    public Found {
      values = List.copyOf(values);
    }
  }

  /** The DNS is sure that there is no TXT record of that name. */
  record NotThere() implements Answer {}

  /** No answer, or one that says nothing: it may be there or not. */
  record Unavailable() implements Answer {}

  @Override
  default void close() {}
}
