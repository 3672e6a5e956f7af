// SPDX-License-Identifier: Apache-2.0
package io.companyaccounts.domainproof;

import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import org.keycloak.Config;
import org.keycloak.executors.ExecutorsProvider;
import org.keycloak.models.KeycloakSession;
import org.keycloak.provider.ProviderConfigProperty;
import org.keycloak.provider.ProviderConfigurationBuilder;

/** The default provider of the SPI {@code company-dns}. */
public final class JndiTxtRecordsFactory implements TxtRecordsFactory {

  public static final String ID = "jndi";
  static final String SERVERS = "servers";

  private static final Duration LONGEST = Duration.ofSeconds(10);
  private static final String THREADS = "company-dns";

  private String urls = urls("");

  @Override
  public TxtRecords create(KeycloakSession session) {
    return new JndiTxtRecords(
        session.getProvider(ExecutorsProvider.class).getExecutor(THREADS), urls, LONGEST);
  }

  @Override
  public void init(Config.Scope config) {
    urls = urls(config.get(SERVERS, ""));
  }

  /** Without servers Java asks those that the machine asks. */
  static String urls(String servers) {
    return servers.isBlank()
        ? "dns:"
        : Arrays.stream(servers.strip().split("[\\s,]+", -1))
            .map(server -> "dns://" + server)
            .collect(Collectors.joining(" "));
  }

  @Override
  public List<ProviderConfigProperty> getConfigMetadata() {
    return ProviderConfigurationBuilder.create()
        .property()
        .name(SERVERS)
        .type(ProviderConfigProperty.STRING_TYPE)
        .helpText(
            "DNS servers to ask, host or host:port, with spaces or commas between them. Without it"
                + " those of the machine.")
        .add()
        .build();
  }

  @Override
  public String getId() {
    return ID;
  }
}
