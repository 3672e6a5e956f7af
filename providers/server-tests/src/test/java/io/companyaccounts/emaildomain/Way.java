// SPDX-License-Identifier: Apache-2.0
package io.companyaccounts.emaildomain;

import com.fasterxml.jackson.databind.JsonNode;
import io.companyaccounts.support.actor.Http;
import io.companyaccounts.support.actor.Reply;
import io.companyaccounts.support.actor.WebPage;
import io.companyaccounts.support.actor.WebSession;
import io.companyaccounts.support.company.CompanyRealm;
import java.net.URI;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Every way in which an address gets into a company; each goes as far as it can. */
enum Way {
  MEMBER_INVITES(Goal.INVITED) {
    @Override
    Taken take(Attempt attempt) {
      attempt.tighten();
      return Taken.of(attempt.boss().post(attempt.ofCompany("/invitations"), attempt.draft()));
    }
  },
  ADMIN_INVITES(Goal.INVITED) {
    @Override
    Taken take(Attempt attempt) {
      attempt.tighten();
      String path = "/company/organizations/" + attempt.org + "/invitations";
      return Taken.of(attempt.realm.admin().post(path, attempt.draft()));
    }
  },
  BATCH(Goal.INVITED) {
    @Override
    Taken take(Attempt attempt) {
      attempt.tighten();
      Reply reply =
          attempt
              .boss()
              .post(
                  attempt.ofCompany("/invitations/batch"),
                  Map.of("invitations", List.of(attempt.draft())));
      return new Taken(
          reply.status(), reply.body(), reply.json().at("/details/rows/0/error").asText());
    }
  },
  LINK(Goal.INVITED) {
    @Override
    Taken take(Attempt attempt) {
      JsonNode link =
          attempt
              .boss()
              .post(
                  attempt.ofCompany("/invite-links"),
                  Map.of("name", "Team", "roles", attempt.draft().get("roles")))
              .expect(201)
              .json();
      WebPage page = new WebSession().open(URI.create(link.get("link").asText()));
      attempt.tighten();
      return Taken.of(page.submit("#company-link", Map.of("email", attempt.email)));
    }
  },
  NEW_PERSON_ACCEPTS(Goal.JOINED) {
    @Override
    Taken take(Attempt attempt) {
      invite(attempt);
      WebPage form = new WebSession().open(attempt.mailed());
      attempt.tighten();
      return Taken.of(register(form, attempt));
    }
  },
  ACCOUNT_ACCEPTS(Goal.JOINED) {
    @Override
    Taken take(Attempt attempt) {
      attempt.account();
      invite(attempt);
      WebPage join =
          new WebSession().open(attempt.mailed()).signIn(attempt.username(), CompanyRealm.PASSWORD);
      attempt.tighten();
      return Taken.of(join.submit("#company-join", Map.of("accept", "1")));
    }
  },
  CONSOLE_INVITES_NEW_PERSON(Goal.JOINED) {
    @Override
    Taken take(Attempt attempt) {
      console(attempt, "invite-user", Map.of("email", attempt.email));
      WebPage form = new WebSession().open(attempt.mailed());
      attempt.tighten();
      return Taken.of(register(form, attempt));
    }
  },
  CONSOLE_INVITES_ACCOUNT(Goal.JOINED) {
    @Override
    Taken take(Attempt attempt) {
      console(attempt, "invite-existing-user", Map.of("id", attempt.account()));
      WebPage info = new WebSession().open(attempt.mailed());
      attempt.tighten();
      return Taken.of(info.click("#kc-info-message a"));
    }
  },
  CONSOLE_ADDS(Goal.JOINED) {
    @Override
    Taken take(Attempt attempt) {
      String user = attempt.account();
      attempt.tighten();
      return Taken.of(
          attempt.realm.admin().post("/organizations/" + attempt.org + "/members", user));
    }
  },
  IDENTITY_PROVIDER(Goal.JOINED) {
    @Override
    Taken take(Attempt attempt) {
      return Taken.of(byIdentityProvider(attempt, Map.of()));
    }
  },
  UNBLOCKED(Goal.JOINED) {
    @Override
    Taken take(Attempt attempt) {
      String user = attempt.insider();
      attempt.realm.state(attempt.alias, attempt.inside(), "BLOCKED").expect(200);
      attempt.realm.admin().put("/users/" + user, profile(attempt)).expect(204);
      attempt.tighten();
      return Taken.of(attempt.realm.state(attempt.alias, attempt.inside(), "ACTIVE"));
    }
  },
  ACCOUNT_CONSOLE(Goal.CHANGED) {
    @Override
    Taken take(Attempt attempt) {
      attempt.insider();
      Http account = attempt.realm.account(attempt.inside());
      attempt.tighten();
      return Taken.of(account.post(attempt.realm.address("/account").toString(), profile(attempt)));
    }
  },
  ADMIN_CHANGES(Goal.CHANGED) {
    @Override
    Taken take(Attempt attempt) {
      String user = attempt.insider();
      attempt.tighten();
      return Taken.of(attempt.realm.admin().put("/users/" + user, profile(attempt)));
    }
  },
  PROFILE_PAGE(Goal.CHANGED) {
    @Override
    Taken take(Attempt attempt) {
      attempt.insider();
      WebPage form =
          new WebSession()
              .open(
                  attempt
                      .realm
                      .realm()
                      .shop()
                      .loginUri("openid", Map.of("kc_action", "UPDATE_PROFILE")))
              .signIn(attempt.inside(), CompanyRealm.PASSWORD);
      attempt.tighten();
      Map<String, String> fields = new HashMap<>(attempt.names());
      fields.put("email", attempt.email);
      return Taken.of(form.submit("#kc-update-profile-form", fields));
    }
  },
  EMAIL_PAGE(Goal.CHANGED) {
    @Override
    Taken take(Attempt attempt) {
      String user = attempt.insider();
      attempt.realm.admin().put("/users/" + user, attempt.names()).expect(204);
      attempt.realm.enableEmailPage(true);
      try {
        WebPage form =
            new WebSession()
                .open(
                    attempt
                        .realm
                        .realm()
                        .shop()
                        .loginUri("openid", Map.of("kc_action", "UPDATE_EMAIL")))
                .signIn(attempt.inside(), CompanyRealm.PASSWORD);
        attempt.tighten();
        return Taken.of(form.submit("#kc-update-email-form", Map.of("email", attempt.email)));
      } finally {
        attempt.realm.enableEmailPage(false);
      }
    }
  };

