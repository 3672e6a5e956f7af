// SPDX-License-Identifier: Apache-2.0
package io.companyaccounts.invitation.page;

import io.companyaccounts.emaildomain.EmailRefusal;
import io.companyaccounts.invitation.InvitationProvider;
import io.companyaccounts.invitation.InvitationRefusal;
import io.companyaccounts.invitation.InviteLink;
import io.companyaccounts.invitation.OpenedLink;
import io.companyaccounts.membership.Outcome;
import io.companyaccounts.membership.Reason;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.Response.Status;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.keycloak.forms.login.LoginFormsProvider;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.utils.FormMessage;

/**
 * What an invite link opens: it asks for an address, to which an invitation is sent. The answer is
 * the same for every address, so that it tells nobody who is a member.
 */
public final class InviteLinkPage {

  private static final String EMAIL = "email";

  private final KeycloakSession session;
  private final InvitationProvider invitations;
  private final PageAddresses addresses;
  private final PageLanguage language;
  private final PublicPages pages;

  InviteLinkPage(KeycloakSession session) {
    this.session = session;
    this.invitations = session.getProvider(InvitationProvider.class);
    this.addresses = new PageAddresses(session);
    this.language = new PageLanguage(session);
    this.pages = new PublicPages(session);
  }

  @GET
  @Path("{code}")
  public Response open(@PathParam("code") String code) {
    return opened(code, opened -> ask(opened, code, "", null));
  }

  @POST
  @Path("{code}")
  public Response send(@PathParam("code") String code) {
    @Nullable MultivaluedMap<String, String> sent =
        session.getContext().getHttpRequest().getDecodedFormParameters();
    @Nullable String given = sent == null ? null : sent.getFirst(EMAIL);
    String email = given == null ? "" : given.strip();
    return opened(
        code,
        opened -> {
          Outcome<InviteLink> outcome =
              invitations.useLink(code, email, language.current().orElse(null));
          if (outcome instanceof Outcome.Refused<InviteLink> refused) {
            return refused(opened, code, email, refused);
          }
          return pages.end(
              EndPage.of(Status.OK, "companyEndMailed", email, opened.organization().getName()));
        });
  }

  private Response opened(String code, Function<OpenedLink, Response> answer) {
    language.choose(null);
    Optional<OpenedLink> opened = invitations.openLink(code);
    if (opened.isEmpty()) {
      return pages.end(EndPages.unknownLink());
    }
    return opened
        .get()
        .obstacle()
        .map(reason -> pages.end(EndPages.of(reason, opened.get().organization().getName())))
        .orElseGet(() -> answer.apply(opened.get()));
  }

  /** What the person can mend is said beside the field. */
  private Response refused(
      OpenedLink opened, String code, String email, Outcome.Refused<InviteLink> refused) {
    Reason reason = refused.reason();
    if (reason == InvitationRefusal.EMAIL_INVALID) {
      return ask(opened, code, email, new FormMessage(EMAIL, "companyLinkEmailInvalid"));
    }
    if (reason == InvitationRefusal.DOMAIN_NOT_ALLOWED) {
      return ask(opened, code, email, new FormMessage(EMAIL, "companyLinkEmailDomain"));
    }
    String company = opened.organization().getName();
    if (reason instanceof EmailRefusal refusal) {
      String domains = refused.details().getOrDefault("domains", "");
      return ask(
          opened,
          code,
          email,
          new FormMessage(EMAIL, refusal.messageKey(domains), EMAIL, company, domains));
    }
    return pages.end(EndPages.of(reason, company));
  }

  private Response ask(
      OpenedLink opened, String code, String email, @Nullable FormMessage mistake) {
    @Nullable String creator = opened.link().creator().name();
    LoginFormsProvider form =
        pages
            .form()
            .setActionUri(addresses.link(code))
            .setAttribute("companyName", opened.organization().getName())
            .setAttribute("companyInviter", creator == null ? "" : creator)
            .setAttribute("companyDomains", String.join(", ", opened.link().domains()))
            .setAttribute("companyEmail", email);
    if (mistake != null) {
      form.addError(mistake).setStatus(Status.BAD_REQUEST);
    }
    return form.createForm("company-link.ftl");
  }
}
