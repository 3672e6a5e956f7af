// SPDX-License-Identifier: Apache-2.0
package io.companyaccounts.support.server;

import io.companyaccounts.support.actor.Http;
import io.companyaccounts.support.actor.Reply;
import java.net.URI;
import java.util.Map;

/** One node of a server, reached directly. */
public interface ServerNode {

  /** The node's own base URL; tokens and links name {@link KeycloakServer#url()} instead. */
  URI url();

  /** What the node has logged so far. */
  String log();

  /** Ends the node in an orderly way; the others stay. */
  void stop();

  /** Ends the node at once, as a power cut would. */
  void kill();

  /** Starts a node that was stopped or killed, with its old data, and waits until it is ready. */
  void start();

  /** Counts the SQL statements of calls to this node; needs the probe. */
  default Statements statements() {
    return new Statements(url());
  }

  /** A fresh access token of the administrator, issued by this node. */
  default String adminToken() {
    Reply reply =
        new Http(url())
            .form(
                "/realms/master/protocol/openid-connect/token",
                Map.of(
                    "grant_type",
                    "password",
                    "client_id",
                    "admin-cli",
                    "username",
                    KeycloakServer.ADMIN,
                    "password",
                    KeycloakServer.ADMIN));
    return reply.expect(200).json().get("access_token").asText();
  }
}
