// SPDX-License-Identifier: Apache-2.0
/** An SMTP server in the same JVM that keeps what Keycloak sends, for tests and the demo. */
@NullMarked
package io.companyaccounts.support.mail;

import org.jspecify.annotations.NullMarked;
