// SPDX-License-Identifier: Apache-2.0
package io.companyaccounts.emaildomain;

import static io.companyaccounts.emaildomain.Way.ACCOUNT_ACCEPTS;
import static io.companyaccounts.emaildomain.Way.ACCOUNT_CONSOLE;
import static io.companyaccounts.emaildomain.Way.ADMIN_CHANGES;
import static io.companyaccounts.emaildomain.Way.ADMIN_INVITES;
import static io.companyaccounts.emaildomain.Way.BATCH;
import static io.companyaccounts.emaildomain.Way.CONSOLE_ADDS;
import static io.companyaccounts.emaildomain.Way.CONSOLE_INVITES_ACCOUNT;
import static io.companyaccounts.emaildomain.Way.CONSOLE_INVITES_NEW_PERSON;
import static io.companyaccounts.emaildomain.Way.EMAIL_PAGE;
import static io.companyaccounts.emaildomain.Way.IDENTITY_PROVIDER;
import static io.companyaccounts.emaildomain.Way.LINK;
import static io.companyaccounts.emaildomain.Way.MEMBER_INVITES;
import static io.companyaccounts.emaildomain.Way.NEW_PERSON_ACCEPTS;
import static io.companyaccounts.emaildomain.Way.PROFILE_PAGE;
import static io.companyaccounts.emaildomain.Way.UNBLOCKED;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.companyaccounts.emaildomain.Way.Goal;
import io.companyaccounts.emaildomain.Way.Taken;
import io.companyaccounts.support.actor.Admin;
import io.companyaccounts.support.actor.Http;
import io.companyaccounts.support.actor.Json;
import io.companyaccounts.support.actor.Reply;
import io.companyaccounts.support.actor.WebPage;
import io.companyaccounts.support.company.CompanyRealm;
import io.companyaccounts.support.mail.Mailbox;
import io.companyaccounts.support.server.KeycloakServer;
import io.companyaccounts.support.server.ServerTest;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Every way into a company, with everything that a company or its vendor can demand. */
@ServerTest
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class EmailWaysIT {

  private static final Policy NONE = Policy.of();
  private static final Policy COMPANY = Policy.of("company.emailDomain", "company-domains");
  private static final Policy BELOW = COMPANY.and("company.emailDomain.subdomains", "true");
  private static final Policy WILDCARD = COMPANY.withDomain("*.{d}");
  private static final Policy ALLOWED =
      COMPANY.and("company.emailDomain.allowed", "partner.example, *.group.example");
  private static final Policy REFUSED =
      Policy.of("company.emailDomain.refused", "bad.example *.worse.example");
  private static final Policy FIRST = Policy.of("company.emailDomain", "first-member");
  private static final Policy EXTERNALS = COMPANY.and("company.externals", "invited-only");
  private static final Policy NO_FREE_MAIL = Policy.of("company.freemail", "refuse");
  private static final Policy SINGLE = Policy.of("company.freemail", "single-seat");
  private static final Policy NO_THROW_AWAY = Policy.of("company.throwAway", "refuse");
  private static final Policy NO_DEPARTMENT = Policy.of("company.roleAddress", "refuse");
  private static final Policy PERSON = Policy.of("company.realPerson", "true");
  private static final Policy REALM = NONE.andOfRealm("company.emailDomain", "company-domains");

  private static final Way[] ALL = Way.values();
  private static final Way[] INVITED = {MEMBER_INVITES, ADMIN_INVITES, BATCH, LINK};
  private static final Way[] REST_INVITED = {MEMBER_INVITES, ADMIN_INVITES, BATCH};
  private static final Way[] ACCEPTED = {NEW_PERSON_ACCEPTS, ACCOUNT_ACCEPTS};
  private static final Way[] UNINVITED = {
    CONSOLE_INVITES_NEW_PERSON, CONSOLE_INVITES_ACCOUNT, CONSOLE_ADDS, IDENTITY_PROVIDER, UNBLOCKED
  };
  private static final Way[] CHANGED = {ACCOUNT_CONSOLE, ADMIN_CHANGES, PROFILE_PAGE, EMAIL_PAGE};
  private static final Way[] TWO = {MEMBER_INVITES, CONSOLE_ADDS};
  private static final Way[] ONE_EACH = {ADMIN_INVITES, LINK, CONSOLE_ADDS, ADMIN_CHANGES};

  /**
   * Of an address, {@code {d}} is the company's domain and {@code {n}} its number; {@code {u}} and
   * {@code {a}} are one domain of its own, in Unicode and in ASCII.
   */
  private static final List<Row> TABLE =
      List.of(
          // nothing demanded: everything as without the pack
          row(NONE, "p{n}@gmail.com").in(ALL),
          row(NONE, "info@mailinator.com").named("Info", "Info").in(TWO),
          // the organization's domains, exactly
          row(COMPANY, "p@{d}").in(ALL),
          row(COMPANY, "p@other{n}.example").out(Why.OTHER_DOMAIN, ALL),
          row(COMPANY, "p@sub.{d}").out(Why.OTHER_DOMAIN, ONE_EACH),
          row(BELOW, "p@sub.{d}").in(ONE_EACH),
          row(BELOW, "p@sub{d}").out(Why.OTHER_DOMAIN, ONE_EACH),
          row(WILDCARD, "p@deep.sub.{d}").in(ONE_EACH),
          row(WILDCARD, "p@{d}").in(CONSOLE_ADDS),
          row(ALLOWED, "p{n}@partner.example").in(ONE_EACH),
          row(ALLOWED, "p{n}@sub.partner.example").out(Why.OTHER_DOMAIN, TWO),
          row(ALLOWED, "p{n}@sub.group.example").in(TWO),
          row(REFUSED, "p{n}@bad.example").out(Why.REFUSED_DOMAIN, ONE_EACH),
          row(REFUSED, "p{n}@not.bad.example").in(TWO),
          row(REFUSED, "p{n}@even.worse.example").out(Why.REFUSED_DOMAIN, TWO),
          row(
                  COMPANY
                      .and("company.emailDomain.allowed", "bad.example")
                      .and("company.emailDomain.refused", "bad.example"),
                  "p{n}@bad.example")
              .out(Why.REFUSED_DOMAIN, TWO),
          // the domain of whoever was first
          row(FIRST, "p@{d}").in(ONE_EACH),
          row(FIRST, "p@other{n}.example")
              .out(
                  Why.OTHER_DOMAIN,
                  MEMBER_INVITES,
                  NEW_PERSON_ACCEPTS,
                  CONSOLE_ADDS,
                  IDENTITY_PROVIDER,
                  UNBLOCKED,
                  ADMIN_CHANGES),
          row(FIRST, "p@first{n}.example").nobodyThere().in(ADMIN_INVITES, CONSOLE_ADDS),
          // externals, by invitation and with a role for them
          row(EXTERNALS, "p@out{n}.example").as(EmailRealm.GUEST).in(INVITED),
          row(EXTERNALS, "p@out{n}.example").as(EmailRealm.GUEST).external(ACCEPTED),
          row(EXTERNALS, "p@{d}").as(EmailRealm.GUEST).in(ACCEPTED),
          row(EXTERNALS, "p@out{n}.example").out(Why.EXTERNAL_ROLE, INVITED),
          row(EXTERNALS, "p@out{n}.example").as("operator").out(Why.EXTERNAL_ROLE, INVITED),
          row(EXTERNALS, "p@out{n}.example")
              .as("operator", EmailRealm.GUEST)
              .out(Why.EXTERNAL_ROLE, TWO),
          row(EXTERNALS, "p@out{n}.example").as("operator").out(Why.EXTERNAL_ROLE, ACCEPTED),
          row(EXTERNALS, "p@out{n}.example").out(Why.EXTERNAL_ROLE, UNINVITED),
          row(EXTERNALS, "p@out{n}.example").out(Why.OTHER_DOMAIN, CHANGED),
          row(COMPANY, "p@out{n}.example").as(EmailRealm.GUEST).out(Why.OTHER_DOMAIN, INVITED),
          // providers where everybody gets an address
          row(NO_FREE_MAIL, "p{n}@gmail.com").out(Why.FREE_MAIL, ALL),
          row(NO_FREE_MAIL, "p@other{n}.example").in(ONE_EACH),
          row(NO_FREE_MAIL.and("company.emailDomain.allowed", "gmail.com"), "p{n}@gmail.com")
              .in(TWO),
          row(EXTERNALS.and("company.freemail", "refuse"), "p{n}@gmail.com")
              .as(EmailRealm.GUEST)
              .out(Why.FREE_MAIL, INVITED),
          row(SINGLE, "p{n}@gmail.com").out(Why.SINGLE_SEAT, ALL),
          row(SINGLE, "p{n}@gmail.com")
              .nobodyThere()
              .in(ADMIN_INVITES, CONSOLE_ADDS, CONSOLE_INVITES_NEW_PERSON, IDENTITY_PROVIDER),
          row(SINGLE, "p{n}@gmail.com").nobodyThere().in(ACCEPTED),
          row(FIRST, "p{n}@gmail.com").nobodyThere().in(ACCEPTED),
          row(NO_THROW_AWAY, "p{n}@mailinator.com").out(Why.THROW_AWAY, ALL),
          row(NO_THROW_AWAY, "p{n}@sub.mailinator.com").out(Why.THROW_AWAY, TWO),
          // departments and people
          row(NO_DEPARTMENT, "info@{d}").out(Why.ROLE_ADDRESS, ALL),
          row(NO_DEPARTMENT, "Info+{n}@{d}").out(Why.ROLE_ADDRESS, TWO),
          row(NO_DEPARTMENT, "ina.info@{d}").in(TWO),
          row(PERSON, "ina@{d}").in(ALL),
          row(PERSON, "ina@{d}").named("Info", "Sales").out(Why.NO_PERSON, REST_INVITED),
          row(PERSON, "ina@{d}").named("Ina", "INA").out(Why.NO_PERSON, ACCEPTED),
          row(PERSON, "ina@{d}").named("Info", "Ina").out(Why.NO_PERSON, UNINVITED),
          row(PERSON, "ina@{d}").named("Info", "Ina").out(Why.NO_PERSON, CHANGED),
          row(PERSON, "ina@{d}").named("", "").in(REST_INVITED),
          row(PERSON, "ina@{d}").named("", "").out(Why.NO_NAMES, CONSOLE_ADDS, UNBLOCKED),
          // the realm's default, and the organization's own
          row(REALM, "p@other{n}.example").out(Why.OTHER_DOMAIN, ONE_EACH),
          row(REALM.and("company.emailDomain", "any"), "p@other{n}.example").in(TWO),
          row(REALM.and("company.emailDomain", " "), "p@other{n}.example")
              .out(Why.OTHER_DOMAIN, TWO),
          // what cannot be read counts as the strictest
          row(Policy.of("company.emailDomain", "nonsense"), "p@other{n}.example")
              .out(Why.OTHER_DOMAIN, TWO),
          row(BELOW.and("company.emailDomain.subdomains", "yes"), "p@sub.{d}")
              .out(Why.OTHER_DOMAIN, TWO),
          row(COMPANY.and("company.externals", "some"), "p@out{n}.example")
              .as(EmailRealm.GUEST)
              .out(Why.OTHER_DOMAIN, MEMBER_INVITES),
          row(Policy.of("company.freemail", "maybe"), "p{n}@gmail.com").out(Why.FREE_MAIL, TWO),
          row(Policy.of("company.throwAway", "single-seat"), "p{n}@mailinator.com")
              .out(Why.THROW_AWAY, TWO),
          row(Policy.of("company.roleAddress", "no"), "info@{d}").out(Why.ROLE_ADDRESS, TWO),
          row(Policy.of("company.realPerson", "yes"), "ina@{d}")
              .named("Info", "Ina")
              .out(Why.NO_PERSON, TWO),
          row(COMPANY.and("company.emailDomain.allowed", "no domain!"), "p@no{n}.example")
              .out(Why.OTHER_DOMAIN, TWO),
          // addresses that shall be taken for others
          row(COMPANY, "p@evil-{d}").out(Why.OTHER_DOMAIN, ONE_EACH),
          row(COMPANY, "p@{d}.evil.org").out(Why.OTHER_DOMAIN, ONE_EACH),
          row(BELOW, "p@{d}.evil.org").out(Why.OTHER_DOMAIN, TWO),
          row(COMPANY, "\"p@{d}\"@evil.org").out(Why.OTHER_DOMAIN, CONSOLE_ADDS),
          row(COMPANY, "\"p@{d}\"@evil.org").out(Why.NO_ADDRESS, MEMBER_INVITES, BATCH),
          row(COMPANY, "p@evil.org@{d}").out(Why.NO_ADDRESS, MEMBER_INVITES),
          row(COMPANY, "p%{d}@evil{n}.org").out(Why.OTHER_DOMAIN, TWO),
          row(COMPANY, "P@WAY{n}.EXAMPLE").in(ONE_EACH),
          row(COMPANY, "p@{d}.").out(Why.NO_ADDRESS, MEMBER_INVITES, BATCH),
          row(COMPANY.withDomain("{u}"), "p@{d}").out(Why.OTHER_DOMAIN, TWO),
          row(COMPANY.withDomain("{a}"), "p@{u}").in(TWO),
          row(COMPANY.withDomain("{a}"), "p@{a}").in(TWO),
          row(COMPANY.withDomain("{u}"), "p@{a}").in(ADMIN_CHANGES),
          row(COMPANY, "p{n}@аcme.example").out(Why.LOOKALIKE, TWO),
          row(COMPANY, "p{n}@xn--cme-7cd.example").out(Why.LOOKALIKE, TWO),
          row(COMPANY, "p{n}@faß.example").out(Why.UNREADABLE, CONSOLE_ADDS));

  private final EmailRealm realm;
  private final AtomicInteger number = new AtomicInteger();
  private final List<String> neverWrittenTo = new ArrayList<>();

  EmailWaysIT(KeycloakServer server, Admin admin, Mailbox mailbox) {
    realm = EmailRealm.create(server, admin, mailbox, "email-ways");
  }

  @AfterAll
  void nobodyWhoWasRefusedGotMailAndTheRealmGoes() {
    List<String> written = realm.mailbox().all().stream().map(mail -> mail.receiver()).toList();
    realm.remove();
    assertThat(neverWrittenTo).noneMatch(written::contains);
  }

  static Stream<Case> cases() {
    return TABLE.stream().flatMap(row -> row.ways().stream().map(way -> new Case(way, row)));
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("cases")
  void inOrOut(Case one) {
    Row row = one.row();
    Attempt attempt = new Attempt(realm, row, number.incrementAndGet());
    try {
      Taken taken = one.way().take(attempt);
      if (row.why() == null) {
        in(one, attempt, taken);
      } else {
        out(one, attempt, taken, row.why());
      }
    } finally {
      attempt.loosen();
    }
  }

  /** It could not be accepted, so nobody is made to try. */
  @Test
  void anInvitationIsNeitherChangedNorSentAgainForAnAddressThatIsNotAccepted() {
    Row row = row(EXTERNALS, "p@out{n}.example").as(EmailRealm.GUEST);
    Attempt attempt = new Attempt(realm, row, number.incrementAndGet());
    String invitations = attempt.ofCompany("/invitations");
    Http boss = attempt.boss();
    String one =
        invitations
            + "/"
            + boss.post(invitations, attempt.draft()).expect(201).json().get("id").asText();
    attempt.tighten();
    boss.post(one + "/resend").expect(200);

    refused(boss.put(one + "/roles", CompanyRealm.rolesBody("operator")), Why.EXTERNAL_ROLE);
    realm.organization(attempt.org, attempt.alias, List.of(attempt.domain), COMPANY.ofCompany());
    refused(boss.post(one + "/resend"), Why.OTHER_DOMAIN);

    JsonNode invitation = boss.get(one).expect(200).json();
    assertThat(invitation.get("resends").asInt()).isEqualTo(1);
    assertThat(Json.texts(invitation.get("roles"), "name")).containsExactly(EmailRealm.GUEST);
    assertThat(attempt.traces()).isEqualTo(attempt.before());
    assertThat(realm.mailbox().await(attempt.email, 2)).hasSize(2);
  }

  private static void refused(Reply reply, Why why) {
    assertThat(reply.status()).as(reply.body()).isEqualTo(why.status);
    assertThat(reply.json().get("error").asText()).isEqualTo(why.code);
  }

  /** What is typed there nobody has proven. */
  @Test
  void whoComesByAnIdentityProviderCannotTypeAnAddressThatIsAccepted() {
    Row row = row(COMPANY, "p@other{n}.example");
    Attempt attempt = new Attempt(realm, row, number.incrementAndGet());

    WebPage page = Way.byIdentityProvider(attempt, Map.of("email", "ceo@" + attempt.domain));

    assertThat(page.isBackAtApplication()).isFalse();
    assertThat(page.text()).contains(Why.OTHER_DOMAIN.text);
    assertThat(attempt.traces()).isEqualTo(attempt.before());
    assertThat(realm.accounts("ceo@" + attempt.domain)).isEmpty();
  }

  /** Nobody joins, so nobody takes the only place. */
  @Test
  void theOnlyMemberMaySignInByAnIdentityProviderToo() {
    Attempt attempt =
        new Attempt(realm, row(SINGLE, "p{n}@gmail.com").nobodyThere(), number.incrementAndGet());
    realm.admin().addMember(attempt.org, attempt.account());

    WebPage page = Way.byIdentityProvider(attempt, Map.of());

    assertThat(page.text()).contains("already exists");
  }

  private void in(Case one, Attempt attempt, Taken taken) {
    String said = taken.toString();
    assertThat(taken.status()).as(said).isLessThan(400);
    String email = attempt.email.toLowerCase(Locale.ROOT);
    switch (one.way().goal()) {
      case INVITED ->
          assertThat(attempt.traces().get("invitations").asInt())
              .as(said)
              .isEqualTo(attempt.before().get("invitations").asInt() + 1);
      case CHANGED ->
          assertThat(realm.admin().get("/users/" + attempt.user).json().get("email").asText())
              .as(said)
              .isEqualTo(email);
      case JOINED -> {
        JsonNode accounts = realm.accounts(email);
        assertThat(accounts.size()).as(said).isEqualTo(1);
        JsonNode member =
            realm.member(attempt.org, accounts.at("/0/id").asText()).expect(200).json();
        assertThat(member.get("state").asText()).isEqualTo("ACTIVE");
        assertThat(member.get("external").asBoolean()).isEqualTo(one.row().asExternal());
        if (!attempt.roles.isEmpty()) {
          assertThat(Json.texts(member.get("roles"), "name"))
              .containsExactlyElementsOf(attempt.roles);
        }
      }
    }
  }

  private void out(Case one, Attempt attempt, Taken taken, Why why) {
    String said = taken.toString();
    assertThat(attempt.traces()).as(said).isEqualTo(attempt.before());
    if (one.way().goal() == Goal.CHANGED) {
      assertThat(realm.admin().get("/users/" + attempt.user).json().get("email").asText())
          .isEqualTo(attempt.inside());
    }
    switch (one.way()) {
      case MEMBER_INVITES, ADMIN_INVITES -> {
        assertThat(taken.status()).as(said).isEqualTo(why.status);
        assertThat(taken.code()).as(said).isEqualTo(why.code);
      }
      case BATCH -> {
        assertThat(taken.status()).as(said).isEqualTo(400);
        assertThat(taken.code()).as(said).isEqualTo(why.code);
      }
      case ACCOUNT_CONSOLE, ADMIN_CHANGES -> {
        // the text for the console, the code for programs
        assertThat(taken.status()).as(said).isEqualTo(400);
        assertThat(taken.text()).as(said).contains('"' + why.code + '"', why.text);
      }
      case UNBLOCKED -> assertThat(taken.text()).as(said).contains(why.code);
      default -> assertThat(taken.text()).as(said).contains(why.text);
    }
    if (one.way().goal() == Goal.INVITED) {
      neverWrittenTo.add(attempt.email.toLowerCase(Locale.ROOT));
    }
  }

  /** Why somebody is not let in: for programs, and for people. */
  enum Why {
    OTHER_DOMAIN("email_domain_not_accepted", 400, "Please use your business address. way"),
    EXTERNAL_ROLE(
        "external_role_required",
        400,
        "an administrator of the company can invite you as an external"),
    REFUSED_DOMAIN("email_domain_refused", 400, "does not accept addresses of this domain"),
    FREE_MAIL("email_free_mail", 400, "does not accept addresses of free-mail providers"),
    SINGLE_SEAT("email_single_seat", 409, "Such a company has one member only"),
    THROW_AWAY("email_throw_away", 400, "does not accept throw-away addresses"),
    ROLE_ADDRESS("email_role_address", 400, "addresses that belong to a department"),
    NO_NAMES("person_name_required", 400, "Please enter your first and last name"),
    NO_PERSON("person_name_not_real", 400, "Please enter your own first and last name"),
    LOOKALIKE("email_lookalike", 400, "mixes letters of several writing systems"),
    UNREADABLE("email_unreadable", 400, "cannot be read for certain"),
    /** Found by the form of an address alone. */
    NO_ADDRESS("invalid_email", 400, "");

    private final String code;
    private final int status;
    private final String text;

    Why(String code, int status, String text) {
      this.code = code;
      this.status = status;
      this.text = text;
    }
  }

  /**
   * What is demanded.
   *
   * @param ofCompany attributes of the organization
   * @param ofRealm attributes of the realm
   * @param domain the organization's only domain
   */
  record Policy(Map<String, String> ofCompany, Map<String, String> ofRealm, String domain) {

    static Policy of() {
      return new Policy(Map.of(), Map.of(), "{d}");
    }

    static Policy of(String key, String value) {
      return of().and(key, value);
    }

    Policy and(String key, String value) {
      return new Policy(with(ofCompany, key, value), ofRealm, domain);
    }

    Policy andOfRealm(String key, String value) {
      return new Policy(ofCompany, with(ofRealm, key, value), domain);
    }

    Policy withDomain(String other) {
      return new Policy(ofCompany, ofRealm, other);
    }

    private static Map<String, String> with(Map<String, String> map, String key, String value) {
      Map<String, String> more = new TreeMap<>(map);
      more.put(key, value);
      return more;
    }

    @Override
    public String toString() {
      return (ofRealm.isEmpty() ? "" : "realm " + ofRealm + " ")
          + (ofCompany.isEmpty() ? "nothing" : ofCompany.toString())
          + (domain.equals("{d}") ? "" : " " + domain);
    }
  }

  /** One line of the table. */
  record Row(
      Policy policy,
      String address,
      String first,
      String last,
      List<String> roles,
      boolean alone,
      boolean asExternal,
      @Nullable Why why,
      List<Way> ways) {

    Row named(String given, String family) {
      return new Row(policy, address, given, family, roles, alone, asExternal, why, ways);
    }

    /** Invited with these roles. */
    Row as(String... names) {
      return new Row(policy, address, first, last, List.of(names), alone, asExternal, why, ways);
    }

    /** Nobody else is there. */
    Row nobodyThere() {
      return new Row(policy, address, first, last, roles, true, asExternal, why, ways);
    }

    Row in(Way... by) {
      return new Row(policy, address, first, last, roles, alone, false, null, Arrays.asList(by));
    }

    Row external(Way... by) {
      return new Row(policy, address, first, last, roles, alone, true, null, Arrays.asList(by));
    }

    Row out(Why reason, Way... by) {
      return new Row(policy, address, first, last, roles, alone, false, reason, Arrays.asList(by));
    }
  }

  private static Row row(Policy policy, String address) {
    return new Row(policy, address, "Ina", "Imker", List.of(), false, false, null, List.of());
  }

  /** One line by one way. */
  record Case(Way way, Row row) {

    @Override
    public String toString() {
      return row.address()
          + (row.roles().isEmpty() ? "" : " as " + row.roles())
          + (row.why() == null ? " is in: " : " is out, " + row.why() + ": ")
          + way
          + " where "
          + row.policy();
    }
  }
}
