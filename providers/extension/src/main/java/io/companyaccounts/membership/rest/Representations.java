// SPDX-License-Identifier: Apache-2.0
package io.companyaccounts.membership.rest;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.companyaccounts.activity.ActivityEntry;
import io.companyaccounts.activity.ActivityPage;
import io.companyaccounts.membership.CompanyRole;
import io.companyaccounts.membership.Member;
import io.companyaccounts.membership.MemberPage;
import io.companyaccounts.membership.Permission;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What the REST interface sends. Times are ISO 8601 in UTC, permissions are written client:name.
 */
final class Representations {

  private Representations() {}

  /** A role as held by a member. */
  @JsonInclude(JsonInclude.Include.NON_NULL)
  record HeldRoleRepresentation(
      String id,
      String name,
      Map<String, String> names,
      String kind,
      int rank,
      @Nullable String from,
      @Nullable String until,
      @Nullable Long limit,
      boolean counts,
      boolean byDefault) {

    static HeldRoleRepresentation of(Member.HeldRole held) {
      return new HeldRoleRepresentation(
          held.role().id(),
          held.role().name(),
          held.role().names(),
          held.role().kind().name(),
          held.role().rank(),
          text(held.assignment().from()),
          text(held.assignment().until()),
          held.assignment().limit(),
          held.counts(),
          held.byDefault());
    }
  }

  /** A member; rank and permissions only where one member is asked for. */
  @JsonInclude(JsonInclude.Include.NON_NULL)
  record MemberRepresentation(
      String id,
      String username,
      @Nullable String email,
      @Nullable String firstName,
      @Nullable String lastName,
      @Nullable String phone,
      boolean enabled,
      String state,
      boolean owner,
      boolean external,
      @Nullable String addressMisfitSince,
      @Nullable String addressMisfitUntil,
      List<HeldRoleRepresentation> roles,
      int version,
      @Nullable Integer rank,
      @Nullable List<String> permissions) {

    static MemberRepresentation of(Member member) {
      return of(member, null, null);
    }

    static MemberRepresentation of(
        Member member, @Nullable Integer rank, @Nullable List<String> permissions) {
      return new MemberRepresentation(
          member.userId(),
          member.username(),
          member.email(),
          member.firstName(),
          member.lastName(),
          member.phone(),
          member.enabled(),
          member.state().name(),
          member.owner(),
          member.notes().external(),
          text(member.notes().misfitSince()),
          text(member.notes().misfitUntil()),
          member.roles().stream().map(HeldRoleRepresentation::of).toList(),
          member.version(),
          rank,
          permissions);
    }
  }

  /** One page of members. */
  record MemberPageRepresentation(
      int first, int max, int total, boolean totalCapped, List<MemberRepresentation> members) {

    static MemberPageRepresentation of(int first, int max, MemberPage page) {
      return new MemberPageRepresentation(
          first,
          max,
          page.total(),
          page.capped(),
          page.members().stream().map(MemberRepresentation::of).toList());
    }
  }

  /** A role of a company. */
  @JsonInclude(JsonInclude.Include.NON_NULL)
  record RoleRepresentation(
      String id,
      String name,
      Map<String, String> names,
      @Nullable String description,
      String kind,
      int rank,
      boolean assignable,
      boolean byDefault,
      boolean external,
      List<String> granted,
      List<String> permissions,
      List<String> limited,
      int version,
      @Nullable List<String> leftOut) {

    static RoleRepresentation of(CompanyRole role, DisplayText texts) {
      return of(role, texts, null);
    }

    /**
     * @param leftOut permissions that a copy could not take over; null if it is no copy
     */
    static RoleRepresentation of(
        CompanyRole role, DisplayText texts, @Nullable Collection<Permission> leftOut) {
      return new RoleRepresentation(
          role.id(),
          role.name(),
          role.names(),
          texts.of(role.description()),
          role.kind().name(),
          role.rank(),
          role.assignable(),
          role.byDefault(),
          role.external(),
          keys(role.granted()),
          keys(role.permissions()),
          keys(role.limited()),
          role.version(),
          leftOut == null ? null : keys(leftOut));
    }
  }

  /** Who can help in a company. */
  @JsonInclude(JsonInclude.Include.NON_NULL)
  record ContactRepresentation(String id, String name, @Nullable String email, boolean owner) {

    static ContactRepresentation of(Member member) {
      return new ContactRepresentation(
          member.userId(), member.displayName(), member.email(), member.owner());
    }
  }

  /** One thing that happened. */
  @JsonInclude(JsonInclude.Include.NON_NULL)
  record ActivityRepresentation(
      String id,
      String at,
      String kind,
      String actorKind,
      @Nullable String actor,
      @Nullable String member,
      @Nullable String subject,
      int occurrences,
      Map<String, String> details) {

    static ActivityRepresentation of(ActivityEntry entry) {
      return new ActivityRepresentation(
          entry.id(),
          entry.at().toString(),
          entry.kind(),
          entry.actor().kind().name(),
          entry.actor().userId(),
          entry.memberId(),
          entry.subjectId(),
          entry.occurrences(),
          entry.details());
    }
  }

  /** Newest first; {@code next} is the cursor of the following page. */
  @JsonInclude(JsonInclude.Include.NON_NULL)
  record ActivityPageRepresentation(List<ActivityRepresentation> entries, @Nullable String next) {

    static ActivityPageRepresentation of(ActivityPage page) {
      return new ActivityPageRepresentation(
          page.entries().stream().map(ActivityRepresentation::of).toList(), page.next());
    }
  }

  static List<String> keys(Collection<Permission> permissions) {
    return permissions.stream().sorted().map(Permission::key).toList();
  }

  private static @Nullable String text(@Nullable Instant instant) {
    return instant == null ? null : instant.toString();
  }
}
