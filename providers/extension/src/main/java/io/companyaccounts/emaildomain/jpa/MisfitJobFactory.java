// SPDX-License-Identifier: Apache-2.0
package io.companyaccounts.emaildomain.jpa;

import io.companyaccounts.platform.Job;
import io.companyaccounts.platform.JobHandler;
import io.companyaccounts.platform.JobHandlerFactory;
import io.companyaccounts.platform.JobOutcome;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.OrganizationModel;
import org.keycloak.models.UserModel;
import org.keycloak.organization.OrganizationProvider;

/** Ends a period of grace: whoever still does not fit is shut out. */
public final class MisfitJobFactory implements JobHandlerFactory {

  static final String KIND = "company-address-misfit";

  private static final String ORGANIZATION = "organization";
  private static final String USER = "user";

  static String subject(OrganizationModel organization, UserModel user) {
    return organization.getId() + ":" + user.getId();
  }

  static Map<String, String> data(OrganizationModel organization, UserModel user) {
    return Map.of(ORGANIZATION, organization.getId(), USER, user.getId());
  }

  @Override
  public JobHandler create(KeycloakSession session) {
    return job -> run(session, job);
  }

  private static JobOutcome run(KeycloakSession session, Job job) {
    @Nullable OrganizationModel organization =
        session.getProvider(OrganizationProvider.class).getById(job.data().get(ORGANIZATION));
    @Nullable UserModel user =
        session.users().getUserById(session.getContext().getRealm(), job.data().get(USER));
    if (organization != null && user != null) {
      new AddressWatch(session).act(organization, user);
    }
    return JobOutcome.done();
  }

  @Override
  public String getId() {
    return KIND;
  }
}
