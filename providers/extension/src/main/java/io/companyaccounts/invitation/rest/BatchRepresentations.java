// SPDX-License-Identifier: Apache-2.0
package io.companyaccounts.invitation.rest;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.companyaccounts.invitation.BatchOutcome;
import io.companyaccounts.invitation.InvitationDraft;
import io.companyaccounts.membership.Outcome;
import io.companyaccounts.platform.ApiException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What became of many invitations, row by row. */
final class BatchRepresentations {

  private BatchRepresentations() {}

  /**
   * One row.
   *
   * @param row from 1; in a table the header does not count
   * @param error why it was refused; absent if it was not
   */
  @JsonInclude(JsonInclude.Include.NON_NULL)
  record RowRepresentation(
      int row,
      @Nullable String email,
      @Nullable String error,
      @Nullable String errorMessage,
      @Nullable Map<String, String> details) {

    static List<RowRepresentation> of(BatchOutcome outcome, List<InvitationDraft> drafts) {
      List<RowRepresentation> rows = new ArrayList<>();
      for (int i = 0; i < outcome.rows().size(); i++) {
        rows.add(of(i + 1, drafts.get(i).email(), outcome.rows().get(i)));
      }
      return rows;
    }

    private static RowRepresentation of(int row, @Nullable String email, Outcome<?> outcome) {
      if (outcome instanceof Outcome.Refused<?> refused) {
        ApiException refusal = InvitationRefusals.exception(refused);
        Map<String, String> details = refused.details().isEmpty() ? null : refused.details();
        return new RowRepresentation(row, email, refusal.code(), refusal.text(), details);
      }
      return new RowRepresentation(row, email, null, null, null);
    }
  }

  /**
   * All rows.
   *
   * @param batchId by which the invitations are listed and their mails followed
   * @param sent whether those that are not refused were sent
   */
  @JsonInclude(JsonInclude.Include.NON_NULL)
  record BatchRepresentation(
      @Nullable String batchId,
      boolean dryRun,
      boolean sent,
      int total,
      long refused,
      List<RowRepresentation> rows) {

    static BatchRepresentation of(
        BatchOutcome outcome, List<InvitationDraft> drafts, boolean dryRun) {
      List<RowRepresentation> rows = RowRepresentation.of(outcome, drafts);
      return new BatchRepresentation(
          outcome.batchId(),
          dryRun,
          outcome.sent(),
          rows.size(),
          rows.stream().filter(row -> row.error() != null).count(),
          rows);
    }
  }
}
