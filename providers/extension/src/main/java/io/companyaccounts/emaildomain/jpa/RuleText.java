// SPDX-License-Identifier: Apache-2.0
package io.companyaccounts.emaildomain.jpa;

import io.companyaccounts.emaildomain.DomainPattern;
import io.companyaccounts.emaildomain.DomainPolicy;
import io.companyaccounts.emaildomain.EmailDomain;
import io.companyaccounts.emaildomain.EmailDomainSettings;
import io.companyaccounts.emaildomain.EmailRule;
import io.companyaccounts.emaildomain.Externals;
import io.companyaccounts.emaildomain.OwnEmailRule;
import io.companyaccounts.emaildomain.Treatment;
import io.companyaccounts.platform.SmallJson;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * What is stored of a company in one text: its own rule, and the domain that the first member
 * brought along. What is as open as can be is left out.
 */
record RuleText(OwnEmailRule own, @Nullable EmailDomain anchor) {

  static final RuleText NONE = new RuleText(OwnEmailRule.NONE, null);

  private static final String VERSION = "version";
  private static final String ANCHOR = "anchor";

  static RuleText read(@Nullable String json) {
    if (json == null) {
      return NONE;
    }
    Map<String, String> map = SmallJson.read(json);
    EmailRule rule =
        new EmailRule(
            word(map, "policy", DomainPolicy.class, DomainPolicy.ANY),
            !"false".equals(map.get("subdomains")),
            domains(map, "allowed"),
            domains(map, "refused"),
            word(map, "externals", Externals.class, Externals.INVITED_ONLY),
            !"false".equals(map.get("countExternals")),
            word(map, "freeMail", Treatment.class, Treatment.ALLOW),
            word(map, "throwAway", Treatment.class, Treatment.ALLOW),
            word(map, "roleAddress", Treatment.class, Treatment.ALLOW),
            "true".equals(map.get("realPerson")));
    int version = Integer.parseInt(map.getOrDefault(VERSION, "0"));
    return new RuleText(
        new OwnEmailRule(rule, version), EmailDomain.parse(map.get(ANCHOR)).orElse(null));
  }

  String write() {
    EmailRule rule = own.rule();
    Map<String, String> map = new HashMap<>();
    put(map, "policy", rule.policy(), DomainPolicy.ANY);
    put(map, "externals", rule.externals(), Externals.INVITED_ONLY);
    put(map, "freeMail", rule.freeMail(), Treatment.ALLOW);
    put(map, "throwAway", rule.throwAway(), Treatment.ALLOW);
    put(map, "roleAddress", rule.roleAddress(), Treatment.ALLOW);
    put(map, "allowed", rule.allowed());
    put(map, "refused", rule.refused());
    if (!rule.subdomains()) {
      map.put("subdomains", "false");
    }
    if (!rule.countExternals()) {
      map.put("countExternals", "false");
    }
    if (rule.realPerson()) {
      map.put("realPerson", "true");
    }
    map.put(VERSION, Integer.toString(own.version()));
    if (anchor != null) {
      map.put(ANCHOR, anchor.ascii());
    }
    return SmallJson.write(map);
  }

  private static void put(Map<String, String> map, String key, Enum<?> value, Enum<?> usual) {
    if (value != usual) {
      map.put(key, EmailDomainSettings.written(value));
    }
  }

  private static void put(Map<String, String> map, String key, Set<DomainPattern> domains) {
    if (!domains.isEmpty()) {
      map.put(
          key,
          domains.stream().map(DomainPattern::toString).sorted().collect(Collectors.joining(" ")));
    }
  }

  private static <E extends Enum<E>> E word(
      Map<String, String> map, String key, Class<E> type, E usual) {
    return Optional.ofNullable(map.get(key))
        .flatMap(text -> EmailDomainSettings.read(type, text))
        .orElse(usual);
  }

  private static Set<DomainPattern> domains(Map<String, String> map, String key) {
    return EmailDomainSettings.list(List.of(map.getOrDefault(key, ""))).stream()
        .flatMap(text -> DomainPattern.parse(text).stream())
        .collect(Collectors.toSet());
  }
}
