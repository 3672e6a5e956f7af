// SPDX-License-Identifier: Apache-2.0
package io.companyaccounts.companydata;

/**
 * Why an item of a file cannot be imported.
 *
 * @param path where it stands, such as {@code organizations[0].members[3].roles[0]}; empty for the
 *     file as a whole
 * @param code stable code
 * @param text what is wrong, in English; names no people
 */
public record ItemError(String path, String code, String text) {}
