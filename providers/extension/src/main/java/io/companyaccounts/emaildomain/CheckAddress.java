// SPDX-License-Identifier: Apache-2.0
package io.companyaccounts.emaildomain;

import io.companyaccounts.emaildomain.Candidate.Occasion;
import io.companyaccounts.emaildomain.EmailPolicy.Others;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Decides whether an address is acceptable for an organization, and says why if it is not. */
final class CheckAddress {

  private final EmailPolicy policy;
  private final Others others;

  CheckAddress(EmailPolicy policy, Others others) {
    this.policy = policy;
    this.others = others;
  }

  Verdict check(Candidate candidate) {
    if (policy.isOpen()) {
      return Verdict.accepted();
    }
    if (candidate.email() == null || candidate.email().isBlank()) {
      return Verdict.refused(EmailRefusal.MISSING);
    }
    EmailAddress address = EmailAddress.parse(candidate.email()).orElse(null);
    if (address == null) {
      return Verdict.refused(EmailRefusal.UNREADABLE);
    }
    if (address.domain().isLookalike()) {
      return Verdict.refused(EmailRefusal.LOOKALIKE);
    }
    boolean outside = isOutside(policy.settings().floor(), address) || isOutside(own(), address);
    return Stream.of(policy.settings().floor(), own())
        .flatMap(rule -> refusal(rule, candidate, address, outside).stream())
        .findFirst()
        .<Verdict>map(Verdict::refused)
        .orElseGet(() -> outside ? outside() : Verdict.accepted());
  }

  private EmailRule own() {
    return policy.own().rule();
  }

  private Verdict outside() {
    List<String> domains = acceptedDomains();
    return policy.allowsExternals()
        ? new Verdict.Outside(domains)
        : new Verdict.Refused(EmailRefusal.OTHER_DOMAIN, domains);
  }

  /** What the stricter of both accepts, for people to read. */
  private List<String> acceptedDomains() {
    EmailRule telling = own().policy() == DomainPolicy.ANY ? policy.settings().floor() : own();
    return Stream.concat(
            domains(telling)
                .filter(each -> !each.domain().equals(EmailDomain.NOWHERE))
                .map(DomainPattern::toString),
            telling.allowed().stream().map(DomainPattern::toString).sorted())
        .distinct()
        .toList();
  }

  private boolean isOutside(EmailRule rule, EmailAddress address) {
    if (rule.policy() == DomainPolicy.ANY || isAllowed(rule, address)) {
      return false;
    }
    boolean first = rule.policy() == DomainPolicy.FIRST_MEMBER && policy.anchor() == null;
    return !first && domains(rule).noneMatch(each -> each.matches(address.domain()));
  }

  private Stream<DomainPattern> domains(EmailRule rule) {
    @Nullable EmailDomain anchor = policy.anchor();
    Stream<DomainPattern> own =
        switch (rule.policy()) {
          case ANY -> Stream.empty();
          case COMPANY_DOMAINS -> policy.companyDomains().stream();
          case FIRST_MEMBER ->
              anchor == null ? Stream.empty() : Stream.of(new DomainPattern(anchor, false));
        };
    return rule.subdomains() ? own.map(DomainPattern::withBelow) : own;
  }

  private static boolean isAllowed(EmailRule rule, EmailAddress address) {
    return rule.allowed().stream().anyMatch(each -> each.matches(address.domain()));
  }

  private Optional<EmailRefusal> refusal(
      EmailRule rule, Candidate candidate, EmailAddress address, boolean outside) {
    EmailDomain domain = address.domain();
    if (rule.refused().stream().anyMatch(each -> each.matches(domain))) {
      return Optional.of(EmailRefusal.REFUSED_DOMAIN);
    }
    if (!isAllowed(rule, address)) {
      if (rule.throwAway() == Treatment.REFUSE && policy.lists().isThrowAway(domain)) {
        return Optional.of(EmailRefusal.THROW_AWAY);
      }
      if (rule.freeMail() == Treatment.REFUSE && isFreeMail(domain)) {
        return Optional.of(EmailRefusal.FREE_MAIL);
      }
    }
    if (rule.roleAddress() == Treatment.REFUSE && isRoleAddress(address)) {
      return Optional.of(EmailRefusal.ROLE_ADDRESS);
    }
    if (takesTheOnlySeat(rule, candidate, address, outside)) {
      return Optional.of(EmailRefusal.SINGLE_SEAT);
    }
    return rule.realPerson() ? names(candidate, address) : Optional.empty();
  }

  private boolean isFreeMail(EmailDomain domain) {
    return policy.lists().isFreeMail(domain) || policy.lists().isThrowAway(domain);
  }

  private boolean isRoleAddress(EmailAddress address) {
    return policy.lists().isRoleName(address.mailbox());
  }

  /** A company of one: somebody is there already, and this or that address allows nobody else. */
  private boolean takesTheOnlySeat(
      EmailRule rule, Candidate candidate, EmailAddress address, boolean outside) {
    if (candidate.occasion() == Occasion.PRESENT || (outside && !rule.countExternals())) {
      return false;
    }
    boolean sharedAnchor =
        candidate.isNewcomer()
            && rule.policy() == DomainPolicy.FIRST_MEMBER
            && policy.anchor() != null
            && !isAllowed(rule, address)
            && isFreeMail(policy.anchor())
            && policy.anchor().equals(address.domain());
    if (!rule.hasSingleSeats()) {
      return sharedAnchor && others.anyone(rule.countExternals());
    }
    if (sharedAnchor || allowsNobodyElse(rule, address)) {
      return others.anyone(rule.countExternals());
    }
    return candidate.isNewcomer()
        && others.addresses(rule.countExternals()).stream()
            .map(EmailAddress::parse)
            .flatMap(Optional::stream)
            .anyMatch(other -> allowsNobodyElse(rule, other));
  }

  private boolean allowsNobodyElse(EmailRule rule, EmailAddress address) {
    return (rule.freeMail() == Treatment.SINGLE_SEAT
            && !isAllowed(rule, address)
            && isFreeMail(address.domain()))
        || (rule.roleAddress() == Treatment.SINGLE_SEAT && isRoleAddress(address));
  }

  /** Who is invited may give the names later; who is a member has given them. */
  private Optional<EmailRefusal> names(Candidate candidate, EmailAddress address) {
    String first = letters(candidate.firstName());
    String last = letters(candidate.lastName());
    boolean missing = first.isEmpty() || last.isEmpty();
    if (candidate.occasion() == Occasion.PRESENT || (candidate.mayLackNames() && missing)) {
      return Optional.empty();
    }
    if (missing) {
      return Optional.of(EmailRefusal.NAMES_MISSING);
    }
    return isNobody(first, address) && isNobody(last, address)
        ? Optional.of(EmailRefusal.NAMES_NOT_A_PERSON)
        : Optional.empty();
  }

  private boolean isNobody(String name, EmailAddress address) {
    return name.equals(letters(address.mailbox()))
        || name.equals(letters(address.domain().name()))
        || policy.lists().isRoleName(name);
  }

  private static String letters(@Nullable String text) {
    return text == null ? "" : text.toLowerCase(Locale.ROOT).replaceAll("[^\\p{L}\\p{N}]", "");
  }
}
