// SPDX-License-Identifier: Apache-2.0
package io.companyaccounts.platform;

import java.util.List;
import java.util.Optional;
import org.keycloak.provider.Provider;

/** Work that is done later, by one node at a time, also after a restart. */
public interface Jobs extends Provider {

  /**
   * Asks for a job within the caller's transaction. A job that is due already starts right after
   * the commit. Asking again for the same realm, kind and subject does not double it: the earlier
   * time counts, the data is replaced, a given-up job is revived, and a job that runs right now
   * runs once more. Two transactions that ask for the same new job at the same time conflict: one
   * of them fails.
   */
  void schedule(JobRequest request);

  /**
   * The same for a job whose subject was made just now, so that nobody can have asked for it
   * before: saves the look at what is there.
   */
  default void scheduleNew(JobRequest request) {
    schedule(request);
  }

  /** Takes a job back; false when there is none. */
  boolean cancel(String realmId, String kind, String subject);

  /** The job, empty when there is none or it is done. */
  Optional<Job> find(String realmId, String kind, String subject);

  /** Jobs of a realm that were given up, oldest first, at most {@code max}. */
  List<Job> failed(String realmId, int max);

  @Override
  default void close() {}
}
