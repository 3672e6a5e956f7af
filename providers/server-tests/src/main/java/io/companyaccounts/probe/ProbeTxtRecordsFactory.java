// SPDX-License-Identifier: Apache-2.0
package io.companyaccounts.probe;

import io.companyaccounts.domainproof.TxtRecords;
import io.companyaccounts.domainproof.TxtRecordsFactory;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.keycloak.models.KeycloakSession;

/** A DNS that says what it is told to say; of what it was never told there is nothing. */
public final class ProbeTxtRecordsFactory implements TxtRecordsFactory {

  private static final Map<String, TxtRecords.Answer> ANSWERS = new ConcurrentHashMap<>();
  private static volatile long delayMillis;

  static void answer(String name, TxtRecords.Answer answer) {
    ANSWERS.put(name, answer);
  }

  static void slow(long millis) {
    delayMillis = millis;
  }

  @Override
  public TxtRecords create(KeycloakSession session) {
    return name -> {
      TxtRecords.Answer answer = ANSWERS.getOrDefault(name, new TxtRecords.NotThere());
      sleep(delayMillis);
      return answer;
    };
  }

  private static void sleep(long millis) {
    try {
      Thread.sleep(millis);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  /** Goes before the pack's own provider. */
  @Override
  public int order() {
    return 100;
  }

  @Override
  public String getId() {
    return "probe";
  }
}