  /** What has happened when the address got in. */
  enum Goal {
    INVITED,
    JOINED,
    CHANGED
  }

  private final Goal goal;

  Way(Goal goal) {
    this.goal = goal;
  }

  Goal goal() {
    return goal;
  }

  /** What was answered at the end of the way. */
  record Taken(int status, String text, String code) {

    static Taken of(Reply reply) {
      boolean json = reply.body().startsWith("{");
      return new Taken(
          reply.status(), reply.body(), json ? reply.json().path("error").asText() : "");
    }

    static Taken of(WebPage page) {
      return new Taken(page.status(), page.isBackAtApplication() ? "" : page.text(), "");
    }
  }

  /** Goes the way; the company begins to care at the last step. */
  abstract Taken take(Attempt attempt);

  /**
   * Signs in at the identity provider for the first time.
   *
   * @param typed what the person types on the page that Keycloak shows where the profile is not
   *     acceptable; it says why only when that is sent
   */
  static WebPage byIdentityProvider(Attempt attempt, Map<String, String> typed) {
    String providers = "/organizations/" + attempt.org + "/identity-providers";
    attempt.realm.partner().createUser(attempt.email, CompanyRealm.PASSWORD, attempt.names());
    attempt.realm.admin().post(providers, EmailRealm.PARTNER).expect(204);
    attempt.tighten();
    try {
      WebPage page =
          new WebSession()
              .open(
                  attempt
                      .realm
                      .realm()
                      .shop()
                      .loginUri("openid", Map.of("kc_idp_hint", EmailRealm.PARTNER)))
              .signIn(attempt.email, CompanyRealm.PASSWORD);
      String review = "#kc-idp-review-profile-form";
      return page.isBackAtApplication() || page.html().selectFirst(review) == null
          ? page
          : page.submit(review, typed);
    } finally {
      attempt.realm.admin().delete(providers + "/" + EmailRealm.PARTNER).expect(204);
    }
  }

  private static void invite(Attempt attempt) {
    if (attempt.isAlone()) {
      String path = "/company/organizations/" + attempt.org + "/invitations";
      attempt.realm.admin().post(path, attempt.draft()).expect(201);
    } else {
      attempt.boss().post(attempt.ofCompany("/invitations"), attempt.draft()).expect(201);
    }
  }

  private static void console(Attempt attempt, String how, Map<String, String> whom) {
    attempt
        .realm
        .adminForms()
        .form(attempt.realm.admin().path("/organizations/" + attempt.org + "/members/" + how), whom)
        .expect(204);
  }

  private static WebPage register(WebPage form, Attempt attempt) {
    Map<String, String> fields = new HashMap<>(attempt.names());
    fields.put("username", "new-" + attempt.alias);
    fields.put("email", attempt.email);
    fields.put("password", CompanyRealm.PASSWORD);
    fields.put("password-confirm", CompanyRealm.PASSWORD);
    return form.submit("#kc-register-form", fields);
  }

  private static Map<String, String> profile(Attempt attempt) {
    Map<String, String> profile = new HashMap<>(attempt.names());
    profile.put("username", attempt.inside());
    profile.put("email", attempt.email);
    return profile;
  }
}
