// SPDX-License-Identifier: Apache-2.0
package io.companyaccounts.emaildomain;

import org.keycloak.provider.ProviderFactory;

/** Makes an {@link EmailDomainProvider}. */
public interface EmailDomainProviderFactory extends ProviderFactory<EmailDomainProvider> {}
