// SPDX-License-Identifier: Apache-2.0
package io.companyaccounts.support.server;

/** The ports of one node: for everybody, and for health and metrics. */
record NodePorts(int http, int management) {}
