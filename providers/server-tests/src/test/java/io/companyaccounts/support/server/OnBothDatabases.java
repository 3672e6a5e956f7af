// SPDX-License-Identifier: Apache-2.0
package io.companyaccounts.support.server;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.junit.jupiter.api.Tag;

/**
 * A {@link ServerTest} class that runs on H2 too: the build runs all server tests on PostgreSQL and
 * then, in a second round with {@code -Dcompany.database=h2}, those with this annotation.
 */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@Tag("both-databases")
@ServerTest
public @interface OnBothDatabases {}
