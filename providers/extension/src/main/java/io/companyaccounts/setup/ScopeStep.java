// SPDX-License-Identifier: Apache-2.0
package io.companyaccounts.setup;

import io.companyaccounts.setup.ScopeDraft.Mapper;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.keycloak.models.ClientScopeModel;
import org.keycloak.models.ProtocolMapperModel;
import org.keycloak.models.RealmModel;

/** A client scope with its mappers. */
final class ScopeStep implements SetUpStep {

  private static final String SCOPE = "client_scope";
  private static final String MAPPER = "protocol_mapper";

  private final RealmModel realm;
  private final ScopeDraft draft;

  ScopeStep(RealmModel realm, ScopeDraft draft) {
    this.realm = realm;
    this.draft = draft;
  }

  @Override
  public Optional<SetUpObstacle> obstacle() {
    ClientScopeModel scope = scope();
    if (scope == null || ScopeDraft.OPENID_CONNECT.equals(scope.getProtocol())) {
      return Optional.empty();
    }
    return Optional.of(
        new SetUpObstacle(
            "client_scope_taken",
            "The realm has a client scope '%s' of the protocol %s. This name is needed for OpenID Connect: rename the scope, then run the set-up."
                .formatted(draft.name(), scope.getProtocol())));
  }

  @Override
  public List<SetUpAction> missing() {
    ClientScopeModel scope = scope();
    List<SetUpAction> actions = new ArrayList<>();
    if (scope == null) {
      actions.add(
          SetUpAction.of(
              SCOPE, draft.name(), "Add the client scope '%s'".formatted(draft.name()), this::add));
    }
    for (Mapper mapper : draft.mappers()) {
      if (scope == null || scope.getProtocolMappersStream().noneMatch(mapper::isLike)) {
        actions.add(
            SetUpAction.of(
                MAPPER,
                mapper.name(),
                "Add the mapper '%s' to the client scope '%s'"
                    .formatted(mapper.name(), draft.name()),
                () -> add(mapper)));
      }
    }
    return actions;
  }

  /** A scope with mappers of somebody else stays, without ours. */
  @Override
  public List<SetUpAction> removable() {
    ClientScopeModel scope = scope();
    if (scope == null) {
      return List.of();
    }
    List<ProtocolMapperModel> own = mappers(scope);
    List<SetUpAction> actions = new ArrayList<>();
    for (ProtocolMapperModel mapper : own) {
      actions.add(
          SetUpAction.of(
              MAPPER,
              mapper.getName(),
              "Remove the mapper '%s' from the client scope '%s'"
                  .formatted(mapper.getName(), draft.name()),
              () -> scope.removeProtocolMapper(mapper)));
    }
    if (scope.getProtocolMappersStream().count() == own.size()) {
      actions.add(
          SetUpAction.of(
              SCOPE,
              draft.name(),
              "Remove the client scope '%s', also from all clients".formatted(draft.name()),
              () -> realm.removeClientScope(scope.getId())));
    }
    return actions;
  }

  private @Nullable ClientScopeModel scope() {
    return draft.in(realm).orElse(null);
  }

  private List<ProtocolMapperModel> mappers(ClientScopeModel scope) {
    return scope
        .getProtocolMappersStream()
        .filter(present -> draft.mappers().stream().anyMatch(mapper -> mapper.isLike(present)))
        .toList();
  }

  private void add() {
    ClientScopeModel scope = realm.addClientScope(draft.name());
    scope.setDescription(draft.description());
    scope.setProtocol(ScopeDraft.OPENID_CONNECT);
    draft.attributes().forEach(scope::setAttribute);
  }

  private void add(Mapper draftMapper) {
    ProtocolMapperModel mapper = new ProtocolMapperModel();
    mapper.setName(draftMapper.name());
    mapper.setProtocol(ScopeDraft.OPENID_CONNECT);
    mapper.setProtocolMapper(draftMapper.provider());
    mapper.setConfig(new HashMap<>(draftMapper.config()));
    draft.in(realm).orElseThrow().addProtocolMapper(mapper);
  }
}
