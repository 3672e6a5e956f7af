// SPDX-License-Identifier: Apache-2.0
package io.companyaccounts.proof;

import io.companyaccounts.membership.Member;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.keycloak.models.UserModel;

/** What every page of a step shows: for which company, what, and who is signed in. */
public final class StepPage {

  private final List<StepCompany> companies;
  private final @Nullable String chosen;
  private final String operation;
  private final String reference;
  private final UserModel person;

  StepPage(
      List<StepCompany> companies,
      @Nullable String chosen,
      String operation,
      String reference,
      UserModel person) {
    this.companies = List.copyOf(companies);
    this.chosen = chosen;
    this.operation = operation;
    this.reference = reference;
    this.person = person;
  }

  /** One of several companies. */
  public static final class Choice {

    private final String id;
    private final String name;
    private final boolean chosen;

    Choice(String id, String name, boolean chosen) {
      this.id = id;
      this.name = name;
      this.chosen = chosen;
    }

    public String getId() {
      return id;
    }

    public String getName() {
      return name;
    }

    public boolean isChosen() {
      return chosen;
    }
  }

  /** The companies to choose from; empty if there is nothing to choose. */
  public List<Choice> getChoices() {
    return companies.size() == 1
        ? List.of()
        : companies.stream()
            .map(StepCompany::organization)
            .map(
                company ->
                    new Choice(company.getId(), company.getName(), company.getId().equals(chosen)))
            .sorted(Comparator.comparing(Choice::getName, String.CASE_INSENSITIVE_ORDER))
            .toList();
  }

  /** Whether one of several companies is chosen already. */
  public boolean isChosen() {
    return getChoices().stream().anyMatch(Choice::isChosen);
  }

  /** The name of the only company; empty if there are several. */
  public String getCompany() {
    return companies.size() == 1 ? companies.get(0).organization().getName() : "";
  }

  /** What is to be done; may be a message key in {@code ${…}}. */
  public String getOperation() {
    return operation;
  }

  public String getReference() {
    return reference;
  }

  /** Name and login name, as far as there are any. */
  public String getPerson() {
    String username = person.getUsername();
    String name = Member.displayName(username, person.getFirstName(), person.getLastName());
    return name.equals(username) ? username : name + " (" + username + ")";
  }
}
