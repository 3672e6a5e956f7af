// SPDX-License-Identifier: Apache-2.0
package io.companyaccounts.proof;

import io.companyaccounts.membership.Standing;
import org.keycloak.models.OrganizationModel;

/** A company that a step can be for, and where the person stands in it. */
public record StepCompany(OrganizationModel organization, Standing standing) {}
