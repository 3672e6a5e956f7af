// SPDX-License-Identifier: Apache-2.0
package io.companyaccounts.platform;

import static java.nio.charset.StandardCharsets.UTF_8;

import jakarta.mail.Address;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.Transport;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeBodyPart;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeMultipart;
import jakarta.mail.internet.MimeUtility;
import java.io.UnsupportedEncodingException;
import java.util.Date;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.keycloak.email.DefaultEmailSenderProviderFactory;
import org.keycloak.email.EmailAuthenticator;
import org.keycloak.email.EmailAuthenticator.AuthenticatorType;
import org.keycloak.email.EmailException;
import org.keycloak.email.EmailSenderProvider;
import org.keycloak.models.KeycloakSession;
import org.keycloak.utils.EmailValidationUtil;
import org.keycloak.utils.SMTPUtil;
import org.keycloak.utils.StringUtil;

/**
 * Sends a mail as Keycloak's own sender does, but with a Message-ID made of the mail's id: a mail
 * that is sent again after a crash is the same mail for the receiver's mail system.
 *
 * <p>Restated from {@code org.keycloak.email.DefaultEmailSenderProvider} of Keycloak 26.7.3, which
 * builds the message in a private method and lets nobody set a header. Used only where that very
 * sender would be used.
 */
final class IdentifiedSmtp {

  record Content(String subject, String text, String html) {}

  private final KeycloakSession session;
  private final Map<String, String> config;

  IdentifiedSmtp(KeycloakSession session, Map<String, String> config) {
    this.session = session;
    this.config = config;
  }

  void send(String id, String receiver, Content content) throws EmailException {
    String to = checked(receiver);
    String from = checked(config.get("from"));
    Session smtp = Session.getInstance(SmtpProperties.of(session, config, from));
    try (Transport transport = smtp.getTransport("smtp")) {
      MimeMessage message = new IdentifiedMessage(smtp, messageId(id, from));
      fill(message, from, to, content);
      authenticator().connect(session, config, transport);
      transport.sendMessage(message, new Address[] {new InternetAddress(to)});
    } catch (MessagingException | UnsupportedEncodingException e) {
      throw new EmailException("The mail server did not take the mail", e);
    }
  }

  static String messageId(String id, String from) {
    return "<" + id + from.substring(from.lastIndexOf('@')) + ">";
  }

  private void fill(MimeMessage message, String from, String to, Content content)
      throws MessagingException, UnsupportedEncodingException, EmailException {
    InternetAddress sender = address(from, config.get("fromDisplayName"));
    String replyTo = config.get("replyTo");
    message.setFrom(sender);
    message.setReplyTo(
        new Address[] {
          StringUtil.isBlank(replyTo)
              ? sender
              : address(checked(replyTo), config.get("replyToDisplayName"))
        });
    message.setHeader("To", to);
    message.setSubject(MimeUtility.encodeText(content.subject(), UTF_8.name(), null));
    MimeBodyPart text = new MimeBodyPart();
    text.setText(content.text(), UTF_8.name());
    MimeBodyPart html = new MimeBodyPart();
    html.setContent(content.html(), "text/html; charset=UTF-8");
    message.setContent(new MimeMultipart("alternative", text, html));
    message.saveChanges();
    message.setSentDate(new Date());
  }

  private EmailAuthenticator authenticator() {
    DefaultEmailSenderProviderFactory factory =
        (DefaultEmailSenderProviderFactory)
            session.getKeycloakSessionFactory().getProviderFactory(EmailSenderProvider.class);
    AuthenticatorType type =
        "true".equals(config.get("auth"))
            ? AuthenticatorType.valueOf(
                config.getOrDefault("authType", "basic").toUpperCase(Locale.ROOT))
            : AuthenticatorType.NONE;
    return Objects.requireNonNull(factory.getEmailAuthenticators().get(type));
  }

  private String checked(@Nullable String email) throws EmailException {
    boolean utf8 = "true".equals(config.get(EmailSenderProvider.CONFIG_ALLOW_UTF8));
    String converted =
        email == null || !EmailValidationUtil.isValidEmail(email)
            ? null
            : utf8 ? email : SMTPUtil.convertIDNEmailAddress(email);
    if (converted == null || (!utf8 && converted.chars().anyMatch(c -> c > 127))) {
      throw new EmailException("An address is not valid for this mail server");
    }
    return converted;
  }

  private static InternetAddress address(String email, @Nullable String displayName)
      throws MessagingException, UnsupportedEncodingException {
    return StringUtil.isBlank(displayName)
        ? new InternetAddress(email)
        : new InternetAddress(email, displayName, UTF_8.name());
  }

  private static final class IdentifiedMessage extends MimeMessage {
    private final String messageId;

    IdentifiedMessage(Session smtp, String messageId) {
      super(smtp);
      this.messageId = messageId;
    }

    @Override
    protected void updateMessageID() throws MessagingException {
      setHeader("Message-ID", messageId);
    }
  }
}
