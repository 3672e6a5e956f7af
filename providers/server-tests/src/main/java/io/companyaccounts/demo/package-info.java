// SPDX-License-Identifier: Apache-2.0
/**
 * The demo: one command starts Keycloak with the pack, a realm with companies, a sample shop and a
 * page with all mails, and ends them together.
 */
@NullMarked
package io.companyaccounts.demo;

import org.jspecify.annotations.NullMarked;
