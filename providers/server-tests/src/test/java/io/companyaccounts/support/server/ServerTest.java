// SPDX-License-Identifier: Apache-2.0
package io.companyaccounts.support.server;

import java.lang.annotation.ElementType;
import java.lang.annotation.Inherited;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * A test class on the one shared server (PostgreSQL, pack and probe). Constructors and methods may
 * take a {@link KeycloakServer}, an {@link io.companyaccounts.support.actor.Admin}, the {@link
 * io.companyaccounts.support.page.Browsers} and the {@link
 * io.companyaccounts.support.mail.Mailbox}. Every class makes realms of its own, since the server
 * outlives it.
 */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@Inherited
@ExtendWith(ServerExtension.class)
public @interface ServerTest {}
