// SPDX-License-Identifier: Apache-2.0
package io.companyaccounts.setup;

/**
 * Something that an administrator must decide or change first.
 *
 * @param code stable code
 * @param text what is wrong and what to do, in English
 */
public record SetUpObstacle(String code, String text) {}
