// SPDX-License-Identifier: Apache-2.0
package io.companyaccounts.mailconfirmation;

import io.companyaccounts.activity.ActivityKind;
import io.companyaccounts.activity.ActivityLog;
import io.companyaccounts.platform.HourlyPlaces;
import io.companyaccounts.platform.Mail;
import io.companyaccounts.platform.Outbox;
import io.companyaccounts.proof.Admission;
import io.companyaccounts.proof.Admission.Grant;
import io.companyaccounts.proof.ConfirmingAction;
import io.companyaccounts.proof.StepCompany;
import io.companyaccounts.proof.StepEnd;
import io.companyaccounts.proof.StepParameter;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.keycloak.authentication.RequiredActionContext;
import org.keycloak.forms.login.LoginFormsProvider;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.RealmModel;
import org.keycloak.models.UserModel;
import org.keycloak.models.utils.FormMessage;

/**
 * Mails a code before {@code kc_action=company-confirm-by-mail:operation.reference} is confirmed.
 * The code belongs to one login of one browser: the row's id is a note of it.
 */
final class ConfirmByMailRequiredAction extends ConfirmingAction {

  static final String FIELD = "code";
  static final String AGAIN = "again";

  private static final String PAGE = "company-mail-code.ftl";
  private static final String NOTE = "company-mail-code";
  private static final String METHOD = "mail";
  private static final int CODES_PER_HOUR = 10;

  private final MailCodeSettings settings;
  private final MailCodes codes;

  ConfirmByMailRequiredAction(KeycloakSession session) {
    super(session, ConfirmationProofs.INSTANCE);
    this.settings = MailCodes.settings(session);
    this.codes = new MailCodes(session);
  }

  @Override
  protected Optional<StepParameter> read(@Nullable String parameter) {
    return StepParameter.withWord(parameter);
  }

  @Override
  protected String operation(StepParameter step) {
    return step.operation() == null ? "" : step.operation();
  }

  @Override
  protected Admission admit(
      RequiredActionContext context, StepParameter step, StepCompany company) {
    if (company.standing().may(settings.exempt())) {
      return new Admission.Free(new Grant(ConfirmationProofs.EXEMPT, 0, settings.windowSeconds()));
    }
    @Nullable String email = context.getUser().getEmail();
    return email == null || email.isBlank()
        ? new Admission.Refused(
            () ->
                new StepEnd(
                    "no_address", "companyCodeNoAddress", company.organization().getName(), ""))
        : new Admission.Asked();
  }

  /** Coming to the page sends the code; seeing it again does not. */
  @Override
  protected void ask(
      RequiredActionContext context, StepParameter step, List<StepCompany> companies) {
    if (companies.size() == 1 && triesLeft(context, companies.get(0)).isEmpty()) {
      send(context, step, companies.get(0), companies);
    } else {
      show(
          context, form(context, step, companies), companies.size() == 1 ? companies.get(0) : null);
    }
  }

  @Override
  protected void answer(
      RequiredActionContext context,
      StepParameter step,
      StepCompany company,
      List<StepCompany> companies) {
    @Nullable String typed = context.getHttpRequest().getDecodedFormParameters().getFirst(FIELD);
    boolean again = context.getHttpRequest().getDecodedFormParameters().containsKey(AGAIN);
    @Nullable String id = context.getAuthenticationSession().getAuthNote(NOTE);
    if (again || id == null || triesLeft(context, company).isEmpty()) {
      send(context, step, company, companies);
    } else if (typed == null || typed.isBlank()) {
      show(
          context,
          form(context, step, companies).addError(new FormMessage(FIELD, "companyCodeMissing")),
          company);
    } else {
      check(context, step, company, companies, id, typed);
    }
  }

  private void check(
      RequiredActionContext context,
      StepParameter step,
      StepCompany company,
      List<StepCompany> companies,
      String id,
      String typed) {
    Optional<Boolean> right = codes.type(id, typed);
    if (right.orElse(false)) {
      context.getAuthenticationSession().removeAuthNote(NOTE);
      confirm(context, step, company, new Grant(METHOD, 0, settings.windowSeconds()));
      return;
    }
    failed(context, company, "company_mail_code_wrong");
    if (right.isPresent()) {
      new ActivityLog(session).record(activity(context, company, ActivityKind.MAIL_CODE_WRONG));
    }
    boolean over = triesLeft(context, company).isEmpty();
    show(
        context,
        form(context, step, companies)
            .addError(new FormMessage(FIELD, over ? "companyCodeOver" : "companyCodeWrong")),
        company);
  }

  private void send(
      RequiredActionContext context,
      StepParameter step,
      StepCompany company,
      List<StepCompany> companies) {
    UserModel person = context.getUser();
    LoginFormsProvider form = form(context, step, companies);
    if (!HourlyPlaces.take(session, "company-mail-code|" + person.getId(), CODES_PER_HOUR)) {
      failed(context, company, "company_mail_code_too_many");
      show(context, form.addError(new FormMessage(FIELD, "companyCodeTooMany")), company);
      return;
    }
    @Nullable String before = context.getAuthenticationSession().getAuthNote(NOTE);
    if (before != null) {
      codes.remove(before);
      form.setAttribute("companyCodeNew", true);
    }
    String id = codes.make(company.organization().getId(), person, settings);
    context.getAuthenticationSession().setAuthNote(NOTE, id);
    mail(context.getRealm(), person, company, step, id);
    show(context, form, company);
  }

  private void mail(
      RealmModel realm, UserModel person, StepCompany company, StepParameter step, String codeId) {
    new Outbox(session)
        .put(
            Mail.of(
                    realm,
                    Mail.Receiver.user(person),
                    MailCodeAttributesFactory.ID,
                    "companyCodeMailSubject")
                .organization(company.organization().getId())
                .subjectArguments("company")
                .attribute("company", company.organization().getName())
                .attribute("reference", operation(step) + ": " + step.reference())
                .attribute(MailCodeAttributesFactory.CODE_ID, codeId)
                .attribute("minutes", Integer.toString(settings.codeMinutes())));
  }

  private void show(
      RequiredActionContext context, LoginFormsProvider form, @Nullable StepCompany company) {
    Optional<Integer> left = company == null ? Optional.empty() : triesLeft(context, company);
    form.setAttribute("companyCodeAddress", masked(context.getUser().getEmail()));
    form.setAttribute("companyCodeLive", left.isPresent());
    form.setAttribute("companyTriesLeft", left.orElse(0));
    form.setAttribute("companyCodeMinutes", settings.codeMinutes());
    context.challenge(form.createForm(PAGE));
  }

  private Optional<Integer> triesLeft(RequiredActionContext context, StepCompany company) {
    return codes.triesLeft(
        context.getAuthenticationSession().getAuthNote(NOTE),
        company.organization().getId(),
        context.getUser().getId());
  }

  /** Enough to know which mailbox: whoever looks over the shoulder learns little. */
  static String masked(@Nullable String email) {
    int at = email == null ? -1 : email.lastIndexOf('@');
    return email == null || at <= 0 ? "" : email.substring(0, 1) + "…" + email.substring(at);
  }

  @Override
  public void close() {}
}
