// SPDX-License-Identifier: Apache-2.0
@NullMarked
package io.companyaccounts.invitation;

import org.jspecify.annotations.NullMarked;
