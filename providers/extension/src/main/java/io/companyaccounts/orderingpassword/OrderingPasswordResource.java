// SPDX-License-Identifier: Apache-2.0
package io.companyaccounts.orderingpassword;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.companyaccounts.membership.Member;
import io.companyaccounts.membership.Outcome;
import io.companyaccounts.membership.Permission;
import io.companyaccounts.membership.rest.OrganizationAccess;
import io.companyaccounts.membership.rest.Refusals;
import io.companyaccounts.platform.ApiException;
import io.companyaccounts.platform.IfMatch;
import io.companyaccounts.platform.JsonBody;
import io.companyaccounts.platform.PageRequest;
import io.companyaccounts.platform.RequestText;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.io.InputStream;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.keycloak.models.UserModel;

/** The ordering password of one organization: set, rotate, remove, settings, locks. Never shown. */
@Produces(MediaType.APPLICATION_JSON)
public final class OrderingPasswordResource {

  private final OrganizationAccess access;
  private final OrderingPasswords passwords;

  OrderingPasswordResource(OrganizationAccess access) {
    this.access = access;
    this.passwords = new OrderingPasswords(access.session());
  }

  /** How it stands. */
  @GET
  public Response get() {
    access.requireView(Permission.ORDERING_MANAGE);
    return answer(passwords.of(access.organization().getId()));
  }

  /** Sets the password, or another one. */
  @PUT
  public Response set(@Nullable InputStream body) {
    requireFreshChange();
    PasswordRequest wanted = JsonBody.read(access.session(), body, PasswordRequest.class);
    if (wanted.password() == null) {
      throw ApiException.invalidValue("password", "must be sent.");
    }
    return answer(
        done(
            passwords.set(
                access.actor(),
                access.organization(),
                wanted.password(),
                access.person().orElse(null))));
  }

  /** Takes it away: from then on roles alone decide. */
  @DELETE
  public Response remove() {
    requireFreshChange();
    return answer(done(passwords.remove(access.actor(), access.organization())));
  }

  /** What the company itself sets, as it shall be. */
  @PUT
  @Path("settings")
  public Response change(@Nullable InputStream body) {
    requireFreshChange();
    OrderingChoice wanted = JsonBody.read(access.session(), body, SettingsRequest.class).choice();
    return answer(
        done(passwords.change(access.actor(), access.organization(), wanted, access.ifVersion())));
  }

  /** Who has to wait because of too many wrong tries. */
  @GET
  @Path("locks")
  public LocksRepresentation locks() {
    access.requireView(Permission.ORDERING_MANAGE);
    access.requireViewOfAll();
    PageRequest page =
        PageRequest.read(access.session().getContext().getUri().getQueryParameters());
    List<LockRepresentation> members =
        passwords.locks(access.organization(), page.first(), page.max()).stream()
            .map(this::representation)
            .toList();
    return new LocksRepresentation(
        lockedUntil(passwords.of(access.organization().getId())), members);
  }

  /** Lets the members of the company try again at once. */
  @DELETE
  @Path("locks/company")
  public Response unlockCompany() {
    requireFreshChange();
    done(passwords.unlockCompany(access.actor(), access.organization()));
    return Response.noContent().build();
  }

  /** Lets a member try again at once. */
  @DELETE
  @Path("locks/{user}")
  public Response unlock(@PathParam("user") String userId) {
    requireFreshChange();
    if (!RequestText.isStorable(userId)) {
      throw exception((Outcome.Refused<?>) Outcome.refused(OrderingRefusal.NOT_LOCKED));
    }
    done(passwords.unlock(access.actor(), access.organization(), userId));
    return Response.noContent().build();
  }

  private void requireChange() {
    access.requireView(Permission.ORDERING_MANAGE);
    access.requireChange();
  }

  private void requireFreshChange() {
    requireChange();
    access.requireFreshLogin(passwords.vendor().loginAge());
  }

  private <T> T done(Outcome<T> outcome) {
    return access.done(outcome, OrderingPasswordResource::exception);
  }

