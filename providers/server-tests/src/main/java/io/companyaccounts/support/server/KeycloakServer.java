// SPDX-License-Identifier: Apache-2.0
package io.companyaccounts.support.server;

import java.net.URI;
import java.util.List;

/** A running Keycloak of one or more nodes; {@link #close()} ends it and removes its data. */
public interface KeycloakServer extends AutoCloseable {

  /** User name and password of the administrator that every server starts with. */
  String ADMIN = "admin";

  /** Starts to describe a server; the defaults are one node with the pack on PostgreSQL. */
  static ServerBuilder builder() {
    return new ServerBuilder();
  }

  /** The base URL in links and tokens, without a slash at the end; it leads to the first node. */
  URI url();

  /** All nodes, those that were stopped included. */
  List<ServerNode> nodes();

  /** One node, counted from 0. */
  default ServerNode node(int index) {
    return nodes().get(index);
  }

  /** The host name under which the server reaches ports of this machine. */
  String hostOfTests();

  /** A fresh access token of the administrator, good for one minute. */
  default String adminToken() {
    return node(0).adminToken();
  }

  /** What all nodes have logged so far, node after node. */
  String logs();

  @Override
  void close();
}
