// SPDX-License-Identifier: Apache-2.0
package io.companyaccounts.server;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.companyaccounts.support.actor.Admin;
import io.companyaccounts.support.actor.Http;
import io.companyaccounts.support.actor.OidcClient;
import io.companyaccounts.support.actor.RealmAdmin;
import io.companyaccounts.support.actor.Tokens;
import io.companyaccounts.support.server.KeycloakServer;
import io.companyaccounts.support.server.ServerNode;
import io.companyaccounts.support.server.TwoNodeTest;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Two nodes on one database are one server. */
@TwoNodeTest
class ClusterIT {

  @Test
  void twoNodesShareTokensAndCachesAndEachMayGo(KeycloakServer server, Admin everything) {
    RealmAdmin realm = everything.createRealm("shared", Map.of());
    try {
      realm.createClient("app", Map.of());
      realm.createUser("clara@acme.example", "clara");
      OidcClient onFirst = realm.client("app");
      ServerNode second = server.node(1);
      OidcClient onSecond = onFirst.at(second.url());

      Tokens tokens = onFirst.password("clara@acme.example", "clara", "openid");
      assertThat(onSecond.userinfo(tokens.access()).status()).isEqualTo(200);
      assertThat(onSecond.refresh(tokens).accessClaims().get("iss").asText())
          .isEqualTo(server.url() + "/realms/shared");

      Http admin = new Http(second.url()).as(server.adminToken());
      assertThat(displayName(admin)).isEmpty();
      realm.put("", Map.of("displayName", "Changed on the first node")).expect(204);
      assertThat(displayName(admin)).isEqualTo("Changed on the first node");

      second.kill();
      assertThat(onFirst.refreshReply(tokens).status()).isEqualTo(200);
      second.start();
      assertThat(onSecond.password("clara@acme.example", "clara", "openid").access()).isNotEmpty();
    } finally {
      realm.remove();
    }
  }

  private static String displayName(Http admin) {
    JsonNode realm = admin.get("/admin/realms/shared").expect(200).json();
    return realm.path("displayName").asText();
  }
}
