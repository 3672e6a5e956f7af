// SPDX-License-Identifier: Apache-2.0
/**
 * Who asks for what in which company, and what the newest token says about it.
 *
 * <p>The life of a request: {@code VisitorArguments} makes a {@code Visitor} of the login and its
 * token (renewed first when the request changes something), and a {@code Buyer} of a visitor and
 * the company in the address; rules ask the buyer; a refusal becomes the page that names the
 * missing permission and who can help.
 */
@NullMarked
package io.companyaccounts.shop.access;

import org.jspecify.annotations.NullMarked;
