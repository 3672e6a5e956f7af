// SPDX-License-Identifier: Apache-2.0
package io.companyaccounts.companydata;

import java.util.ArrayList;
import java.util.List;

/** The errors of one file; the first {@value #MOST} are kept, the others counted. */
final class ItemErrors {

  static final int MOST = 200;

  private final List<ItemError> first = new ArrayList<>();
  private int total;

  void add(String path, String code, String text) {
    if (first.size() < MOST) {
      first.add(new ItemError(path, code, text));
    }
    total++;
  }

  boolean isEmpty() {
    return total == 0;
  }

  int total() {
    return total;
  }

  List<ItemError> first() {
    return List.copyOf(first);
  }
}
