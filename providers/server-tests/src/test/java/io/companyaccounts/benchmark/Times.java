// SPDX-License-Identifier: Apache-2.0
package io.companyaccounts.benchmark;

import java.util.ArrayList;
import java.util.List;

/** How long calls took, in milliseconds. */
final class Times {

  private final List<Double> millis = new ArrayList<>();

  void measure(Runnable call, int times, boolean counts) {
    for (int i = 0; i < times; i++) {
      long start = System.nanoTime();
      call.run();
      if (counts) {
        millis.add((System.nanoTime() - start) / 1e6);
      }
    }
  }

  double quantile(double part) {
    List<Double> sorted = millis.stream().sorted().toList();
    return sorted.get((int) Math.min(sorted.size() - 1L, Math.floor(sorted.size() * part)));
  }

  double sum() {
    return millis.stream().mapToDouble(Double::doubleValue).sum();
  }
}
