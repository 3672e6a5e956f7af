// SPDX-License-Identifier: Apache-2.0
package io.companyaccounts.platform;

import org.keycloak.provider.Provider;

/** Does one kind of job. */
public interface JobHandler extends Provider {

  /**
   * Runs in a transaction of its own, with the job's realm in the session's context. It may run
   * again although it was done before (a server that dies, a database that fails on commit): what
   * is not undone by a rollback must stand being repeated.
   */
  JobOutcome run(Job job);

  /** Notes, in the same or in a new transaction, that the job is given up. */
  default void givenUp(Job job, String error) {}

  @Override
  default void close() {}
}
