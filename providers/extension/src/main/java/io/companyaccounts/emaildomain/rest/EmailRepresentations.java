// SPDX-License-Identifier: Apache-2.0
package io.companyaccounts.emaildomain.rest;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.companyaccounts.emaildomain.ChangeEmailRule.Answer;
import io.companyaccounts.emaildomain.ChangeEmailRule.Choice;
import io.companyaccounts.emaildomain.DomainPattern;
import io.companyaccounts.emaildomain.DomainPolicy;
import io.companyaccounts.emaildomain.EmailDomainSettings;
import io.companyaccounts.emaildomain.EmailPolicy;
import io.companyaccounts.emaildomain.EmailRule;
import io.companyaccounts.emaildomain.Externals;
import io.companyaccounts.emaildomain.Treatment;
import io.companyaccounts.emaildomain.jpa.Misfits.Misfit;
import io.companyaccounts.membership.CompanyRole;
import io.companyaccounts.membership.RoleCatalog;
import io.companyaccounts.platform.ApiException;
import java.util.Arrays;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What the interface takes and gives. Anything may be missing, so everything is checked here. */
final class EmailRepresentations {

  private static final int LONGEST_DOMAIN = 255;

  private EmailRepresentations() {}

  /** A rule as it is written; what a company leaves out is as open as can be. */
  @JsonInclude(JsonInclude.Include.NON_NULL)
  record RuleRepresentation(
      @Nullable String policy,
      @Nullable Boolean subdomains,
      @Nullable List<String> allowed,
      @Nullable List<String> refused,
      @Nullable String externals,
      @Nullable Boolean countExternals,
      @Nullable String freeMail,
      @Nullable String throwAway,
      @Nullable String roleAddress,
      @Nullable Boolean realPerson) {

    static RuleRepresentation of(EmailRule rule) {
      return new RuleRepresentation(
          EmailDomainSettings.written(rule.policy()),
          rule.subdomains(),
          names(rule.allowed()),
          names(rule.refused()),
          EmailDomainSettings.written(rule.externals()),
          rule.countExternals(),
          EmailDomainSettings.written(rule.freeMail()),
          EmailDomainSettings.written(rule.throwAway()),
          EmailDomainSettings.written(rule.roleAddress()),
          rule.realPerson());
    }

    private static List<String> names(Collection<DomainPattern> domains) {
      return domains.stream().map(DomainPattern::toString).sorted().toList();
    }

    /**
     * @param floor the vendor's: what a company leaves out is as the vendor says
     */
    EmailRule rule(EmailRule floor) {
      Treatment throwAwayWanted = word("throwAway", Treatment.class, throwAway, floor.throwAway());
      if (throwAwayWanted == Treatment.SINGLE_SEAT) {
        throw ApiException.invalidValue("throwAway", "must be allow or refuse.");
      }
      return new EmailRule(
          word("policy", DomainPolicy.class, policy, DomainPolicy.ANY),
          subdomains == null || subdomains,
          domains("allowed", allowed),
          domains("refused", refused),
          word("externals", Externals.class, externals, floor.externals()),
          countExternals == null || countExternals,
          word("freeMail", Treatment.class, freeMail, floor.freeMail()),
          throwAwayWanted,
          word("roleAddress", Treatment.class, roleAddress, floor.roleAddress()),
          realPerson == null ? floor.realPerson() : realPerson);
    }

    private static <E extends Enum<E>> E word(
        String field, Class<E> type, @Nullable String text, E usual) {
      if (text == null) {
        return usual;
      }
      return EmailDomainSettings.read(type, text)
          .orElseThrow(
              () ->
                  ApiException.invalidValue(
                      field,
                      "must be one of "
                          + String.join(
                              ", ",
                              Arrays.stream(type.getEnumConstants())
                                  .map(EmailDomainSettings::written)
                                  .toList())
                          + "."));
    }

    private static Set<DomainPattern> domains(String field, @Nullable List<String> texts) {
      Set<DomainPattern> all = new LinkedHashSet<>();
      for (String text : texts == null ? List.<String>of() : texts) {
        all.add(
            DomainPattern.parse(text == null || text.length() > LONGEST_DOMAIN ? "" : text)
                .orElseThrow(
                    () ->
                        ApiException.invalidValue(
                            field, "must be domains such as acme.com or *.acme.com.")));
      }
      return all;
    }
  }

