// SPDX-License-Identifier: Apache-2.0
/**
 * A shop whose customers are companies: the example of an application that lets people do what
 * their company role allows.
 *
 * <p>A request's life: Spring Security knows who is signed in; {@code access} gets the newest token
 * for it and reads it with {@code io.companyaccounts.client}; a rule of {@code quote} or {@code
 * servicecase} asks whether the person may, and changes data or refuses; the page shows either.
 */
@NullMarked
package io.companyaccounts.shop;

import org.jspecify.annotations.NullMarked;
