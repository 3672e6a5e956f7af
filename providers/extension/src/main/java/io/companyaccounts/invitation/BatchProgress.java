// SPDX-License-Identifier: Apache-2.0
package io.companyaccounts.invitation;

/** How far the mails of invitations that were sent together got. */
public record BatchProgress(String batchId, long total, long pending, long sent, long failed) {}
