// SPDX-License-Identifier: Apache-2.0
package io.companyaccounts.setup;

/**
 * A change that can be told without being made.
 *
 * @param change what it does, for people and programs
 * @param work makes it
 */
public record SetUpAction(SetUpChange change, Runnable work) {

  public static SetUpAction of(String kind, String name, String text, Runnable work) {
    return new SetUpAction(new SetUpChange(kind, name, text), work);
  }
}
