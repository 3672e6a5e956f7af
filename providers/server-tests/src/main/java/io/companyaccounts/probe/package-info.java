// SPDX-License-Identifier: Apache-2.0
/**
 * A provider that lets tests look inside a running server. It is packed into a JAR of its own and
 * dropped into test servers only; nothing here is authenticated, so it must never be shipped.
 *
 * <p>It works in a server without the pack too: classes that use the pack's types must not be
 * reached unless a test asks for them.
 */
@NullMarked
package io.companyaccounts.probe;

import org.jspecify.annotations.NullMarked;
