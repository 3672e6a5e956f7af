// SPDX-License-Identifier: Apache-2.0
package io.companyaccounts.setup;

import org.keycloak.provider.ProviderFactory;

/** Makes a {@link SetupProvider} for each Keycloak session. */
public interface SetupProviderFactory extends ProviderFactory<SetupProvider> {}
