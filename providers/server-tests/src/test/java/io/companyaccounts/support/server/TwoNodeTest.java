// SPDX-License-Identifier: Apache-2.0
package io.companyaccounts.support.server;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * A test class on the one shared cluster of two nodes (PostgreSQL, pack and probe; jobs are looked
 * for each second and change hands after ten). It takes the same parameters as a {@link
 * ServerTest}. Who stops a node starts it again.
 */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@ExtendWith(ServerExtension.class)
public @interface TwoNodeTest {}
