// SPDX-License-Identifier: Apache-2.0
package io.companyaccounts.proof;

import io.companyaccounts.activity.Activity;
import io.companyaccounts.activity.ActivityActor;
import io.companyaccounts.activity.ActivityDetail;
import io.companyaccounts.activity.ActivityKind;
import io.companyaccounts.activity.ActivityLog;
import io.companyaccounts.membership.MemberState;
import io.companyaccounts.membership.MembershipProvider;
import io.companyaccounts.membership.Standing;
import io.companyaccounts.platform.EventText;
import io.companyaccounts.platform.Impersonation;
import io.companyaccounts.platform.LoginAge;
import io.companyaccounts.proof.Admission.Grant;
import jakarta.ws.rs.core.Response.Status;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.keycloak.authentication.InitiatedActionSupport;
import org.keycloak.authentication.RequiredActionContext;
import org.keycloak.authentication.RequiredActionProvider;
import org.keycloak.events.Details;
import org.keycloak.events.EventBuilder;
import org.keycloak.events.EventType;
import org.keycloak.forms.login.LoginFormsProvider;
import org.keycloak.models.ClientModel;
import org.keycloak.models.Constants;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.OrganizationModel;
import org.keycloak.models.UserSessionModel;
import org.keycloak.organization.OrganizationProvider;
import org.keycloak.organization.protocol.mappers.oidc.OrganizationScope;
import org.keycloak.sessions.AuthenticationSessionModel;

/**
 * A step between an application and something it lets a person do for a company. What is the same
 * for every such step is here: reading the parameter, choosing the company, refusing, giving the
 * proof. Each page and each answer looks at the person's standing anew.
 */
public abstract class ConfirmingAction implements RequiredActionProvider {

  /** Form field with the id of the chosen company. */
  protected static final String COMPANY = "company";

  /** Note that the page was shown. */
  private static final String ASKED = "company-step-asked";

  private static final String END = "company-step-end.ftl";

  protected final KeycloakSession session;
  private final ProofKind kind;

  protected ConfirmingAction(KeycloakSession session, ProofKind kind) {
    this.session = session;
    this.kind = kind;
  }

  /** Reads what the application asks for; empty if it is not well formed. */
  protected abstract Optional<StepParameter> read(@Nullable String parameter);

  /** What is to be done. */
  protected abstract String operation(StepParameter step);

  /** The same in words for people; may be a message key in {@code ${…}}. */
  protected String described(RequiredActionContext context, StepParameter step) {
    return operation(step);
  }

  /** What is asked of this person for this company. */
  protected abstract Admission admit(
      RequiredActionContext context, StepParameter step, StepCompany company);

  /** Shows the page that asks. */
  protected abstract void ask(
      RequiredActionContext context, StepParameter step, List<StepCompany> companies);

  /** Looks at the answer, of whom is asked. Ends in {@link #confirm} or in a page. */
  protected abstract void answer(
      RequiredActionContext context,
      StepParameter step,
      StepCompany company,
      List<StepCompany> companies);

  @Override
  public final InitiatedActionSupport initiatedActionSupport() {
    return InitiatedActionSupport.SUPPORTED;
  }

  @Override
  public final int getMaxAuthAge(KeycloakSession session) {
    return LoginAge.of(session, kind.action());
  }

  /** Only an application begins it. */
  @Override
  public final void evaluateTriggers(RequiredActionContext context) {}

  @Override
  public final void requiredActionChallenge(RequiredActionContext context) {
    proceed(context, false);
  }

  @Override
  public final void processAction(RequiredActionContext context) {
    proceed(context, true);
  }

  private void proceed(RequiredActionContext context, boolean answered) {
    AuthenticationSessionModel signingIn = context.getAuthenticationSession();
    if (!kind.action().equals(signingIn.getClientNote(Constants.KC_ACTION_EXECUTING))) {
      // put on the person by an administrator: there is nothing to confirm
      context.success();
      return;
    }
    Optional<StepParameter> step = read(signingIn.getClientNote(Constants.KC_ACTION_PARAMETER));
    if (step.isEmpty()) {
      end(context, null, StepEnd.of("step_invalid", "companyStepBroken"));
      return;
    }
    @Nullable UserSessionModel present = new LiveProofs(session, kind).present(signingIn);
    if (present != null && Impersonation.isBehind(present)) {
      end(context, null, StepEnd.of("impersonated", "companyStepImpersonated"));
      return;
    }
    proceed(context, step.get(), answered);
  }

  private void proceed(RequiredActionContext context, StepParameter step, boolean answered) {
    Map<StepCompany, Admission> open = new LinkedHashMap<>();
    @Nullable StepCompany refusing = null;
    Supplier<StepEnd> why = () -> StepEnd.of("no_company", "companyStepNoCompany");
    for (StepCompany company : companies(context)) {
      Admission admission = admit(context, step, company);
      if (admission instanceof Admission.Refused refused) {
        refusing = company;
        why = refused.why();
      } else {
        open.put(company, admission);
      }
    }
    if (open.isEmpty()) {
      end(context, refusing, why.get());
    } else {
      proceed(context, step, open, answered);
    }
  }

  private void proceed(
      RequiredActionContext context,
      StepParameter step,
      Map<StepCompany, Admission> open,
      boolean answered) {
    List<StepCompany> companies = List.copyOf(open.keySet());
    @Nullable StepCompany company =
        companies.size() == 1 ? companies.get(0) : chosen(context, companies, answered);
    if (company != null && open.get(company) instanceof Admission.Free free) {
      confirm(context, step, company, free.grant());
    } else if (company != null && answered) {
      answer(context, step, company, companies);
    } else {
      ask(context, step, companies);
    }
  }

