// SPDX-License-Identifier: Apache-2.0
package io.companyaccounts.invitation;

import static io.companyaccounts.invitation.InvitingRealm.draft;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.companyaccounts.support.actor.Admin;
import io.companyaccounts.support.actor.Http;
import io.companyaccounts.support.company.CompanyRealm;
import io.companyaccounts.support.mail.Mailbox;
import io.companyaccounts.support.server.KeycloakServer;
import io.companyaccounts.support.server.ServerTest;
import io.companyaccounts.support.server.Statements;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/** Inviting and listing cost the same in a small company and in a large one. */
@ServerTest
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class InvitationCostIT {

  private static final int MANY = 300;

  /**
   * The mail leaves at once, and what its job does meanwhile is counted too: less than one for each
   * open invitation would be. {@link InvitationStoreIT} counts without it.
   */
  private static final long OF_THE_MAIL = 12;

  private final KeycloakServer server;
  private final InvitingRealm inviting;
  private final CompanyRealm realm;
  private int number;

  InvitationCostIT(KeycloakServer server, Admin admin, Mailbox mailbox) {
    this.server = server;
    inviting = InvitingRealm.create(server, admin, mailbox, "cost");
    realm = inviting.realm();
    realm.admin().put("", Map.of("realm", "cost", "adminEventsEnabled", false)).expect(204);
  }

  @AfterAll
  void removeRealm() {
    inviting.remove();
  }

  @Test
  void statementsDoNotGrowWithTheCompany() {
    String org = inviting.company("acme");
    Http boss = inviting.boss("acme");
    long inviteFew = invite(boss, org);
    long listFew = list(boss, org);
    long inviteAccount = inviteAccounts(boss, org);

    fill(boss, org);
    long inviteMany = invite(boss, org);
    long listMany = list(boss, org);
    inviting.seats(org, "acme", 5_000);
    long inviteWithSeats = invite(boss, org);
    long listWithSeats = list(boss, org);

    System.out.printf(
        "invite: %d statements with few open, %d with an account, %d with %d open, %d with seats%n",
        inviteFew, inviteAccount, inviteMany, MANY, inviteWithSeats);
    System.out.printf(
        "list: %d statements with few open, %d with %d, %d with seats%n",
        listFew, listMany, MANY, listWithSeats);
    assertThat(inviteMany).isCloseTo(inviteFew, within(OF_THE_MAIL));
    assertThat(inviteAccount).isCloseTo(inviteFew, within(OF_THE_MAIL));
    assertThat(listMany).isEqualTo(listFew);
    long caller = caller(boss, org);
    System.out.printf("of these for the caller: %d statements%n", caller);
    assertThat(Math.min(inviteFew, inviteAccount) - caller).isLessThanOrEqualTo(12 + OF_THE_MAIL);
    assertThat(listFew - caller).isLessThanOrEqualTo(3);
    assertThat(listWithSeats - caller).isLessThanOrEqualTo(3);
  }

  private long invite(Http boss, String org) {
    return cheapest(boss, org, () -> "person" + number++ + "@cost-way.example");
  }

  /** People who have an account already, in no company. */
  private long inviteAccounts(Http boss, String org) {
    return cheapest(
        boss,
        org,
        () -> {
          String email = "account" + number++ + "@cost-way.example";
          realm.admin().createUser(email, CompanyRealm.PASSWORD);
          return email;
        });
  }

  /** The mail of each leaves before the next is counted. */
  private long cheapest(Http boss, String org, Supplier<String> emails) {
    List<Long> counts = new ArrayList<>();
    for (int i = 0; i < 6; i++) {
      String email = emails.get();
      counts.add(
          server
              .node(0)
              .statements()
              .once(() -> boss.post(inviting.invitations(org), draft(email)).expect(201)));
      inviting.mailbox().await(email);
    }
    return new Statements.Count(counts).minimum();
  }

  /** What it costs to know who calls, with nothing to read. */
  private long caller(Http boss, String org) {
    return server
        .node(0)
        .statements()
        .of(() -> boss.get(inviting.invitations(org) + "?max=0").expect(400))
        .minimum();
  }

  private long list(Http boss, String org) {
    return server
        .node(0)
        .statements()
        .of(() -> boss.get(inviting.invitations(org) + "?max=20").expect(200))
        .minimum();
  }

  private void fill(Http boss, String org) {
    List<Map<String, Object>> rows =
        IntStream.range(0, MANY).mapToObj(i -> draft("many" + i + "@cost-way.example")).toList();
    boss.post(inviting.invitations(org) + "/batch", Map.of("invitations", rows)).expect(200);
    for (int i = 0; i < MANY; i++) {
      inviting.mailbox().await("many" + i + "@cost-way.example");
    }
  }
}
