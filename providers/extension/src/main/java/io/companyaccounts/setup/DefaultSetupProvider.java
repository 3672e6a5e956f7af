// SPDX-License-Identifier: Apache-2.0
package io.companyaccounts.setup;

import io.companyaccounts.gate.GateRequiredActionFactory;
import io.companyaccounts.membership.Seats;
import io.companyaccounts.proof.ProofMapper;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.RealmModel;
import org.keycloak.protocol.ProtocolMapper;

/** What members, roles and permissions need in a realm. */
final class DefaultSetupProvider implements SetupProvider {

  private final KeycloakSession session;

  DefaultSetupProvider(KeycloakSession session) {
    this.session = session;
  }

  @Override
  public List<SetUpStep> steps() {
    RealmModel realm = realm();
    return List.of(
        new OrganizationsStep(realm),
        new CompanyClientStep(session, realm),
        new ScopeStep(realm, ScopeDraft.COMPANY.with(proofs())),
        new ScopeStep(realm, ScopeDraft.COMPANY_API),
        new ScopeOfferStep(realm, new JpaRealmFacts(session, realm)),
        new RequiredActionStep(
            realm,
            GateRequiredActionFactory.ID,
            GateRequiredActionFactory.NAME,
            RequiredActionStep.FIRST));
  }

  /** What features leave in tokens goes into the same scope. */
  private List<ScopeDraft.Mapper> proofs() {
    return session
        .getKeycloakSessionFactory()
        .getProviderFactoriesStream(ProtocolMapper.class)
        .filter(ProofMapper.class::isInstance)
        .map(ProofMapper.class::cast)
        .sorted(Comparator.comparing(ProofMapper::getId))
        .map(mapper -> ScopeDraft.Mapper.everywhere("company " + mapper.claim(), mapper.getId()))
        .toList();
  }

  @Override
  public List<Finding> findings() {
    RealmModel realm = realm();
    JpaRealmFacts facts = new JpaRealmFacts(session, realm);
    List<MarkedRole> roles = facts.markedRoles();
    List<String> companyRoles =
        roles.stream().filter(MarkedRole::isCompanyRole).map(MarkedRole::name).toList();
    List<Finding> findings = new ArrayList<>(CheckRoleAttributes.findings(roles));
    findings.addAll(new CheckRoleUse(realm, facts, roles).findings());
    findings.addAll(new CheckConfiguration(realm, facts).findings());
    JpaCompanyFacts companies = new JpaCompanyFacts(session, realm);
    findings.addAll(new CheckCompanies(companies).findings(companyRoles));
    findings.addAll(CheckSeats.findings(realm.getName(), realm.getAttribute(Seats.KEY), companies));
    return findings;
  }

  @Override
  public List<String> remains() {
    RealmModel realm = realm();
    JpaCompanyFacts companies = new JpaCompanyFacts(session, realm);
    long companyRoles =
        new JpaRealmFacts(session, realm)
            .markedRoles().stream().filter(MarkedRole::isCompanyRole).count();
    return List.of(
        "What companies stored: "
            + companies.storedMembers()
            + " members and "
            + companies.customRoles()
            + " roles of companies. Whoever is blocked stays blocked.",
        "Your company roles ("
            + companyRoles
            + " realm roles), the permissions on your"
            + " applications, and all attributes beginning with company.",
        "Keycloak's organizations, their members and the client scope organization.");
  }

  private RealmModel realm() {
    return session.getContext().getRealm();
  }
}
