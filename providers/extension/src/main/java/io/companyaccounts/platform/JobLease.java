// SPDX-License-Identifier: Apache-2.0
package io.companyaccounts.platform;

/**
 * The right to run a job now.
 *
 * @param owner new for each claim, so that a node that lost its lease cannot finish the job
 * @param revision of the row when it was claimed
 */
record JobLease(Job job, String owner, int revision) {}
