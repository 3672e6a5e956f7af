// SPDX-License-Identifier: Apache-2.0
package io.companyaccounts.server;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.companyaccounts.support.actor.Admin;
import io.companyaccounts.support.actor.Http;
import io.companyaccounts.support.actor.RealmAdmin;
import io.companyaccounts.support.server.KeycloakServer;
import io.companyaccounts.support.server.OnBothDatabases;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/** One row and one event for each thing that happens, and what refusals leave. */
@OnBothDatabases
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ActivityIT {

  private static final String ANNA = "anna@activity.example";

  private final RealmAdmin realm;
  private final Http activity;
  private final String anna;
  private int organizations;

  ActivityIT(KeycloakServer server, Admin admin) {
    realm =
        admin.createRealm(
            "activity", Map.of("adminEventsEnabled", true, "adminEventsDetailsEnabled", true));
    realm.createClient("company", Map.of("enabled", true));
    realm.createClient("caller", Map.of("protocolMappers", List.of(RequestsIT.audience())));
    anna = realm.createUser(ANNA, "anna");
    activity = new Http(server.url().resolve("/realms/activity/company-probe/platform/activity"));
  }

  @AfterAll
  void removeRealm() {
    realm.remove();
  }

  @Test
  void whatTheSystemDoesIsOneRowAndOneEvent() {
    String organization = newOrganization();

    activity.post("?organization=" + organization + "&kind=MEMBER_BLOCKED&member=m1").expect(204);

    JsonNode entries = entries(organization, "");
    assertThat(entries).hasSize(1);
    JsonNode entry = entries.get(0);
    assertThat(entry.get("kind").asText()).isEqualTo("MEMBER_BLOCKED");
    assertThat(entry.get("actorKind").asText()).isEqualTo("SYSTEM");
    assertThat(entry.get("member").asText()).isEqualTo("m1");
    assertThat(entry.get("details").get("role_name").asText()).isEqualTo("Küche 😀 <b>");
    JsonNode event = events("COMPANY_MEMBER", organization).get(0);
    assertThat(event.get("operationType").asText()).isEqualTo("ACTION");
    assertThat(event.get("resourcePath").asText())
        .isEqualTo("company/organizations/" + organization + "/members/m1");
    assertThat(event.get("details").get("activity").asText()).isEqualTo("MEMBER_BLOCKED");
    assertThat(event.get("details").get("role_name").asText()).isEqualTo("Küche \uFFFD <b>");
    assertThat(event.get("authDetails").has("userId")).isFalse();
  }

  @Test
  void whatAMemberDoesBearsTheMembersName() {
    String organization = newOrganization();

    asAnna().post("?organization=" + organization + "&kind=ROLE_CREATED").expect(204);

    assertThat(entries(organization, "").get(0).get("actor").asText()).isEqualTo(anna);
    JsonNode auth = events("COMPANY_ROLE", organization).get(0).get("authDetails");
    assertThat(auth.get("userId").asText()).isEqualTo(anna);
    assertThat(auth.get("clientId").asText()).isEqualTo(realm.clientUuid("caller"));
    assertThat(auth.get("ipAddress").asText()).isNotBlank();
  }

  @Test
  void whatConcernsTheWholeRealmIsOnlyAnEvent() {
    activity.post("?kind=SETUP_DONE").expect(204);

    assertThat(events("COMPANY_SETUP", "company/setup")).hasSize(1);
  }

  @Test
  void nothingIsLeftOfWhatIsRolledBack() {
    String organization = newOrganization();

    activity.post("/rolled-back?organization=" + organization + "&kind=OWNER_NAMED").expect(409);

    assertThat(entries(organization, "")).isEmpty();
    assertThat(events("COMPANY_OWNER", organization)).isEmpty();
  }

  @Test
  void refusalsOutliveTheirRequestsAndAreCounted() {
    String organization = newOrganization();
    String path = "/refusal?organization=" + organization + "&reason=rank_too_low&member=m1";
    Http asAnna = asAnna();

    IntStream.range(0, 24).parallel().forEach(i -> asAnna.post(path).expect(403));

    JsonNode entries = entries(organization, "");
    int counted = 0;
    for (JsonNode entry : entries) {
      assertThat(entry.get("kind").asText()).isEqualTo("REFUSED");
      assertThat(entry.get("details").get("reason").asText()).isEqualTo("rank_too_low");
      assertThat(entry.get("details").get("action").asText()).isEqualTo("ROLES_CHANGED");
      counted += entry.get("occurrences").asInt();
    }
    // two when the minute changed meanwhile
    assertThat(entries.size()).isBetween(1, 2);
    assertThat(counted).isEqualTo(24);
    List<JsonNode> events = events("COMPANY_MEMBER", organization);
    assertThat(events).hasSameSizeAs(entries);
    assertThat(events.get(0).get("error").asText()).isEqualTo("rank_too_low");
  }

  @Test
  void otherReasonsAndActorsAreOtherRows() {
    String organization = newOrganization();
    String path = "/refusal?organization=" + organization + "&reason=";

    activity.post(path + "one").expect(403);
    activity.post(path + "two").expect(403);
    asAnna().post(path + "one").expect(403);

    assertThat(entries(organization, "")).hasSize(3);
  }

  @Test
  void pagesFollowEachOtherWithoutGapOrRepetition() {
    String organization = newOrganization();
    for (int i = 0; i < 7; i++) {
      activity
          .post("?organization=" + organization + "&kind=MEMBER_JOINED&member=m" + i)
          .expect(204);
    }

    List<String> members = new ArrayList<>();
    String cursor = "";
    int pages = 0;
    do {
      JsonNode page =
          activity
              .get(
                  "?max=3&organization="
                      + organization
                      + (cursor.isEmpty() ? "" : "&cursor=" + cursor))
              .expect(200)
              .json();
      page.get("entries").forEach(entry -> members.add(entry.get("member").asText()));
      cursor = page.get("next").asText();
      pages++;
    } while (!cursor.isEmpty());

    assertThat(pages).isEqualTo(3);
    assertThat(members).containsExactly("m6", "m5", "m4", "m3", "m2", "m1", "m0");
  }

  @Test
  void aListIsNarrowedByKindMemberAndTime() {
    String organization = newOrganization();
    activity.post("?organization=" + organization + "&kind=MEMBER_JOINED&member=m1").expect(204);
    activity.post("?organization=" + organization + "&kind=MEMBER_JOINED&member=m2").expect(204);
    activity.post("?organization=" + organization + "&kind=MEMBER_LEFT&member=m1").expect(204);

    assertThat(entries(organization, "&kind=MEMBER_JOINED")).hasSize(2);
    assertThat(entries(organization, "&member=m1")).hasSize(2);
    assertThat(entries(organization, "&member=m1&kind=MEMBER_LEFT")).hasSize(1);
    assertThat(entries(organization, "&from=2020-01-01T00:00:00Z")).hasSize(3);
    assertThat(entries(organization, "&from=2099-01-01T00:00:00Z")).isEmpty();
    assertThat(entries(organization, "&until=2020-01-01T00:00:00Z")).isEmpty();
    assertThat(entries(newOrganization(), "")).isEmpty();
  }

  @Test
  void whatCannotBeAskedIsRefused() {
    assertThat(code("?organization=x&kind=NOTHING")).isEqualTo("400 invalid_value");
    assertThat(code("?organization=x&cursor=abc")).isEqualTo("400 invalid_cursor");
    assertThat(code("?organization=x&max=1000")).isEqualTo("400 invalid_paging");
  }

  @Test
  void anOrganizationsRowsGoWithIt() {
    String organization = newOrganization();
    activity.post("?organization=" + organization + "&kind=MEMBER_JOINED").expect(204);

    realm.delete("/organizations/" + organization).expect(204);

    assertThat(entries(organization, "")).isEmpty();
  }

  private String newOrganization() {
    return realm.createOrganization("activity-" + ++organizations);
  }

  private Http asAnna() {
    return activity.as(realm.client("caller").password(ANNA, "anna", "openid").access());
  }

  private JsonNode entries(String organization, String filter) {
    return activity.get("?organization=" + organization + filter).expect(200).json().get("entries");
  }

  private List<JsonNode> events(String type, String inPath) {
    List<JsonNode> found = new ArrayList<>();
    realm
        // by path: the filter by type knows Keycloak's own types only and fails with 500
        .get("/admin-events?max=100&resourcePath=company/*")
        .expect(200)
        .json()
        .forEach(
            event -> {
              if (event.get("resourceType").asText().equals(type)
                  && event.get("resourcePath").asText().contains(inPath)) {
                found.add(event);
              }
            });
    return found;
  }

  private String code(String query) {
    var reply = activity.get(query);
    return reply.status() + " " + reply.json().get("error").asText();
  }
}
