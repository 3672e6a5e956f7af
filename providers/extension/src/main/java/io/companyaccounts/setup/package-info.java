// SPDX-License-Identifier: Apache-2.0

/**
 * What the pack needs in a realm: makes it, takes it away again, and looks for what is odd.
 *
 * <ul>
 *   <li>{@link io.companyaccounts.setup.SetUpRealm} runs the steps of all features; each makes only
 *       what is missing and leaves alone what is there, so that it can run at every start.
 *   <li>Undo takes away what set-up makes, and nothing that companies stored.
 *   <li>{@link io.companyaccounts.setup.CheckRealm} changes nothing; it lists findings with what to
 *       do about them.
 *   <li>A feature joins in by a {@link io.companyaccounts.setup.SetupProvider} of its own.
 *   <li>Realm administrators do it by REST, or the server does it at start where an option says so.
 * </ul>
 */
@NullMarked
package io.companyaccounts.setup;

import org.jspecify.annotations.NullMarked;
