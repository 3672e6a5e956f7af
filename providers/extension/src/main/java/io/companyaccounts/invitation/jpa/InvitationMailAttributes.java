// SPDX-License-Identifier: Apache-2.0
package io.companyaccounts.invitation.jpa;

import io.companyaccounts.invitation.Invitation;
import io.companyaccounts.invitation.InvitationCode;
import io.companyaccounts.invitation.InvitationState;
import io.companyaccounts.membership.RoleAssignment;
import io.companyaccounts.membership.RoleCatalog;
import io.companyaccounts.membership.Seats;
import io.companyaccounts.platform.Mail;
import io.companyaccounts.platform.MailAttributes;
import io.companyaccounts.platform.MailDay;
import jakarta.ws.rs.core.UriBuilder;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.OrganizationModel;
import org.keycloak.models.RealmModel;
import org.keycloak.organization.OrganizationProvider;

/**
 * Fills in what an invitation says and its link when the mail leaves, so that the link lies nowhere
 * before, and what was withdrawn or sent again meanwhile does not leave at all.
 */
final class InvitationMailAttributes implements MailAttributes {

  private static final String FRONTEND_URL = "frontendUrl";

  private final KeycloakSession session;
  private final RealmModel realm;

  InvitationMailAttributes(KeycloakSession session) {
    this.session = session;
    this.realm = session.getContext().getRealm();
  }

  @Override
  public Optional<Map<String, String>> complete(Mail mail, @Nullable String baseUrl) {
    @Nullable OrganizationModel organization =
        session
            .getProvider(OrganizationProvider.class)
            .getById(String.valueOf(mail.organizationId()));
    if (organization == null) {
      return Optional.empty();
    }
    Company company = Company.of(session, organization);
    String id = mail.attributes().getOrDefault(InvitationEmail.INVITATION, "");
    return company
        .invitations()
        .read("id", id, organization.getId())
        .filter(stored -> stored.stateAt(company.now()) == InvitationState.OPEN)
        .filter(stored -> isLatest(mail, stored.row()))
        .map(stored -> attributes(company, stored, mail, base(baseUrl)));
  }

  private static boolean isLatest(Mail mail, InvitationEntity row) {
    return Integer.toString(row.generation)
        .equals(mail.attributes().get(InvitationEmail.GENERATION));
  }

  private Map<String, String> attributes(
      Company company, StoredInvitation stored, Mail mail, String base) {
    Invitation invitation = stored.at(company.now());
    Locale locale = locale(mail);
    String link =
        UriBuilder.fromUri(base)
            .path("realms/{realm}/company/i/{code}")
            .build(realm.getName(), code(company, stored.row()).text())
            .toString();
    Map<String, String> attributes = new HashMap<>();
    attributes.put("company", company.organization().getName());
    attributes.put("inviter", Objects.requireNonNullElse(invitation.inviter().name(), ""));
    attributes.put(
        "roles",
        roles(
            company.members().roles(company.organization()),
            company.accepting(stored, Seats.UNLIMITED).roles(),
            locale));
    attributes.put("until", MailDay.withTime(locale, invitation.expires()));
    attributes.put("message", Objects.requireNonNullElse(invitation.message(), ""));
    attributes.put("firstName", Objects.requireNonNullElse(invitation.person().firstName(), ""));
    attributes.put("link", link);
    attributes.put("declineLink", link + "/decline");
    return attributes;
  }

  /** If the realm has another key by now, the code of that one counts from this mail on. */
  private static InvitationCode code(Company company, InvitationEntity row) {
    InvitationCode code = company.codes().of(row);
    if (!code.fits(row.codeHash)) {
      company.invitations().renewHash(row.id, row.generation, code.hash());
    }
    return code;
  }

  private static String roles(RoleCatalog catalog, List<RoleAssignment> roles, Locale locale) {
    return InvitationsByCode.roles(catalog, roles).stream()
        .map(role -> role.displayName(locale.toLanguageTag()))
        .collect(Collectors.joining(", "));
  }

  private Locale locale(Mail mail) {
    String tag = mail.receiver().locale();
    if (tag == null && realm.isInternationalizationEnabled()) {
      tag = realm.getDefaultLocale();
    }
    return tag == null ? Locale.ENGLISH : Locale.forLanguageTag(tag);
  }

  /** Somebody may invite outside a request; then only the realm can know its address. */
  private String base(@Nullable String baseUrl) {
    String base = baseUrl == null ? realm.getAttribute(FRONTEND_URL) : baseUrl;
    if (base == null) {
      throw new IllegalStateException("Without a request the realm needs a frontend URL");
    }
    return base;
  }
}
