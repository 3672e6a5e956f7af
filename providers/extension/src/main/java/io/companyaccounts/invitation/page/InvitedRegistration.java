// SPDX-License-Identifier: Apache-2.0
package io.companyaccounts.invitation.page;

import io.companyaccounts.invitation.InvitationProvider;
import io.companyaccounts.invitation.InvitedPerson;
import io.companyaccounts.invitation.OpenedInvitation;
import jakarta.ws.rs.HttpMethod;
import jakarta.ws.rs.core.MultivaluedHashMap;
import jakarta.ws.rs.core.MultivaluedMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.keycloak.authentication.FormContext;
import org.keycloak.authentication.ValidationContext;
import org.keycloak.authentication.forms.RegistrationUserCreation;
import org.keycloak.events.Details;
import org.keycloak.events.Errors;
import org.keycloak.forms.login.LoginFormsProvider;
import org.keycloak.forms.login.MessageType;
import org.keycloak.models.UserModel;
import org.keycloak.models.utils.FormMessage;
import org.keycloak.services.messages.Messages;
import org.keycloak.theme.beans.MessageBean;
import org.keycloak.theme.beans.MessagesPerFieldBean;

/**
 * Keycloak's own step of the registration form, which besides tells an invited person by whom and
 * where to, and fills in what the inviter knew. It takes the place of Keycloak's by its id, so that
 * edited registration flows keep working and need no change.
 */
public final class InvitedRegistration extends RegistrationUserCreation {

  /** Attribute of the user profile, if it has one. */
  private static final String PHONE = "phoneNumber";

  /** Where Keycloak's templates look for a message that belongs to no field. */
  private static final String WHOLE_FORM = "global";

  /** Before Keycloak's own, which has none. */
  @Override
  public int order() {
    return 100;
  }

  @Override
  public void buildPage(FormContext context, LoginFormsProvider form) {
    super.buildPage(context, form);
    invitation(context)
        .ifPresent(
            opened -> {
              if (context.getHttpRequest().getHttpMethod().equals(HttpMethod.GET)) {
                form.setFormData(known(opened.invitation().person()));
              }
              form.setAttributeMapper(page -> welcomed(page, form, line(context, form, opened)));
            });
  }

  /** Keycloak refuses another address too, but says so in English only. */
  @Override
  public void validate(ValidationContext context) {
    Optional<OpenedInvitation> opened = invitation(context);
    MultivaluedMap<String, String> sent = context.getHttpRequest().getDecodedFormParameters();
    @Nullable String email = sent.getFirst(UserModel.EMAIL);
    if (opened.isPresent() && email != null) {
      String invited = opened.get().invitation().person().email();
      if (!email.strip().toLowerCase(Locale.ROOT).equals(invited)) {
        MultivaluedMap<String, String> mended = new MultivaluedHashMap<>();
        mended.putAll(sent);
        mended.putSingle(UserModel.EMAIL, invited);
        context.getEvent().detail(Details.REGISTER_METHOD, "form");
        context.error(Errors.INVALID_EMAIL);
        context.validationError(
            mended, List.of(new FormMessage(UserModel.EMAIL, "companyRegisterOtherAddress")));
        return;
      }
    }
    super.validate(context);
  }

  private static Optional<OpenedInvitation> invitation(FormContext context) {
    return context.getSession().getProvider(InvitationProvider.class).beingRegistered();
  }

  private static MultivaluedMap<String, String> known(InvitedPerson person) {
    MultivaluedMap<String, String> known = new MultivaluedHashMap<>();
    put(known, UserModel.FIRST_NAME, person.firstName());
    put(known, UserModel.LAST_NAME, person.lastName());
    put(known, PHONE, person.phone());
    return known;
  }

  private static void put(
      MultivaluedMap<String, String> known, String name, @Nullable String value) {
    if (value != null) {
      known.putSingle(name, value);
    }
  }

  /** Puts the line above the form, unless an error stands there. */
  private static Map<String, Object> welcomed(
      Map<String, Object> page, LoginFormsProvider form, String line) {
    if (page.get("messagesPerField") instanceof MessagesPerFieldBean messages
        && !messages.exists(WHOLE_FORM)) {
      messages.addMessage(WHOLE_FORM, line, MessageType.INFO);
      page.put("message", new MessageBean(line, MessageType.INFO));
    }
    page.replace("messageHeader", Messages.REGISTER_ORGANIZATION_MEMBER, "companyRegisterTitle");
    return page;
  }

  /** Names are people's own; older themes print messages as HTML. */
  private static String line(
      FormContext context, LoginFormsProvider form, OpenedInvitation opened) {
    InvitationText text =
        new InvitationText(opened, context.getSession().getContext().resolveLocale(null));
    String roles = String.join(", ", text.getRoles());
    String company = text.getCompany();
    String line =
        text.getInviter().isEmpty()
            ? form.getMessage("companyJoinInvited", company)
            : form.getMessage("companyJoinInvites", text.getInviter(), company);
    if (!roles.isEmpty()) {
      String key = text.getRoles().size() == 1 ? "companyJoinRole" : "companyJoinRoles";
      line = line + " " + form.getMessage(key, roles);
    }
    return line.replace('<', '\u2039').replace('>', '\u203A');
  }
}
