// SPDX-License-Identifier: Apache-2.0
package io.companyaccounts.emaildomain.rest;

import io.companyaccounts.emaildomain.EmailRefusal;
import io.companyaccounts.membership.Outcome;
import io.companyaccounts.membership.rest.Refusals;
import io.companyaccounts.platform.ApiException;
import java.util.Map;

/** The one place that turns a refusal of this feature into an HTTP answer. */
public final class EmailRefusals {

  private EmailRefusals() {}

  /** The answer to a refusal of this feature or of membership. */
  public static ApiException exception(Outcome.Refused<?> refused) {
    return refused.reason() instanceof EmailRefusal reason
        ? Refusals.exception(refused, text(reason, refused.details()))
        : Refusals.exception(refused);
  }

  /** What a refusal says to people. */
  public static String text(EmailRefusal reason, Map<String, String> details) {
    String domains = details.getOrDefault("domains", "");
    String max = details.getOrDefault("max", "");
    return switch (reason) {
      case MISSING -> "An e-mail address is needed.";
      case UNREADABLE -> "This address cannot be read for certain. Check how it is written.";
      case LOOKALIKE -> "The domain mixes letters of several writing systems. Type it again.";
      case OTHER_DOMAIN ->
          domains.isEmpty()
              ? "The company accepts only addresses of its own domains."
              : "The company accepts only addresses at " + domains + ".";
      case REFUSED_DOMAIN -> "The company does not accept addresses of this domain.";
      case FREE_MAIL ->
          "Addresses of free-mail providers are not accepted. Use a business address.";
      case THROW_AWAY -> "Throw-away addresses are not accepted. Use one that lasts.";
      case ROLE_ADDRESS ->
          "Addresses of a department are not accepted. Use the person's own address.";
      case SINGLE_SEAT ->
          "With a free-mail or department address a company has one member only."
              + " Use business addresses for more.";
      case NAMES_MISSING -> "First and last name are needed.";
      case NAMES_NOT_A_PERSON ->
          "The name must be the person's, not that of a department or of the company.";
      case EXTERNAL_ROLE_NEEDED -> external(domains, details.getOrDefault("roles", ""));
      case WEAKER_THAN_VENDOR ->
          details.getOrDefault("field", "")
              + ": the vendor asks for more. A company can only be stricter.";
      case TOO_MANY_DOMAINS -> "List " + max + " domains at most, none of them very long.";
      case MEMBERS_WOULD_NOT_FIT ->
          details.getOrDefault("count", "")
              + " members would not fit. Say with misfits what happens to them;"
              + " a dry run lists them.";
      case TOO_MANY_MISFITS ->
          "More than " + max + " members are concerned. Decide about some of them at a time first.";
      case EXTERNALS_NOT_ALLOWED -> "Externals are not allowed here. Choose another way.";
      case DAYS_INVALID -> "Choose 1 to " + max + " days.";
      case VERSION_CONFLICT -> "It was changed by somebody else meanwhile. Read it again.";
    };
  }

  private static String external(String domains, String roles) {
    String own = domains.isEmpty() ? "" : "The company's own addresses are at " + domains + ". ";
    return roles.isEmpty()
        ? own + "With another address people need a role for externals, and there is none yet."
        : own + "With another address people need a role for externals: " + roles + ".";
  }
}
