// SPDX-License-Identifier: Apache-2.0
package io.companyaccounts.membership;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A member with what others in the company may see of the person.
 *
 * @param userId Keycloak's id of the person
 * @param username login name
 * @param email e-mail address; null if the person has none
 * @param firstName may be null
 * @param lastName may be null
 * @param phone as the invitation said, if the user profile has no place for it; may be null
 * @param enabled false if the vendor switched the account off
 * @param state active or blocked in this company
 * @param owner whether the person owns the company
 * @param notes how the person's address fits the company
 * @param roles what the person holds, those of the past and the future included; the default role,
 *     marked so, if none counts now
 * @param version grows with each change of the member; 0 if nothing was ever stored
 */
public record Member(
    String userId,
    String username,
    @Nullable String email,
    @Nullable String firstName,
    @Nullable String lastName,
    @Nullable String phone,
    boolean enabled,
    MemberState state,
    boolean owner,
    AddressNotes notes,
    List<HeldRole> roles,
    int version) {

  /**
   * A role as held by one member.
   *
   * @param role the role
   * @param assignment the period
   * @param counts whether it counts now
   * @param byDefault whether it is held only because no other role counts
   */
  public record HeldRole(
      CompanyRole role, RoleAssignment assignment, boolean counts, boolean byDefault) {}

  public Member {
    roles = List.copyOf(roles);
  }

  /** First and last name, else the login name. */
  public String displayName() {
    return displayName(username, firstName, lastName);
  }

  /** First and last name, else the login name. */
  public static String displayName(
      String username, @Nullable String firstName, @Nullable String lastName) {
    String name =
        ((firstName == null ? "" : firstName) + " " + (lastName == null ? "" : lastName)).strip();
    return name.isEmpty() ? username : name;
  }
}
