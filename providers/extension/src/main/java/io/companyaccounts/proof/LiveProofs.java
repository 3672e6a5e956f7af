// SPDX-License-Identifier: Apache-2.0
package io.companyaccounts.proof;

import io.companyaccounts.membership.MemberState;
import io.companyaccounts.membership.MembershipProvider;
import io.companyaccounts.membership.Standing;
import io.companyaccounts.platform.Impersonation;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.keycloak.common.util.SecretGenerator;
import org.keycloak.common.util.Time;
import org.keycloak.models.ClientModel;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.OrganizationModel;
import org.keycloak.models.RealmModel;
import org.keycloak.models.UserSessionModel;
import org.keycloak.organization.OrganizationProvider;
import org.keycloak.services.managers.AuthenticationManager;
import org.keycloak.sessions.AuthenticationSessionModel;

/**
 * The proofs in user sessions: one note for each, so that two tabs that finish together do not
 * overwrite one another.
 */
public final class LiveProofs {

  /** So many tabs can be confirmed side by side in one application. */
  static final int MOST = 5;

  private static final String PREFIX = "company-proof.";
  private static final int CODE_LENGTH = 22;

  private final KeycloakSession session;
  private final ProofKind kind;

  public LiveProofs(KeycloakSession session, ProofKind kind) {
    this.session = session;
    this.kind = kind;
  }

  /**
   * A proof that was found by its id.
   *
   * @param id as applications know it
   */
  record Found(
      String id, Proof proof, UserSessionModel userSession, OrganizationModel organization) {}

  static Instant now() {
    return Instant.ofEpochMilli(Time.currentTimeMillis());
  }

  /** A new proof that begins now. */
  public Proof draft(
      String organizationId,
      String userId,
      StepParameter step,
      String operation,
      String method,
      int version,
      int seconds) {
    Instant at = now();
    return new Proof(
        SecretGenerator.getInstance().randomString(CODE_LENGTH),
        organizationId,
        userId,
        operation,
        step.reference(),
        method,
        version,
        at,
        at.truncatedTo(ChronoUnit.SECONDS).plusSeconds(seconds));
  }

  /** Leaves the proof in the session that the person signs in to. */
  public void give(AuthenticationSessionModel signingIn, Proof proof) {
    String prefix = prefix(signingIn.getClient());
    UserSessionModel present = present(signingIn);
    if (present != null) {
      List<Proof> kept = stored(present, signingIn.getClient());
      kept.removeIf(each -> each.isOver(now()));
      List<String> keep = kept.stream().limit(MOST - 1L).map(Proof::code).toList();
      present.getNotes().keySet().stream()
          .filter(
              name -> name.startsWith(prefix) && !keep.contains(name.substring(prefix.length())))
          .toList()
          .forEach(present::removeNote);
    }
    signingIn.setUserSessionNote(prefix + proof.code(), proof.write());
  }

  /** The session of a person who is signed in already; null at a fresh login. */
  @Nullable UserSessionModel present(AuthenticationSessionModel signingIn) {
    return session
        .sessions()
        .getUserSession(signingIn.getRealm(), signingIn.getParentSession().getId());
  }

  /** What counts now for one application, newest first. */
  List<Proof> of(UserSessionModel userSession, ClientModel client) {
    if (userSession.isOffline() || Impersonation.isBehind(userSession)) {
      return List.of();
    }
    return stored(userSession, client).stream()
        .filter(proof -> countsAsKnown(proof, userSession, client))
        .limit(MOST)
        .toList();
  }

  /** How applications call a proof. */
  static String id(UserSessionModel userSession, Proof proof) {
    return userSession.getId() + "." + proof.code();
  }

  /** Finds a proof of this application, whether it still counts or not. */
  Optional<Found> find(ClientModel client, String id) {
    int dot = id.lastIndexOf('.');
    RealmModel realm = session.getContext().getRealm();
    UserSessionModel userSession =
        dot <= 0 ? null : session.sessions().getUserSession(realm, id.substring(0, dot));
    if (userSession == null) {
      return Optional.empty();
    }
    String code = id.substring(dot + 1);
    String note = userSession.getNote(prefix(client) + code);
    if (note == null) {
      return Optional.empty();
    }
    return Proof.read(code, note)
        .flatMap(
            proof ->
                organization(proof)
                    .map(organization -> new Found(id, proof, userSession, organization)));
  }

  /** Whether a proof that was found still counts, with the session it is in. */
  boolean counts(Found found, ClientModel client) {
    UserSessionModel userSession = found.userSession();
    return AuthenticationManager.isSessionValid(session.getContext().getRealm(), userSession)
        && userSession.getUser().isEnabled()
        && userSession.getAuthenticatedClientSessionByClient(client.getId()) != null
        && !Impersonation.isBehind(userSession)
        && counts(found.proof(), userSession, client);
  }

  /** What this proof permits now, in whole units of the vendor's currency. */
  Optional<Long> limit(Proof proof, UserSessionModel userSession, ClientModel client) {
    return standing(proof, userSession)
        .map(standing -> kind.limit(standing, client, proof.operation()))
        .filter(limit -> limit.isPresent())
        .map(limit -> limit.getAsLong());
  }

  Optional<OrganizationModel> organization(Proof proof) {
    return Optional.ofNullable(
        session.getProvider(OrganizationProvider.class).getById(proof.organizationId()));
  }

  /** Access token and ID token are made in one request: it is found out once for both. */
  private boolean countsAsKnown(Proof proof, UserSessionModel userSession, ClientModel client) {
    String attribute = prefix(client) + proof.code();
    Boolean known = session.getAttribute(attribute, Boolean.class);
    boolean counts = known == null ? counts(proof, userSession, client) : known;
    session.setAttribute(attribute, counts);
    return counts;
  }

  private boolean counts(Proof proof, UserSessionModel userSession, ClientModel client) {
    return !proof.isOver(now())
        && proof.userId().equals(userSession.getUser().getId())
        && organization(proof).filter(OrganizationModel::isEnabled).isPresent()
        && standing(proof, userSession)
            .filter(standing -> kind.permits(session, standing, client, proof))
            .isPresent();
  }

  private Optional<Standing> standing(Proof proof, UserSessionModel userSession) {
    return session.getProvider(MembershipProvider.class).standings(userSession.getUser()).stream()
        .filter(standing -> standing.organizationId().equals(proof.organizationId()))
        .filter(standing -> standing.state() == MemberState.ACTIVE)
        .findFirst();
  }

  private List<Proof> stored(UserSessionModel userSession, ClientModel client) {
    String prefix = prefix(client);
    List<Proof> found = new ArrayList<>();
    for (Map.Entry<String, String> note : userSession.getNotes().entrySet()) {
      if (note.getKey().startsWith(prefix)) {
        Proof.read(note.getKey().substring(prefix.length()), note.getValue()).ifPresent(found::add);
      }
    }
    found.sort(Comparator.comparing(Proof::at).thenComparing(Proof::expires).reversed());
    return found;
  }

  private String prefix(ClientModel client) {
    return PREFIX + kind.claim() + "." + client.getId() + ".";
  }
}
