// SPDX-License-Identifier: Apache-2.0
package io.companyaccounts.invitation;

import org.keycloak.provider.ProviderFactory;

/** Makes an {@link InvitationProvider} for each Keycloak session. */
public interface InvitationProviderFactory extends ProviderFactory<InvitationProvider> {}
