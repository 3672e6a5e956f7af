// SPDX-License-Identifier: Apache-2.0
package io.companyaccounts.demo;

import io.companyaccounts.support.actor.RealmAdmin;
import io.companyaccounts.support.actor.Reply;
import java.util.List;
import java.util.Map;

/** Gives each company of the demo its ordering password, as the vendor's administrator may. */
final class OrderingPasswords {

  /** Keycloak did not take one; the message says which and why. */
  static final class NotSetException extends RuntimeException {

    NotSetException(DemoCompany company, Reply reply) {
      super(
          "The demo cannot go on: the ordering password of "
              + company.name()
              + " could not be set.\n"
              + reply.request()
              + " was answered with "
              + reply.status()
              + " "
              + reply.body());
    }
  }

  private OrderingPasswords() {}

  static void set(RealmAdmin realm, List<DemoCompany> companies) {
    for (DemoCompany company : companies) {
      Reply reply =
          realm.put(
              "/company/organizations/" + company.alias() + "/ordering-password",
              Map.of("password", company.orderingPassword()));
      if (reply.status() / 100 != 2) {
        throw new NotSetException(company, reply);
      }
    }
  }
}
