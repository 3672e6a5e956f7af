// SPDX-License-Identifier: Apache-2.0
package io.companyaccounts.activity;

import java.time.Instant;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * One recorded thing.
 *
 * @param kind name of an {@link ActivityKind}
 * @param occurrences how often it happened within its minute; above 1 for refusals only
 * @param details by {@link ActivityDetail#wireName()}
 */
public record ActivityEntry(
    String id,
    Instant at,
    String kind,
    ActivityActor actor,
    @Nullable String memberId,
    @Nullable String subjectId,
    int occurrences,
    Map<String, String> details) {}
