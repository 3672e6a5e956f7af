// SPDX-License-Identifier: Apache-2.0
package io.companyaccounts.gate;

import io.companyaccounts.emaildomain.Candidate;
import io.companyaccounts.emaildomain.Candidate.Occasion;
import io.companyaccounts.emaildomain.EmailDomainProvider;
import io.companyaccounts.emaildomain.EmailRefusal;
import io.companyaccounts.emaildomain.Verdict;
import io.companyaccounts.membership.MembershipProvider;
import io.companyaccounts.platform.ReadyText;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.keycloak.authentication.authenticators.broker.AbstractIdpAuthenticator;
import org.keycloak.authentication.authenticators.broker.util.SerializedBrokeredIdentityContext;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.OrganizationModel;
import org.keycloak.models.RealmModel;
import org.keycloak.models.UserModel;
import org.keycloak.organization.utils.Organizations;
import org.keycloak.organization.validator.OrganizationMemberValidator;
import org.keycloak.sessions.AuthenticationSessionModel;
import org.keycloak.userprofile.AttributeContext;
import org.keycloak.userprofile.UserProfileAttributeValidationContext;
import org.keycloak.userprofile.UserProfileContext;
import org.keycloak.validate.ValidationContext;
import org.keycloak.validate.ValidationError;
import org.keycloak.validate.ValidatorConfig;

/**
 * Looks at an address whenever a user profile is saved with another one, and when somebody
 * registers for a company. Takes the place of Keycloak's own validator of that id and does its work
 * first, so that nothing has to be written into a realm's user profile.
 */
public final class EmailChangeValidator extends OrganizationMemberValidator {

  /** Higher than Keycloak's own, which has none. */
  @Override
  public int order() {
    return 100;
  }

  @Override
  protected void doValidate(
      Object value, String inputHint, ValidationContext context, ValidatorConfig config) {
    super.doValidate(value, inputHint, context, config);
    KeycloakSession session = context.getSession();
    if (!UserModel.EMAIL.equals(inputHint)
        || !session.getContext().getRealm().isOrganizationsEnabled()) {
      return;
    }
    AttributeContext profile =
        ((UserProfileAttributeValidationContext) context).getAttributeContext();
    @Nullable UserModel user = profile.getUser();
    String email = value == null ? "" : value.toString();
    if (user == null || isReview(profile)) {
      newcomer(email, context, profile);
    } else if (!email.equalsIgnoreCase(user.getEmail())) {
      // an unchanged address must not stop other changes, nor logins: whoever has one that does not
      // fit is dealt with there
      member(email, user, context, profile);
    }
  }

  /**
   * Whether somebody may come in as an external is known only when the account is there. What is
   * typed over the address of an identity provider proves nothing, so that has to be accepted too.
   */
  private static void newcomer(String email, ValidationContext context, AttributeContext profile) {
    @Nullable OrganizationModel organization =
        Organizations.resolveOrganization(context.getSession());
    if (organization == null || isMember(organization, email, context.getSession())) {
      return;
    }
    Verdict verdict = join(organization, email, context, profile);
    @Nullable String brokered = brokered(context.getSession(), profile);
    if (brokered != null && !brokered.equalsIgnoreCase(email)) {
      Verdict other = join(organization, brokered, context, profile);
      verdict = other.isAccepted() ? verdict : other.asRefusal();
    }
    if (verdict instanceof Verdict.Refused refused) {
      context.addError(error(organization, refused, profile));
    }
  }

  /** Who is a member already only adds another way to sign in, and has to prove who that is. */
  private static boolean isMember(
      OrganizationModel organization, String email, KeycloakSession session) {
    RealmModel realm = session.getContext().getRealm();
    @Nullable UserModel account =
        realm.isDuplicateEmailsAllowed() ? null : session.users().getUserByEmail(realm, email);
    return account != null && organization.isMember(account);
  }

  private static Verdict join(
      OrganizationModel organization,
      String email,
      ValidationContext context,
      AttributeContext profile) {
    return addresses(context).check(organization, candidate(email, Occasion.JOIN, null, profile));
  }

