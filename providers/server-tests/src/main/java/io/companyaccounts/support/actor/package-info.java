// SPDX-License-Identifier: Apache-2.0
/** Who acts on a server in a test: administrators over REST, applications and people over HTTP. */
@NullMarked
package io.companyaccounts.support.actor;

import org.jspecify.annotations.NullMarked;
