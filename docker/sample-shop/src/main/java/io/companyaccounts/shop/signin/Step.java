// SPDX-License-Identifier: Apache-2.0
package io.companyaccounts.shop.signin;

import java.io.Serializable;

/**
 * What somebody went to Keycloak for: remembered in the session to find the way back, and no proof
 * of anything.
 *
 * @param person the claim {@code sub} of who went
 * @param company alias of the company acted for
 * @param subject what it is about, for example the number of a quote
 * @param operation what is to be done with it
 */
public record Step(String person, String company, String subject, String operation)
    implements Serializable {

  private static final long serialVersionUID = 1L;
}