  private static ApiException exception(Outcome.Refused<?> refused) {
    return refused.reason() instanceof OrderingRefusal reason
        ? Refusals.exception(refused, reason.text(refused.details()))
        : Refusals.exception(refused);
  }

  private Response answer(CompanyOrdering ordering) {
    return Response.ok(
            OrderingRepresentation.of(
                ordering, ordering.choice().over(passwords.vendor()), lockedUntil(ordering)))
        .header("ETag", IfMatch.tag(ordering.version()))
        .build();
  }

  private static @Nullable String lockedUntil(CompanyOrdering ordering) {
    Instant until = ordering.lockedUntil();
    return until == null || !OrderingPasswords.now().isBefore(until) ? null : until.toString();
  }

  private LockRepresentation representation(OrderingPasswords.Lock lock) {
    @Nullable UserModel person =
        access
            .session()
            .users()
            .getUserById(access.session().getContext().getRealm(), lock.userId());
    String name =
        person == null
            ? null
            : Member.displayName(person.getUsername(), person.getFirstName(), person.getLastName());
    return new LockRepresentation(lock.userId(), name, lock.failures(), lock.until().toString());
  }

  /** The password as it shall be. */
  record PasswordRequest(@Nullable String password) {
    @Override
    public String toString() {
      return "PasswordRequest";
    }
  }

  /** What the company sets; what is left out is the vendor's. */
  record SettingsRequest(
      @Nullable List<String> requiredFor,
      @Nullable Integer windowSeconds,
      @Nullable Integer memberTries,
      @Nullable Integer lockMinutes,
      @Nullable Integer minLength) {

    OrderingChoice choice() {
      if (requiredFor != null && requiredFor.stream().anyMatch(Objects::isNull)) {
        throw ApiException.invalidValue("requiredFor", "must be names of permissions.");
      }
      return new OrderingChoice(
          requiredFor == null ? null : new TreeSet<>(requiredFor),
          windowSeconds,
          memberTries,
          lockMinutes,
          minLength);
    }
  }

  /** How it stands. Times are ISO 8601 in UTC. */
  @JsonInclude(JsonInclude.Include.NON_NULL)
  record OrderingRepresentation(
      boolean set,
      int passwordVersion,
      @Nullable String changedAt,
      @Nullable String changedBy,
      @Nullable String lockedUntil,
      SettingsRepresentation own,
      SettingsRepresentation effective) {

    static OrderingRepresentation of(
        CompanyOrdering ordering, OrderingSettings effective, @Nullable String lockedUntil) {
      OrderingChoice own = ordering.choice();
      Set<String> requiredFor = own.requiredFor();
      List<String> names = requiredFor == null ? null : List.copyOf(new TreeSet<>(requiredFor));
      return new OrderingRepresentation(
          ordering.set(),
          ordering.passwordVersion(),
          ordering.changedAt() == null ? null : ordering.changedAt().toString(),
          ordering.changedBy(),
          lockedUntil,
          new SettingsRepresentation(
              names, own.windowSeconds(), own.memberTries(), own.lockMinutes(), own.minLength()),
          new SettingsRepresentation(
              names,
              effective.windowSeconds(),
              effective.memberTries(),
              effective.lockMinutes(),
              effective.minLength()));
    }
  }

  /** Settings as they are sent; {@code requiredFor} is left out if it is asked for everything. */
  @JsonInclude(JsonInclude.Include.NON_NULL)
  record SettingsRepresentation(
      @Nullable List<String> requiredFor,
      @Nullable Integer windowSeconds,
      @Nullable Integer memberTries,
      @Nullable Integer lockMinutes,
      @Nullable Integer minLength) {}

  /** Everything that is locked now. */
  @JsonInclude(JsonInclude.Include.NON_NULL)
  record LocksRepresentation(@Nullable String companyUntil, List<LockRepresentation> members) {}

  /** A member who is locked. */
  @JsonInclude(JsonInclude.Include.NON_NULL)
  record LockRepresentation(String user, @Nullable String name, int failures, String until) {}
}
