// SPDX-License-Identifier: Apache-2.0

/**
 * What companies stored, as a JSON file: owners, roles of their own, who has which role, who is
 * blocked. Keycloak's realm export leaves it out.
 *
 * <ul>
 *   <li>{@link io.companyaccounts.companydata.ImportCompanies} brings the organizations that a file
 *       lists to what it says; whoever is not listed keeps what is there. A second run changes
 *       nothing.
 *   <li>All of a file or nothing: one wrong item, and all wrong items are told by their paths.
 *   <li>{@link io.companyaccounts.companydata.ExportCompanies} writes the same format.
 *   <li>Realm administrators do it by REST; at start the server imports the files of a directory.
 * </ul>
 */
@NullMarked
package io.companyaccounts.companydata;

import org.jspecify.annotations.NullMarked;
