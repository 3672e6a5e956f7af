// SPDX-License-Identifier: Apache-2.0
package io.companyaccounts.membership.jpa;

import io.companyaccounts.membership.MembershipRules.Move;
import io.companyaccounts.membership.RoleAssignment;
import io.companyaccounts.membership.RoleCatalog;
import io.companyaccounts.membership.Standing;
import io.companyaccounts.membership.jpa.JpaMembers.Held;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Reads and stores the roles of many members of one organization with a few statements for some
 * hundred of them.
 */
final class ManyMembers {

  /** Some databases take a thousand values in one condition at most. */
  private static final int AT_ONCE = 500;

  private final Store store;
  private final String orgId;
  private final RoleCatalog catalog;
  private final Instant now;

  ManyMembers(Store store, String orgId, RoleCatalog catalog, Instant now) {
    this.store = store;
    this.orgId = orgId;
    this.catalog = catalog;
    this.now = now;
  }

  static List<List<String>> atOnce(Collection<String> userIds) {
    List<String> all = List.copyOf(userIds);
    List<List<String>> parts = new ArrayList<>();
    for (int from = 0; from < all.size(); from += AT_ONCE) {
      parts.add(all.subList(from, Math.min(from + AT_ONCE, all.size())));
    }
    return parts;
  }

  /** Where these people stand; who is neither member nor blocked is left out. */
  Map<String, Standing> standings(List<String> userIds) {
    Map<String, Held> held = store.members().held(orgId, userIds);
    Map<String, Standing> standings = new LinkedHashMap<>();
    for (JpaMemberList.Row row : store.list().byIds(orgId, userIds)) {
      standings.put(
          row.userId(),
          Standing.of(
              orgId,
              row.userId(),
              row.state(),
              row.owner(),
              held.getOrDefault(row.userId(), new Held()).assignments(),
              row.notes(),
              row.version(),
              catalog,
              now));
    }
    return standings;
  }

  void store(List<Move> changes) {
    if (!changes.isEmpty()) {
      Map<String, List<RoleAssignment>> rolesByUser = new LinkedHashMap<>();
      changes.forEach(change -> rolesByUser.put(change.member().userId(), change.roles()));
      store.members().touchAndReplace(orgId, rolesByUser, now);
    }
  }
}
