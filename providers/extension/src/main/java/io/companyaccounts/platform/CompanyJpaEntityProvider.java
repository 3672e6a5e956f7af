// SPDX-License-Identifier: Apache-2.0
package io.companyaccounts.platform;

import io.companyaccounts.activity.ActivityEntity;
import io.companyaccounts.domainproof.DomainProofEntity;
import io.companyaccounts.emaildomain.jpa.EmailRuleEntity;
import io.companyaccounts.invitation.jpa.InvitationEntity;
import io.companyaccounts.invitation.jpa.InvitationRoleEntity;
import io.companyaccounts.invitation.jpa.InvitationSettingsEntity;
import io.companyaccounts.invitation.jpa.InviteLinkEntity;
import io.companyaccounts.invitation.jpa.InviteLinkRoleEntity;
import io.companyaccounts.mailconfirmation.MailCodeEntity;
import io.companyaccounts.membership.jpa.CustomRoleEntity;
import io.companyaccounts.membership.jpa.CustomRolePermissionEntity;
import io.companyaccounts.membership.jpa.MemberEntity;
import io.companyaccounts.membership.jpa.OwnerEntity;
import io.companyaccounts.membership.jpa.RoleAssignmentEntity;
import io.companyaccounts.orderingpassword.OrderingPasswordEntity;
import io.companyaccounts.orderingpassword.OrderingTriesEntity;
import io.companyaccounts.proof.RedeemedProofEntity;
import java.util.List;
import java.util.stream.Stream;
import org.keycloak.connections.jpa.entityprovider.JpaEntityProvider;

/** The one place that lists every table of the pack. */
final class CompanyJpaEntityProvider implements JpaEntityProvider {

  /** Rows with an ORG_ID that is never null vanish with the organization, and so with the realm. */
  private static final List<Class<?>> OF_AN_ORGANIZATION =
      List.of(
          ActivityEntity.class,
          DomainProofEntity.class,
          EmailRuleEntity.class,
          InvitationEntity.class,
          InvitationRoleEntity.class,
          InvitationSettingsEntity.class,
          InviteLinkEntity.class,
          InviteLinkRoleEntity.class,
          MailCodeEntity.class,
          CustomRoleEntity.class,
          CustomRolePermissionEntity.class,
          MemberEntity.class,
          OrderingPasswordEntity.class,
          OrderingTriesEntity.class,
          OwnerEntity.class,
          RedeemedProofEntity.class,
          RoleAssignmentEntity.class);

  /**
   * Rows that can exist without an organization. Each has a {@code realmId}, by which they are
   * removed with their realm.
   */
  static final List<Class<?>> OF_A_REALM = List.of(JobEntity.class, MailEntity.class);

  @Override
  public List<Class<?>> getEntities() {
    return Stream.concat(OF_AN_ORGANIZATION.stream(), OF_A_REALM.stream()).toList();
  }

  @Override
  public String getChangelogLocation() {
    return "META-INF/company-accounts-changelog.xml";
  }

  @Override
  public String getFactoryId() {
    return CompanyJpaEntityProviderFactory.ID;
  }

  @Override
  public void close() {}
}
