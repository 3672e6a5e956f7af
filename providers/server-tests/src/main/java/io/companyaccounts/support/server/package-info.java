// SPDX-License-Identifier: Apache-2.0
/**
 * Starts the real Keycloak distribution with the pack's JARs: for tests, the demo and benchmarks
 * alike.
 *
 * <p>A distribution comes from Maven as a zip, is unpacked once, gets the provider JARs and is
 * built once by {@code kc.sh build}; the result is cached by content. A server is one to n
 * processes with a copy of that build each, on free loopback ports, with a database of its own, and
 * is gone when it is closed or the JVM ends.
 */
@NullMarked
package io.companyaccounts.support.server;

import org.jspecify.annotations.NullMarked;