  /** There Keycloak makes up a user who is not stored yet. */
  private static boolean isReview(AttributeContext profile) {
    return profile.getContext() == UserProfileContext.IDP_REVIEW;
  }

  /** The address that an identity provider gave of whoever signs in for the first time. */
  private static @Nullable String brokered(KeycloakSession session, AttributeContext profile) {
    @Nullable AuthenticationSessionModel signingIn =
        session.getContext().getAuthenticationSession();
    if (signingIn == null || !isReview(profile)) {
      return null;
    }
    @Nullable SerializedBrokeredIdentityContext given =
        SerializedBrokeredIdentityContext.readFromAuthenticationSession(
            signingIn, AbstractIdpAuthenticator.BROKERED_CONTEXT_NOTE);
    return given == null || isBlank(given.getEmail()) ? null : given.getEmail();
  }

  private static void member(
      String email, UserModel user, ValidationContext context, AttributeContext profile) {
    KeycloakSession session = context.getSession();
    MembershipProvider members = session.getProvider(MembershipProvider.class);
    for (OrganizationModel organization : members.organizations(user)) {
      Verdict verdict =
          addresses(context).check(organization, candidate(email, Occasion.CHANGE, user, profile));
      if (!verdict.isAccepted() && !verdict.admits(isExternal(session, organization, user))) {
        context.addError(error(organization, verdict.asRefusal(), profile));
        return;
      }
    }
  }

  private static boolean isExternal(
      KeycloakSession session, OrganizationModel organization, UserModel user) {
    return session
        .getProvider(MembershipProvider.class)
        .standing(organization, user.getId())
        .filter(standing -> standing.notes().external())
        .isPresent();
  }

  private static EmailDomainProvider addresses(ValidationContext context) {
    return context.getSession().getProvider(EmailDomainProvider.class);
  }

  private static Candidate candidate(
      String email, Occasion occasion, @Nullable UserModel user, AttributeContext profile) {
    return new Candidate(
        email,
        name(UserModel.FIRST_NAME, user == null ? null : user.getFirstName(), profile),
        name(UserModel.LAST_NAME, user == null ? null : user.getLastName(), profile),
        occasion,
        user == null ? null : user.getId());
  }

  /** On a page for the address alone a name stays as it is. */
  private static @Nullable String name(
      String attribute, @Nullable String present, AttributeContext profile) {
    @Nullable String given = profile.getAttributes().getFirst(attribute);
    return given == null ? present : given;
  }

  /**
   * The field that has to be changed is marked, as far as it is on the page. Keycloak puts its name
   * in front of the values, and its consoles fill in none.
   */
  private static ValidationError error(
      OrganizationModel organization, Verdict.Refused refused, AttributeContext profile) {
    boolean names =
        refused.reason() == EmailRefusal.NAMES_MISSING
            || refused.reason() == EmailRefusal.NAMES_NOT_A_PERSON;
    boolean first = isBlank(profile.getAttributes().getFirst(UserModel.FIRST_NAME));
    String name = first ? UserModel.FIRST_NAME : UserModel.LAST_NAME;
    String field = names && profile.getAttributes().contains(name) ? name : UserModel.EMAIL;
    return isPage(profile)
        ? new ValidationError(
            ID, field, refused.messageKey(), organization.getName(), refused.domainsText())
        : new ValidationError(
            ID,
            field,
            ReadyText.of(
                profile.getSession(),
                profile.getUser(),
                refused.messageKey(),
                List.of(field, organization.getName(), refused.domainsText())),
            refused.reason().code());
  }

  /** Else it is one of the consoles or a program, to which the code goes with the text. */
  private static boolean isPage(AttributeContext profile) {
    return profile.getContext() != UserProfileContext.ACCOUNT
        && profile.getContext() != UserProfileContext.USER_API;
  }

  private static boolean isBlank(@Nullable String text) {
    return text == null || text.isBlank();
  }
}
