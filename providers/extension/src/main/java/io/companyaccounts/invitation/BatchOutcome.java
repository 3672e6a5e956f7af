// SPDX-License-Identifier: Apache-2.0
package io.companyaccounts.invitation;

import io.companyaccounts.membership.Outcome;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What became of many invitations that were asked for together.
 *
 * @param batchId by which they can be listed and their mails followed; null if nothing was sent
 * @param rows one for each draft, in their order: what was sent, or would be sent, or why not
 * @param sent whether invitations were sent
 */
public record BatchOutcome(
    @Nullable String batchId, List<Outcome<InvitedPerson>> rows, boolean sent) {

  public BatchOutcome {
    rows = List.copyOf(rows);
  }
}
