// SPDX-License-Identifier: Apache-2.0
package io.companyaccounts.platform;

import java.time.Duration;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.keycloak.Config;
import org.keycloak.connections.jpa.JpaConnectionProvider;
import org.keycloak.executors.ExecutorsProvider;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.KeycloakSessionFactory;
import org.keycloak.models.utils.KeycloakModelUtils;
import org.keycloak.models.utils.PostMigrationEvent;
import org.keycloak.provider.Provider;
import org.keycloak.provider.ProviderConfigProperty;
import org.keycloak.provider.ProviderConfigurationBuilder;
import org.keycloak.provider.ProviderFactory;
import org.keycloak.timer.TimerProvider;

/** Starts and stops the job runner of this node. */
public final class JobsFactory implements ProviderFactory<Jobs> {

  static final String POLL_SECONDS = "poll-seconds";
  static final String LEASE_SECONDS = "lease-seconds";
  private static final int USUAL_POLL_SECONDS = 5;
  private static final int USUAL_LEASE_SECONDS = 120;
  private static final String TASK = "company-jobs";

  private Duration poll = Duration.ofSeconds(USUAL_POLL_SECONDS);
  private Duration lease = Duration.ofSeconds(USUAL_LEASE_SECONDS);
  private volatile @Nullable JobRunner runner;

  @Override
  public Jobs create(KeycloakSession session) {
    return new JpaJobs(session, this::wake);
  }

  @Override
  public void init(Config.Scope config) {
    poll = seconds(config, POLL_SECONDS, USUAL_POLL_SECONDS);
    lease = seconds(config, LEASE_SECONDS, USUAL_LEASE_SECONDS);
  }

  private static Duration seconds(Config.Scope config, String key, int usual) {
    int seconds = config.getInt(key, usual);
    if (seconds < 1) {
      throw new IllegalArgumentException(
          "spi-company-jobs--default--" + key + " must be at least 1");
    }
    return Duration.ofSeconds(seconds);
  }

  @Override
  public void postInit(KeycloakSessionFactory factory) {
    factory.register(
        event -> {
          if (event instanceof PostMigrationEvent) {
            KeycloakModelUtils.runJobInTransaction(factory, this::start);
          }
        });
  }

  private void start(KeycloakSession session) {
    JobRunner started =
        new JobRunner(
            session.getKeycloakSessionFactory(),
            session.getProvider(ExecutorsProvider.class).getExecutor(TASK),
            lease);
    runner = started;
    session.getProvider(TimerProvider.class).schedule(started::wake, poll.toMillis(), TASK);
  }

  private void wake() {
    JobRunner awake = runner;
    if (awake != null) {
      awake.wake();
    }
  }

  @Override
  public void close() {
    JobRunner running = runner;
    if (running != null) {
      running.stop();
    }
  }

  /** So that a run in progress can still commit when the server stops. */
  @Override
  public Set<Class<? extends Provider>> dependsOn() {
    return Set.of(JpaConnectionProvider.class, ExecutorsProvider.class, TimerProvider.class);
  }

  @Override
  public List<ProviderConfigProperty> getConfigMetadata() {
    return ProviderConfigurationBuilder.create()
        .property()
        .name(POLL_SECONDS)
        .type(ProviderConfigProperty.INTEGER_TYPE)
        .helpText("How often a node looks for jobs that are due, in seconds.")
        .defaultValue(USUAL_POLL_SECONDS)
        .add()
        .property()
        .name(LEASE_SECONDS)
        .type(ProviderConfigProperty.INTEGER_TYPE)
        .helpText(
            "How long a node holds a job, in seconds. Another node takes it over when the node did"
                + " not finish it by then.")
        .defaultValue(USUAL_LEASE_SECONDS)
        .add()
        .build();
  }

  @Override
  public String getId() {
    return "default";
  }
}
