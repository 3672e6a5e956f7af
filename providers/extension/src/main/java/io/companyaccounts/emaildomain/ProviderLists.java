// SPDX-License-Identifier: Apache-2.0
package io.companyaccounts.emaildomain;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * Which domains are of free-mail and throw-away providers, and which mailboxes are of a department
 * instead of a person: the lists that are shipped, with what the realm adds and removes.
 */
public final class ProviderLists {

  public static final String FREE_MAIL = "company.freemail";
  public static final String THROW_AWAY = "company.throwAway";
  public static final String ROLE_ADDRESS = "company.roleAddress";
  public static final String ADD = ".add";
  public static final String REMOVE = ".remove";

  private final Function<String, List<String>> realmAttribute;

  /**
   * @param realmAttribute values of an attribute of the realm; empty if it has none
   */
  public ProviderLists(Function<String, List<String>> realmAttribute) {
    this.realmAttribute = realmAttribute;
  }

  boolean isFreeMail(EmailDomain domain) {
    return changed(FREE_MAIL).containsOrBelow(domain, Shipped.FREE_MAIL);
  }

  boolean isThrowAway(EmailDomain domain) {
    return changed(THROW_AWAY).containsOrBelow(domain, Shipped.THROW_AWAY);
  }

  boolean isRoleName(String name) {
    return changed(ROLE_ADDRESS).contains(name.toLowerCase(Locale.ROOT), Shipped.ROLE_NAMES);
  }

  /** Read when it is needed: most decisions need none. */
  private Changed changed(String key) {
    return Changed.of(key, realmAttribute);
  }

  /** What a realm makes of a list. */
  private record Changed(Set<String> added, Set<String> removed) {

    static Changed of(String key, Function<String, List<String>> attribute) {
      return new Changed(lower(attribute.apply(key + ADD)), lower(attribute.apply(key + REMOVE)));
    }

    private static Set<String> lower(List<String> values) {
      return EmailDomainSettings.list(values).stream()
          .map(each -> each.toLowerCase(Locale.ROOT))
          .map(each -> EmailDomain.parse(each).map(EmailDomain::ascii).orElse(each))
          .collect(Collectors.toSet());
    }

    boolean contains(String name, Set<String> shipped) {
      return added.contains(name) || (shipped.contains(name) && !removed.contains(name));
    }

    /** Providers hand out domains below their own; the nearest that is named decides. */
    boolean containsOrBelow(EmailDomain domain, Set<String> shipped) {
      for (Optional<EmailDomain> each = Optional.of(domain);
          each.isPresent();
          each = each.get().parent()) {
        String name = each.get().ascii();
        if (removed.contains(name)) {
          return false;
        }
        if (contains(name, shipped)) {
          return true;
        }
      }
      return false;
    }
  }

  /** Read when they are first asked for: most realms never ask. */
  private static final class Shipped {
    static final Set<String> FREE_MAIL = read("free-mail");
    static final Set<String> THROW_AWAY = read("throw-away");
    static final Set<String> ROLE_NAMES = read("role-names");

    private static Set<String> read(String name) {
      Set<String> all = new HashSet<>();
      for (String file : List.of(name, name + "-more")) {
        lines("/META-INF/company/email/" + file + ".txt")
            .forEach(
                line -> {
                  if (line.startsWith("-")) {
                    all.remove(line.substring(1));
                  } else {
                    all.add(line);
                  }
                });
      }
      return Set.copyOf(all);
    }

    private static List<String> lines(String path) {
      try (InputStream in = ProviderLists.class.getResourceAsStream(path);
          BufferedReader reader =
              new BufferedReader(
                  new InputStreamReader(
                      Objects.requireNonNull(in, path), StandardCharsets.UTF_8))) {
        return reader
            .lines()
            .map(String::strip)
            .filter(line -> !line.isEmpty() && !line.startsWith("#"))
            .toList();
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
  }
}
