// SPDX-License-Identifier: Apache-2.0
package io.companyaccounts.platform;

import java.security.NoSuchAlgorithmException;
import java.util.Map;
import java.util.Properties;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLSocketFactory;
import org.keycloak.common.enums.HostnameVerificationPolicy;
import org.keycloak.email.EmailSenderProvider;
import org.keycloak.models.KeycloakSession;
import org.keycloak.truststore.JSSETruststoreConfigurator;
import org.keycloak.utils.StringUtil;

/**
 * Turns a realm's mail server settings into those of the mail library.
 *
 * <p>Restated from {@code DefaultEmailSenderProvider.buildEmailProperties} of Keycloak 26.7.3,
 * which is not accessible.
 */
final class SmtpProperties {

  private static final String USUAL_TIMEOUT = "10000";

  private SmtpProperties() {}

  static Properties of(KeycloakSession session, Map<String, String> config, String from) {
    Properties properties = new Properties();
    copy(config, "host", properties, "mail.smtp.host");
    copy(config, "port", properties, "mail.smtp.port");
    copy(config, "envelopeFrom", properties, "mail.smtp.from");
    properties.setProperty("mail.smtp.timeout", config.getOrDefault("timeout", USUAL_TIMEOUT));
    properties.setProperty(
        "mail.smtp.connectiontimeout", config.getOrDefault("connectionTimeout", USUAL_TIMEOUT));
    properties.setProperty(
        "mail.smtp.writetimeout", config.getOrDefault("writeTimeout", USUAL_TIMEOUT));
    flag(config, EmailSenderProvider.CONFIG_ALLOW_UTF8, properties, "mail.mime.allowutf8");
    flag(config, "auth", properties, "mail.smtp.auth");
    if ("token".equals(config.get("authType"))) {
      properties.setProperty("mail.smtp.auth.mechanisms", "XOAUTH2");
    }
    boolean ssl = flag(config, "ssl", properties, "mail.smtp.ssl.enable");
    boolean starttls = flag(config, "starttls", properties, "mail.smtp.starttls.enable");
    if (ssl || starttls || "true".equals(config.get("auth"))) {
      secure(session, properties);
    }
    // else the library asks for the machine's own name and puts it into the mail
    properties.setProperty("mail.from", from);
    return properties;
  }

  private static void secure(KeycloakSession session, Properties properties) {
    try {
      properties.setProperty(
          "mail.smtp.ssl.protocols",
          String.join(" ", SSLContext.getDefault().getSupportedSSLParameters().getProtocols()));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
    JSSETruststoreConfigurator truststore = new JSSETruststoreConfigurator(session);
    SSLSocketFactory sockets = truststore.getSSLSocketFactory();
    if (sockets == null) {
      return;
    }
    properties.put("mail.smtp.ssl.socketFactory", sockets);
    boolean anyName = truststore.getProvider().getPolicy() == HostnameVerificationPolicy.ANY;
    if (anyName) {
      properties.setProperty("mail.smtp.ssl.trust", "*");
    }
    properties.setProperty("mail.smtp.ssl.checkserveridentity", String.valueOf(!anyName));
  }

  private static void copy(Map<String, String> config, String key, Properties to, String name) {
    String value = config.get(key);
    if (StringUtil.isNotBlank(value)) {
      to.setProperty(name, value);
    }
  }

  private static boolean flag(Map<String, String> config, String key, Properties to, String name) {
    boolean set = "true".equals(config.get(key));
    if (set) {
      to.setProperty(name, "true");
    }
    return set;
  }
}
