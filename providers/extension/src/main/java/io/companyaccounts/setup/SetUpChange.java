// SPDX-License-Identifier: Apache-2.0
package io.companyaccounts.setup;

/**
 * One change of the realm.
 *
 * @param kind stable word for the kind of thing, such as {@code client} or {@code client_scope}
 * @param name what it is called, such as {@code company}
 * @param text the change in words, in English
 */
public record SetUpChange(String kind, String name, String text) {}
