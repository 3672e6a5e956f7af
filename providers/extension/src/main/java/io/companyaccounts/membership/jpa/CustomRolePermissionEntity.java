// SPDX-License-Identifier: Apache-2.0
package io.companyaccounts.membership.jpa;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.IdClass;
import jakarta.persistence.Table;
import java.io.Serializable;
import java.util.Objects;
import org.jspecify.annotations.NullUnmarked;

/** A permission that a custom role names, by the id of the client role. */
@Entity(name = "CompanyCustomRolePermission")
@Table(name = "COMPANY_ROLE_PERMISSION")
@IdClass(CustomRolePermissionEntity.Key.class)
@NullUnmarked
public class CustomRolePermissionEntity {

  @Id
  @Column(name = "ROLE_ID")
  String roleId;

  @Id
  @Column(name = "PERMISSION_ID")
  String permissionId;

  protected CustomRolePermissionEntity() {}

  CustomRolePermissionEntity(String roleId, String permissionId) {
    this.roleId = roleId;
    this.permissionId = permissionId;
  }

  /** Primary key. */
  public static class Key implements Serializable {
    String roleId;
    String permissionId;

    public Key() {}

    @Override
    public boolean equals(Object other) {
      return other instanceof Key key
          && roleId.equals(key.roleId)
          && permissionId.equals(key.permissionId);
    }

    @Override
    public int hashCode() {
      return Objects.hash(roleId, permissionId);
    }
  }
}
