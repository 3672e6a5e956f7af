// SPDX-License-Identifier: Apache-2.0
package io.companyaccounts.client;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.Tuple;
import net.jqwik.api.statistics.Statistics;
import org.jspecify.annotations.Nullable;

/**
 * Whatever stands in a token: reading it never throws, and grants only what the contract grants.
 */
class HostileClaimsTest {

  private static final Instant NOW = Instant.parse("2026-01-01T12:00:00Z");

  @Provide
  Arbitrary<Map<String, Object>> claims() {
    return HostileClaims.object();
  }

  @Provide
  Arbitrary<Object> mostlyTruthValues() {
    return Arbitraries.frequencyOf(
        Tuple.of(3, Arbitraries.of(true, false)), Tuple.of(1, HostileClaims.value()));
  }

  /** The right path to the roles with anything at each of its steps. */
  @Provide
  Arbitrary<Object> mostlyAccess() {
    Arbitrary<Object> hostile = HostileClaims.value();
    Arbitrary<Object> roles =
        Arbitraries.oneOf(
            hostile,
            hostile.list().ofMaxSize(5).map(Object.class::cast),
            Arbitraries.of("order.place"));
    return Arbitraries.oneOf(hostile, under("shop", hostile), under("shop", under("roles", roles)));
  }

  private static Arbitrary<Object> under(String name, Arbitrary<Object> value) {
    return value.map(inner -> new HashMap<>(Collections.singletonMap(name, inner)));
  }

  @Property(tries = 500)
  void readingNeverThrows(@ForAll("claims") Map<String, Object> claims) {
    CompanyToken token = CompanyToken.of(claims, "shop");
    for (Company company : token.companies()) {
      assertThat(company.alias()).isNotBlank();
      assertThat(token.isMember(company.alias()).allowed()).isTrue();
    }
    token.may("acme", "order.place");
  }

  @Property(tries = 500)
  void onlyATruthValueAndTheWholePathGrant(
      @ForAll("mostlyTruthValues") @Nullable Object owner,
      @ForAll("mostlyAccess") @Nullable Object access) {
    Map<String, @Nullable Object> acme = new HashMap<>();
    acme.put("owner", owner);
    acme.put("resource_access", access);
    Map<String, Object> claims = Map.of("organization", Map.of("acme", acme));
    boolean expected = owner instanceof Boolean && holdsOrderPlace(access);
    Statistics.collect(expected);
    assertThat(CompanyToken.of(claims, "shop").may("acme", "order.place").allowed())
        .isEqualTo(expected);
  }

  private static boolean holdsOrderPlace(@Nullable Object access) {
    if (!(access instanceof Map<?, ?> clients)
        || !(clients.get("shop") instanceof Map<?, ?> shop)) {
      return false;
    }
    Object roles = shop.get("roles");
    return "order.place".equals(roles)
        || (roles instanceof List<?> list && list.contains("order.place"))
        || (roles instanceof Object[] array && Arrays.asList(array).contains("order.place"));
  }

  @Property(tries = 500)
  void acceptingALogoutNeverThrows(@ForAll("claims") Map<String, Object> claims) {
    AcceptLogout accept =
        new AcceptLogout(LogoutExpectations.of("https://login.example.com/realms/r", "shop"));
    assertThat(accept.accept(claims, NOW)).isInstanceOf(Logout.Refused.class);
  }

  @Property(tries = 500)
  void oneHostileClaimInAGoodLogoutTokenNeverThrows(@ForAll("claims") Map<String, Object> claims) {
    Map<String, Object> token = AcceptLogoutTest.goodToken(NOW);
    token.putAll(claims);
    AcceptLogout accept =
        new AcceptLogout(LogoutExpectations.of(AcceptLogoutTest.ISSUER, AcceptLogoutTest.CLIENT));
    assertThat(accept.accept(token, NOW)).isNotNull();
  }
}
