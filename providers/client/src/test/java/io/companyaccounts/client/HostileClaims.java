// SPDX-License-Identifier: Apache-2.0
package io.companyaccounts.client;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Tuple;

/** Values an attacker or a misconfigured mapper might put into a claim. */
final class HostileClaims {

  private static final Arbitrary<String> KEYS =
      Arbitraries.frequencyOf(
          Tuple.of(
              3,
              Arbitraries.of(
                  "organization",
                  "acme",
                  "owner",
                  "company_roles",
                  "resource_access",
                  "shop",
                  "roles",
                  "iss",
                  "aud",
                  "exp",
                  "iat",
                  "jti",
                  "sid",
                  "sub",
                  "events",
                  "nonce",
                  "limits",
                  "order.place",
                  "ordering",
                  "confirmation",
                  "more",
                  "reference",
                  AcceptLogout.EVENT)),
          Tuple.of(1, Arbitraries.strings().ofMaxLength(8)));

  private HostileClaims() {}

  /** Any JSON value, with nulls and numbers of every size, nested a few levels deep. */
  static Arbitrary<Object> value() {
    Arbitrary<Object> leaf =
        Arbitraries.oneOf(
            KEYS.map(Object.class::cast),
            Arbitraries.of("order.place", "", " ", "true").map(Object.class::cast),
            Arbitraries.of(true, false).map(Object.class::cast),
            Arbitraries.longs().map(Object.class::cast),
            Arbitraries.doubles().map(Object.class::cast),
            Arbitraries.of(Double.NaN, Double.POSITIVE_INFINITY, Long.MAX_VALUE),
            Arbitraries.bigIntegers().map(Object.class::cast));
    return Arbitraries.recursive(() -> leaf.injectNull(0.1), HostileClaims::nested, 0, 4);
  }

  /** A JSON object of such values. */
  static Arbitrary<Map<String, Object>> object() {
    return value().list().ofMaxSize(6).flatMap(values -> named(values));
  }

  private static Arbitrary<Object> nested(Arbitrary<Object> inner) {
    return inner
        .list()
        .ofMaxSize(4)
        .flatMap(
            values ->
                Arbitraries.oneOf(
                    Arbitraries.just(new ArrayList<>(values)),
                    Arbitraries.create(values::toArray),
                    named(values).map(Object.class::cast),
                    Arbitraries.create(() -> new HashMap<>(Map.of(7, "order.place")))));
  }

  private static Arbitrary<Map<String, Object>> named(List<Object> values) {
    return KEYS.list()
        .ofSize(values.size())
        .map(
            keys -> {
              Map<String, Object> object = new LinkedHashMap<>();
              for (int i = 0; i < keys.size(); i++) {
                object.put(keys.get(i), values.get(i));
              }
              return object;
            });
  }
}
