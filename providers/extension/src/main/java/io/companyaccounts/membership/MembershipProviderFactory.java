// SPDX-License-Identifier: Apache-2.0
package io.companyaccounts.membership;

import org.keycloak.provider.ProviderFactory;

/** Makes a {@link MembershipProvider} for each Keycloak session. */
public interface MembershipProviderFactory extends ProviderFactory<MembershipProvider> {}