  /** What happens to members who do not fit. */
  record AnswerRequest(@Nullable String choice, @Nullable String role, @Nullable Integer days) {

    Answer answer() {
      Choice chosen =
          EmailDomainSettings.read(Choice.class, choice == null ? "" : choice)
              .orElseThrow(
                  () -> ApiException.invalidValue("choice", "must be external, grace or block."));
      return new Answer(chosen, role, days);
    }
  }

  /** A change of the company's own rule. */
  record ChangeRequest(@Nullable RuleRepresentation rule, @Nullable AnswerRequest misfits) {

    RuleRepresentation requireRule() {
      if (rule == null) {
        throw ApiException.invalidValue("rule", "must be the rule as it shall be.");
      }
      return rule;
    }
  }

  /** A decision about members who do not fit. */
  record DecisionRequest(
      @Nullable List<String> users,
      @Nullable String choice,
      @Nullable String role,
      @Nullable Integer days) {

    Answer answer() {
      return new AnswerRequest(choice, role, days).answer();
    }
  }

  /** A role for externals. */
  record ExternalRoleRepresentation(String id, String name) {
    static ExternalRoleRepresentation of(CompanyRole role) {
      return new ExternalRoleRepresentation(role.id(), role.name());
    }
  }

  /**
   * What decides about addresses.
   *
   * @param own what the company demands
   * @param vendor what the vendor demands besides
   * @param companyDomains the organization's domains in Keycloak
   * @param firstMemberDomain the domain that counts for {@code first-member}; null as long as
   *     nobody needed it
   * @param externalsAllowed whether both allow externals
   * @param externalRoles what externals can have
   * @param changedAddress what happens when a member's address no longer fits
   * @param graceDays how long that is put up with
   */
  @JsonInclude(JsonInclude.Include.NON_NULL)
  record PolicyRepresentation(
      RuleRepresentation own,
      RuleRepresentation vendor,
      List<String> companyDomains,
      @Nullable String firstMemberDomain,
      boolean externalsAllowed,
      List<ExternalRoleRepresentation> externalRoles,
      String changedAddress,
      int graceDays,
      int version) {

    static PolicyRepresentation of(EmailPolicy policy, RoleCatalog roles) {
      return new PolicyRepresentation(
          RuleRepresentation.of(policy.own().rule()),
          RuleRepresentation.of(policy.settings().floor()),
          policy.companyDomains().stream().map(DomainPattern::toString).toList(),
          policy.anchor() == null ? null : policy.anchor().ascii(),
          policy.allowsExternals(),
          roles.forExternals().all().stream().map(ExternalRoleRepresentation::of).toList(),
          EmailDomainSettings.written(policy.settings().changed()),
          policy.settings().days(),
          policy.own().version());
    }
  }

  /** A member who does not fit. */
  @JsonInclude(JsonInclude.Include.NON_NULL)
  record MisfitRepresentation(
      String user,
      String username,
      String name,
      @Nullable String email,
      String reason,
      String text,
      boolean owner,
      @Nullable String since,
      @Nullable String until) {

    static MisfitRepresentation of(Misfit misfit) {
      return new MisfitRepresentation(
          misfit.userId(),
          misfit.username(),
          misfit.name(),
          misfit.email(),
          misfit.reason().code(),
          EmailRefusals.text(misfit.reason(), Map.of()),
          misfit.owner(),
          misfit.since() == null ? null : misfit.since().toString(),
          misfit.until() == null ? null : misfit.until().toString());
    }
  }

  /** One page of them. */
  record MisfitPageRepresentation(
      int first, int max, int total, List<MisfitRepresentation> members) {}

  /** How many members were decided about. */
  record DecidedRepresentation(int decided) {}
}