  private static @Nullable StepCompany chosen(
      RequiredActionContext context, List<StepCompany> open, boolean answered) {
    @Nullable String id =
        answered ? context.getHttpRequest().getDecodedFormParameters().getFirst(COMPANY) : null;
    return open.stream()
        .filter(company -> company.organization().getId().equals(id))
        .findFirst()
        .orElse(null);
  }

  /** The companies the application asked for, else those the person chose or belongs to. */
  private List<StepCompany> companies(RequiredActionContext context) {
    Optional<Set<String>> wanted = wanted(context);
    OrganizationProvider organizations = session.getProvider(OrganizationProvider.class);
    List<StepCompany> companies = new ArrayList<>();
    for (Standing standing :
        session.getProvider(MembershipProvider.class).standings(context.getUser())) {
      boolean asked = wanted.isEmpty() || wanted.get().contains(standing.organizationId());
      @Nullable OrganizationModel organization =
          asked && standing.state() == MemberState.ACTIVE
              ? organizations.getById(standing.organizationId())
              : null;
      if (organization != null && organization.isEnabled()) {
        companies.add(new StepCompany(organization, standing));
      }
    }
    return companies;
  }

  /** Ids of what was asked for or chosen, which may be none by now; empty: any. */
  private Optional<Set<String>> wanted(RequiredActionContext context) {
    @Nullable String chosen =
        context.getAuthenticationSession().getClientNote(OrganizationModel.ORGANIZATION_ATTRIBUTE);
    if (chosen != null) {
      return Optional.of(Set.of(chosen));
    }
    @Nullable OrganizationScope scope = OrganizationScope.valueOfScope(session);
    return scope == null || scope == OrganizationScope.ANY
        ? Optional.empty()
        : Optional.of(
            scope
                .resolveOrganizations(context.getUser(), session)
                .map(OrganizationModel::getId)
                .collect(Collectors.toSet()));
  }

  /** Gives the proof and goes on. */
  protected final void confirm(
      RequiredActionContext context, StepParameter step, StepCompany company, Grant grant) {
    LiveProofs proofs = new LiveProofs(session, kind);
    Proof proof =
        proofs.draft(
            company.organization().getId(),
            context.getUser().getId(),
            step,
            operation(step),
            grant.method(),
            grant.version(),
            grant.seconds());
    proofs.give(context.getAuthenticationSession(), proof);
    context.getAuthenticationSession().removeClientNote(ASKED);
    new ActivityLog(session)
        .record(
            activity(context, company, kind.confirmed())
                .detail(ActivityDetail.OPERATION, proof.operation())
                .detail(ActivityDetail.REFERENCE, proof.reference())
                .detail(ActivityDetail.METHOD, proof.method()));
    context
        .getEvent()
        .detail(Details.ORG_ID, company.organization().getId())
        .detail("company_operation", proof.operation())
        .detail("company_reference", EventText.storable(proof.reference()))
        .detail("company_method", proof.method());
    context.success();
  }

  /** What the activity says of this step and this person. */
  protected final Activity activity(
      RequiredActionContext context, StepCompany company, ActivityKind what) {
    ClientModel client = context.getAuthenticationSession().getClient();
    return ConfirmedStep.of(
            context.getRealm(),
            company.organization().getId(),
            what,
            ActivityActor.member(session, context.getRealm(), context.getUser(), client),
            client)
        .member(context.getUser().getId());
  }

  /** Sends the event of something that went wrong; says nothing of what was typed. */
  protected final void failed(
      RequiredActionContext context, @Nullable StepCompany company, String code) {
    EventBuilder event =
        context
            .getEvent()
            .clone()
            .event(EventType.CUSTOM_REQUIRED_ACTION)
            .detail(Details.CUSTOM_REQUIRED_ACTION, kind.action())
            .detail(Details.REASON, code);
    if (company != null) {
      event.detail(Details.ORG_ID, company.organization().getId());
    }
    event.error(code);
  }

  /** Ends the step with a page, and tells of it. */
  protected final void end(
      RequiredActionContext context, @Nullable StepCompany company, StepEnd end) {
    failed(context, company, end.code());
    if (company != null) {
      new ActivityLog(session)
          .recordRefusal(activity(context, company, kind.confirmed()), end.code());
    }
    show(context, end);
  }

  /** Shows the page of an end that was told of already; only the way back leads on. */
  protected final void show(RequiredActionContext context, StepEnd end) {
    context.challenge(
        context
            .form()
            .setAttribute("companyStepEnd", end)
            .setStatus(Status.FORBIDDEN)
            .createForm(END));
  }

  /** The form of a page that asks; says so if Keycloak has begun the login again meanwhile. */
  protected final LoginFormsProvider form(
      RequiredActionContext context, StepParameter step, List<StepCompany> companies) {
    AuthenticationSessionModel signingIn = context.getAuthenticationSession();
    // when a login is begun again, only notes of the application's request are left
    boolean again = signingIn.getClientNote(ASKED) != null && signingIn.getAuthNote(ASKED) == null;
    signingIn.setClientNote(ASKED, Boolean.TRUE.toString());
    signingIn.setAuthNote(ASKED, Boolean.TRUE.toString());
    return context
        .form()
        .setAttribute("companyStepAgain", again)
        .setAttribute(
            "companyStep",
            new StepPage(
                companies,
                context.getHttpRequest().getDecodedFormParameters().getFirst(COMPANY),
                described(context, step),
                step.reference(),
                context.getUser()));
  }
}
