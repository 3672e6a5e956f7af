// SPDX-License-Identifier: Apache-2.0
package io.companyaccounts.membership;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashSet;
import java.util.Set;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** Whatever includes whatever, itself and in circles too. */
class PermissionCatalogPropertiesTest {

  @Provide
  Arbitrary<PermissionCatalog> catalogs() {
    return RandomCompanies.catalogs();
  }

  @Provide
  Arbitrary<Set<Permission>> permissions() {
    return RandomCompanies.permissions();
  }

  @Property
  void expandingKeepsWhatWasGrantedAndAddsNothingTheSecondTime(
      @ForAll("catalogs") PermissionCatalog catalog,
      @ForAll("permissions") Set<Permission> granted) {
    Set<Permission> all = catalog.expand(granted);
    assertThat(all).containsAll(granted);
    assertThat(catalog.expand(all)).isEqualTo(all);
  }

  @Property
  void whoIsGrantedMoreHasNoLess(
      @ForAll("catalogs") PermissionCatalog catalog,
      @ForAll("permissions") Set<Permission> some,
      @ForAll("permissions") Set<Permission> others) {
    Set<Permission> both = new HashSet<>(some);
    both.addAll(others);
    Set<Permission> sum = new HashSet<>(catalog.expand(some));
    sum.addAll(catalog.expand(others));
    assertThat(catalog.expand(both)).isEqualTo(sum);
  }
}
