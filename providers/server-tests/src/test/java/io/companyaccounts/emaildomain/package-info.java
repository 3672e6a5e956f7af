// SPDX-License-Identifier: Apache-2.0
/** Which addresses get in, on a running server: every way, and what happens to those inside. */
@NullMarked
package io.companyaccounts.emaildomain;

import org.jspecify.annotations.NullMarked;
