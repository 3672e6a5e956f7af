// SPDX-License-Identifier: Apache-2.0
package io.companyaccounts.orderingpassword;

import io.companyaccounts.activity.ActivityActor;
import io.companyaccounts.membership.Actor;
import io.companyaccounts.membership.Member;
import io.companyaccounts.membership.MembershipProvider;
import io.companyaccounts.membership.Permission;
import io.companyaccounts.orderingpassword.CountTries.Turn;
import io.companyaccounts.orderingpassword.OrderingPasswords.Checked;
import io.companyaccounts.proof.Admission;
import io.companyaccounts.proof.Admission.Grant;
import io.companyaccounts.proof.ConfirmingAction;
import io.companyaccounts.proof.StepCompany;
import io.companyaccounts.proof.StepEnd;
import io.companyaccounts.proof.StepParameter;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.keycloak.authentication.RequiredActionContext;
import org.keycloak.forms.login.LoginFormsProvider;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.OrganizationModel;
import org.keycloak.models.RoleModel;
import org.keycloak.models.utils.FormMessage;

/**
 * Asks for the company's ordering password before {@code
 * kc_action=company-ordering-password:[operation~]reference} is confirmed.
 */
final class OrderingRequiredAction extends ConfirmingAction {

  static final String FIELD = "orderingPassword";

  private static final String PAGE = "company-ordering-password.ftl";
  private static final int MOST_NAMES = 5;

  private final OrderingPasswords passwords;

  OrderingRequiredAction(KeycloakSession session) {
    super(session, OrderingProofs.INSTANCE);
    this.passwords = new OrderingPasswords(session);
  }

  @Override
  protected Optional<StepParameter> read(@Nullable String parameter) {
    return StepParameter.withPermission(parameter)
        .filter(step -> passwords.vendor().operations().contains(operation(step)));
  }

  @Override
  protected String operation(StepParameter step) {
    return step.operation() == null ? passwords.vendor().usualOperation() : step.operation();
  }

  /** As the vendor describes the permission. */
  @Override
  protected String described(RequiredActionContext context, StepParameter step) {
    @Nullable RoleModel role =
        context.getAuthenticationSession().getClient().getRole(operation(step));
    @Nullable String description = role == null ? null : role.getDescription();
    return description == null || description.isBlank() ? operation(step) : description;
  }

  @Override
  protected Admission admit(
      RequiredActionContext context, StepParameter step, StepCompany company) {
    String clientId = context.getAuthenticationSession().getClient().getClientId();
    Permission wanted = new Permission(clientId, operation(step));
    if (!company.standing().may(wanted)) {
      return new Admission.Refused(() -> notPermitted(company.organization(), wanted));
    }
    CompanyOrdering ordering = passwords.of(company.organization().getId());
    int seconds = ordering.choice().over(passwords.vendor()).windowSeconds();
    if (!ordering.asks(operation(step))) {
      return new Admission.Free(
          new Grant(OrderingProofs.NONE, ordering.passwordVersion(), seconds));
    }
    Permission without = new Permission(clientId, passwords.vendor().withoutPassword());
    return company.standing().may(without)
        ? new Admission.Free(new Grant(OrderingProofs.EXEMPT, ordering.passwordVersion(), seconds))
        : new Admission.Asked();
  }

  /** Says who can do it instead. */
  private StepEnd notPermitted(OrganizationModel organization, Permission wanted) {
    String names =
        session
            .getProvider(MembershipProvider.class)
            .membersWho(organization, Set.of(wanted), MOST_NAMES)
            .stream()
            .map(Member::displayName)
            .collect(Collectors.joining(", "));
    return names.isEmpty()
        ? new StepEnd("not_permitted", "companyOrderingNobody", organization.getName(), "")
        : new StepEnd("not_permitted", "companyOrderingNotYou", organization.getName(), names);
  }

  @Override
  protected void ask(
      RequiredActionContext context, StepParameter step, List<StepCompany> companies) {
    LoginFormsProvider form = form(context, step, companies);
    if (companies.size() == 1) {
      Turn turn = passwords.turn(companies.get(0).organization(), context.getUser().getId());
      show(context, form, companies.get(0), turn, false, false);
    } else {
      context.challenge(form.createForm(PAGE));
    }
  }

  @Override
  protected void answer(
      RequiredActionContext context,
      StepParameter step,
      StepCompany company,
      List<StepCompany> companies) {
    @Nullable String typed = context.getHttpRequest().getDecodedFormParameters().getFirst(FIELD);
    LoginFormsProvider form = form(context, step, companies);
    if (typed == null || typed.isEmpty()) {
      show(
          context,
          form.addError(new FormMessage(FIELD, "companyOrderingMissing")),
          company,
          passwords.turn(company.organization(), context.getUser().getId()),
          false,
          false);
      return;
    }
    Checked checked =
        passwords.check(actor(context, company), company.organization(), context.getUser(), typed);
    if (checked instanceof Checked.Right right) {
      confirm(context, step, company, right.grant());
    } else if (checked instanceof Checked.Wrong wrong) {
      failed(context, company, "company_ordering_password_wrong");
      show(context, form, company, wrong.next(), true, true);
    } else if (checked instanceof Checked.NotNow notNow) {
      failed(context, company, "company_ordering_not_now");
      show(context, form, company, notNow.turn(), false, true);
    } else {
      // removed since the page was shown: the role decides, and asks for nothing
      requiredActionChallenge(context);
    }
  }

  /**
   * @param wrong whether the answer was wrong
   * @param told whether an event has told of the answer already
   */
  private void show(
      RequiredActionContext context,
      LoginFormsProvider form,
      StepCompany company,
      Turn turn,
      boolean wrong,
      boolean told) {
    if (turn instanceof Turn.Locked locked) {
      StepEnd end = locked(company.organization(), locked);
      if (told) {
        show(context, end);
      } else {
        end(context, company, end);
      }
      return;
    }
    if (turn instanceof Turn.Wait wait) {
      form.addError(
          new FormMessage(
              FIELD,
              wrong ? "companyOrderingWrongWait" : "companyOrderingWait",
              seconds(wait.until())));
    } else if (wrong) {
      form.addError(new FormMessage(FIELD, "companyOrderingWrong"));
    }
    int left =
        turn instanceof Turn.Open open
            ? open.left()
            : turn instanceof Turn.Wait wait ? wait.left() : 0;
    context.challenge(form.setAttribute("companyTriesLeft", left).createForm(PAGE));
  }

  private static StepEnd locked(OrganizationModel organization, Turn.Locked locked) {
    return new StepEnd(
        "locked",
        locked.wholeCompany() ? "companyOrderingCompanyLocked" : "companyOrderingLocked",
        organization.getName(),
        minutes(locked.until()));
  }

  private Actor actor(RequiredActionContext context, StepCompany company) {
    return Actor.member(
        company.standing(),
        ActivityActor.member(
            session,
            context.getRealm(),
            context.getUser(),
            context.getAuthenticationSession().getClient()));
  }

  private static long seconds(Instant until) {
    return Math.max(
        1, Duration.between(OrderingPasswords.now(), until).plusMillis(999).toSeconds());
  }

  private static long minutes(Instant until) {
    return (seconds(until) + 59) / 60;
  }

  @Override
  public void close() {}
}
