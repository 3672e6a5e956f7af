// SPDX-License-Identifier: Apache-2.0
package io.companyaccounts.emaildomain;

import java.util.List;
import java.util.Map;

/** What is to be said of an address. */
public sealed interface Verdict {

  /** The address is one of the company's, or none are asked for. */
  record Accepted() implements Verdict {}

  /**
   * The address is not the company's, but its holder may be a member as an external.
   *
   * @param domains what would be the company's
   */
  record Outside(List<String> domains) implements Verdict {
    public Outside {
      domains = List.copyOf(domains);
    }
  }

  /**
   * Not with this address.
   *
   * @param domains what would be accepted; empty if that is no matter of domains
   */
  record Refused(EmailRefusal reason, List<String> domains) implements Verdict {

    /** A text with more domains than these helps nobody. */
    private static final int SHOWN = 5;

    public Refused {
      domains = List.copyOf(domains);
    }

    /** The domains in one line. */
    public String domainsText() {
      String all = String.join(", ", domains.stream().limit(SHOWN).toList());
      return domains.size() > SHOWN ? all + ", …" : all;
    }

    /** Key of the text for the person, see {@link EmailRefusal#messageKey(String)}. */
    public String messageKey() {
      return reason.messageKey(domainsText());
    }

    /** For programs. */
    public Map<String, String> details() {
      return domains.isEmpty() ? Map.of() : Map.of("domains", domainsText());
    }
  }

  static Verdict accepted() {
    return new Accepted();
  }

  static Verdict refused(EmailRefusal reason) {
    return new Refused(reason, List.of());
  }

  /** Whether the person may be an ordinary member. */
  default boolean isAccepted() {
    return this instanceof Accepted;
  }

  /** Whether the person may be, or stay, a member in this way. */
  default boolean admits(boolean external) {
    return isAccepted() || (external && this instanceof Outside);
  }

  /** The refusal of somebody who is no external; for who may only come as one, that. */
  default Refused asRefusal() {
    if (this instanceof Refused refused) {
      return refused;
    }
    if (this instanceof Outside outside) {
      return new Refused(EmailRefusal.OTHER_DOMAIN, outside.domains());
    }
    throw new IllegalStateException("An accepted address is not refused");
  }
}
