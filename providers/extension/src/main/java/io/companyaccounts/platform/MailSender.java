// SPDX-License-Identifier: Apache-2.0
package io.companyaccounts.platform;

import io.companyaccounts.platform.MailFailedException.Failure;
import java.io.IOException;
import java.net.URI;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.keycloak.email.DefaultEmailSenderProviderFactory;
import org.keycloak.email.EmailException;
import org.keycloak.email.EmailSenderProvider;
import org.keycloak.email.EmailTemplateProvider;
import org.keycloak.email.freemarker.FreeMarkerEmailTemplateProvider;
import org.keycloak.forms.login.freemarker.model.UrlBean;
import org.keycloak.models.Constants;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.RealmModel;
import org.keycloak.models.UserModel;
import org.keycloak.storage.adapter.InMemoryUserAdapter;
import org.keycloak.theme.Theme;
import org.keycloak.utils.StringUtil;

/** Fills in a mail with the realm's e-mail theme, in the receiver's language, and sends it. */
final class MailSender {

  private final KeycloakSession session;
  private final RealmModel realm;

  MailSender(KeycloakSession session) {
    this.session = session;
    this.realm = session.getContext().getRealm();
  }

  void send(String id, Mail mail, @Nullable String baseUrl) throws MailFailedException {
    if (realm.getSmtpConfig().isEmpty()) {
      throw new MailFailedException(Failure.MAIL_SERVER_NOT_SET);
    }
    UserModel receiver = receiver(mail.receiver());
    if (StringUtil.isBlank(receiver.getEmail())) {
      throw new MailFailedException(Failure.ADDRESS_MISSING);
    }
    try {
      templates(id)
          .setRealm(realm)
          .setUser(receiver)
          .send(
              mail.subject().key(),
              subjectArguments(mail),
              mail.template() + ".ftl",
              attributes(mail, baseUrl),
              receiver.getEmail());
    } catch (EmailException e) {
      throw new MailFailedException(e);
    }
  }

  private UserModel receiver(Mail.Receiver receiver) throws MailFailedException {
    UserModel user;
    if (receiver.userId() == null) {
      user = new InMemoryUserAdapter(session, realm, null);
    } else {
      user = session.users().getUserById(realm, receiver.userId());
      if (user == null) {
        throw new MailFailedException(Failure.RECEIVER_GONE);
      }
    }
    return new MailReceiver(user, receiver);
  }

  /** A deployer's own template or sender provider is used as it is, without our Message-ID. */
  private EmailTemplateProvider templates(String id) {
    EmailTemplateProvider templates = session.getProvider(EmailTemplateProvider.class);
    boolean keycloaksOwn =
        templates.getClass() == FreeMarkerEmailTemplateProvider.class
            && session.getKeycloakSessionFactory().getProviderFactory(EmailSenderProvider.class)
                instanceof DefaultEmailSenderProviderFactory;
    return keycloaksOwn ? new IdentifiedEmail(session, id) : templates;
  }

  private static List<Object> subjectArguments(Mail mail) {
    List<Object> arguments = new ArrayList<>();
    for (String name : mail.subject().arguments()) {
      arguments.add(mail.attributes().getOrDefault(name, "").replaceAll("\\p{Cntrl}", " "));
    }
    return arguments;
  }

  private Map<String, Object> attributes(Mail mail, @Nullable String baseUrl)
      throws MailFailedException {
    Map<String, Object> attributes = new HashMap<>(mail.attributes());
    // there is no request whose language could count
    attributes.put(Constants.IGNORE_ACCEPT_LANGUAGE_HEADER, "true");
    if (baseUrl != null) {
      try {
        Theme theme = session.theme().getTheme(Theme.Type.EMAIL);
        attributes.put("url", new UrlBean(realm, theme, URI.create(baseUrl), null));
      } catch (IOException e) {
        throw new MailFailedException(e);
      }
    }
    return attributes;
  }
}
