// SPDX-License-Identifier: Apache-2.0
package io.companyaccounts.companydata;

import com.fasterxml.jackson.core.JsonEncoding;
import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.util.DefaultIndenter;
import com.fasterxml.jackson.core.util.DefaultPrettyPrinter;
import io.companyaccounts.membership.CompanyRole;
import io.companyaccounts.membership.Member;
import io.companyaccounts.membership.Member.HeldRole;
import io.companyaccounts.membership.MemberQuery;
import io.companyaccounts.membership.MemberState;
import io.companyaccounts.membership.MembershipProvider;
import io.companyaccounts.membership.Permission;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.OrganizationModel;
import org.keycloak.models.RealmModel;
import org.keycloak.organization.OrganizationProvider;

/**
 * Writes what companies of the realm of the session's context stored, in the format that import
 * reads, always in the same order. Members are read page by page; whoever has nothing but the
 * default role is left out.
 */
public final class ExportCompanies {

  private static final JsonFactory JSON = new JsonFactory();
  private static final int PAGE = 100;
  private static final Comparator<HeldRole> ROLE_ORDER =
      Comparator.comparing((HeldRole held) -> held.role().kind())
          .thenComparing(held -> held.role().name());

  private final MembershipProvider members;
  private final OrganizationProvider organizations;
  private final JpaOrganizationList list;

  public ExportCompanies(KeycloakSession session) {
    RealmModel realm = session.getContext().getRealm();
    this.members = session.getProvider(MembershipProvider.class);
    this.organizations = session.getProvider(OrganizationProvider.class);
    this.list = new JpaOrganizationList(session, realm);
  }

  /** All organizations that something is stored about. */
  public byte[] all() {
    return write(list.ids());
  }

  /** One organization, even if nothing is stored about it. */
  public byte[] one(OrganizationModel organization) {
    return write(List.of(organization.getId()));
  }

  private byte[] write(List<String> ids) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    DefaultIndenter indenter = new DefaultIndenter("  ", "\n");
    try (JsonGenerator json = JSON.createGenerator(bytes, JsonEncoding.UTF8)) {
      json.setPrettyPrinter(
          new DefaultPrettyPrinter().withObjectIndenter(indenter).withArrayIndenter(indenter));
      json.writeStartObject();
      json.writeNumberField("format", CompanyData.FORMAT);
      json.writeArrayFieldStart("organizations");
      for (String id : ids) {
        OrganizationModel organization = organizations.getById(id);
        if (organization != null) {
          organization(json, organization);
        }
      }
      json.writeEndArray();
      json.writeEndObject();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return bytes.toByteArray();
  }

  private void organization(JsonGenerator json, OrganizationModel organization) throws IOException {
    json.writeStartObject();
    json.writeStringField("alias", organization.getAlias());
    json.writeStringField("owner", owner(organization));
    json.writeArrayFieldStart("roles");
    for (CompanyRole role :
        members.roles(organization).all().stream()
            .filter(CompanyRole::isCustom)
            .sorted(Comparator.comparing(CompanyRole::name))
            .toList()) {
      customRole(json, role);
    }
    json.writeEndArray();
    json.writeArrayFieldStart("members");
    List<Member> page = List.of();
    for (int first = 0; first == 0 || page.size() == PAGE; first += PAGE) {
      page = page(organization, first);
      for (Member member : page) {
        member(json, member);
      }
    }
    json.writeEndArray();
    json.writeEndObject();
  }

  private @Nullable String owner(OrganizationModel organization) {
    return members
        .owner(organization)
        .flatMap(id -> members.member(organization, id))
        .map(Member::username)
        .orElse(null);
  }

  private List<Member> page(OrganizationModel organization, int first) {
    return members
        .members(
            organization,
            new MemberQuery(null, null, null, MemberQuery.Sort.USERNAME, false, first, PAGE))
        .members();
  }

  private static void customRole(JsonGenerator json, CompanyRole role) throws IOException {
    json.writeStartObject();
    json.writeStringField("name", role.name());
    if (role.description() != null) {
      json.writeStringField("description", role.description());
    }
    json.writeNumberField("rank", role.rank());
    json.writeArrayFieldStart("permissions");
    for (Permission permission : role.granted().stream().sorted().toList()) {
      json.writeString(permission.key());
    }
    json.writeEndArray();
    json.writeEndObject();
  }

  private static void member(JsonGenerator json, Member member) throws IOException {
    List<HeldRole> held =
        member.roles().stream().filter(role -> !role.byDefault()).sorted(ROLE_ORDER).toList();
    boolean external = member.notes().external();
    if (held.isEmpty() && member.state() == MemberState.ACTIVE && !external) {
      return;
    }
    json.writeStartObject();
    json.writeStringField("username", member.username());
    if (member.state() != MemberState.ACTIVE) {
      json.writeStringField("state", member.state().name());
    }
    if (external) {
      json.writeBooleanField("external", true);
    }
    json.writeArrayFieldStart("roles");
    for (HeldRole role : held) {
      json.writeStartObject();
      json.writeStringField(role.role().isCustom() ? "custom" : "role", role.role().name());
      time(json, "from", role.assignment().from());
      time(json, "until", role.assignment().until());
      Long limit = role.assignment().limit();
      if (limit != null) {
        json.writeNumberField("limit", limit);
      }
      json.writeEndObject();
    }
    json.writeEndArray();
    json.writeEndObject();
  }

  private static void time(JsonGenerator json, String field, @Nullable Instant time)
      throws IOException {
    if (time != null) {
      json.writeStringField(field, time.toString());
    }
  }
}
