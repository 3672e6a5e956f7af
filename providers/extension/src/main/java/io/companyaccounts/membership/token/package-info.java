// SPDX-License-Identifier: Apache-2.0

/** What applications learn about a member: claims in tokens, attributes in SAML assertions. */
@NullMarked
package io.companyaccounts.membership.token;

import org.jspecify.annotations.NullMarked;
