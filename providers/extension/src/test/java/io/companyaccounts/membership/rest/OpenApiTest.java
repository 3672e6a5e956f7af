// SPDX-License-Identifier: Apache-2.0
package io.companyaccounts.membership.rest;

import static org.assertj.core.api.Assertions.assertThat;

import io.companyaccounts.domainproof.DomainProofRefusal;
import io.companyaccounts.domainproof.DomainsResource;
import io.companyaccounts.domainproof.DomainsResourceFactory;
import io.companyaccounts.emaildomain.EmailRefusal;
import io.companyaccounts.emaildomain.rest.EmailDomainsResource;
import io.companyaccounts.emaildomain.rest.EmailDomainsResourceFactory;
import io.companyaccounts.invitation.InvitationRefusal;
import io.companyaccounts.invitation.rest.InvitationSettingsResource;
import io.companyaccounts.invitation.rest.InvitationSettingsResourceFactory;
import io.companyaccounts.invitation.rest.InvitationsResource;
import io.companyaccounts.invitation.rest.InvitationsResourceFactory;
import io.companyaccounts.invitation.rest.InviteLinksResource;
import io.companyaccounts.invitation.rest.InviteLinksResourceFactory;
import io.companyaccounts.membership.Refusal;
import io.companyaccounts.orderingpassword.OrderingPasswordResource;
import io.companyaccounts.orderingpassword.OrderingPasswordResourceFactory;
import io.companyaccounts.orderingpassword.OrderingRefusal;
import io.companyaccounts.proof.ProofRefusal;
import io.companyaccounts.proof.RedeemResource;
import jakarta.ws.rs.HttpMethod;
import jakarta.ws.rs.OPTIONS;
import jakarta.ws.rs.Path;
import java.io.IOException;
import java.io.InputStream;
import java.lang.annotation.Annotation;
import java.lang.reflect.Method;
import java.nio.file.Files;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.NullUnmarked;
import org.junit.jupiter.api.Test;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;

/** The document of the REST interface says what the resources do, no more and no less. */
@NullUnmarked
class OpenApiTest {

  /** What features add to an organization, by provider id. */
  private static final Map<String, Class<?>> FEATURES =
      Map.of(
          EmailDomainsResourceFactory.ID, EmailDomainsResource.class,
          DomainsResourceFactory.ID, DomainsResource.class,
          InvitationsResourceFactory.ID, InvitationsResource.class,
          InviteLinksResourceFactory.ID, InviteLinksResource.class,
          InvitationSettingsResourceFactory.ID, InvitationSettingsResource.class,
          OrderingPasswordResourceFactory.ID, OrderingPasswordResource.class);

  /** What features open to applications. */
  private static final List<String> REDEEMING = List.of("ordering", "confirmation");

  /** What only the holder of a link can be told. */
  private static final EnumSet<InvitationRefusal> ON_PAGES_ONLY =
      EnumSet.of(
          InvitationRefusal.ASKED_ALREADY,
          InvitationRefusal.STILL_OPEN,
          InvitationRefusal.OTHER_ADDRESS,
          InvitationRefusal.INVITER_MAY_NOT,
          InvitationRefusal.BLOCKED,
          InvitationRefusal.DOMAIN_NOT_ALLOWED,
          InvitationRefusal.LINK_OFF,
          InvitationRefusal.LINK_EXPIRED,
          InvitationRefusal.LINK_USED_UP);

  private final Map<String, Object> document = read();

  @Test
  void everyResourceIsDescribedAndEverythingDescribedExists() {
    Set<String> resources = new TreeSet<>();
    for (String side : List.of("/realms/{realm}/company", "/admin/realms/{realm}/company")) {
      collect(
          side.startsWith("/admin") ? AdminResource.class : MemberSideResource.class,
          side,
          resources);
      FEATURES.forEach(
          (id, resource) -> collect(resource, side + "/organizations/{org}/" + id, resources));
    }
    REDEEMING.forEach(
        id -> collect(RedeemResource.class, "/realms/{realm}/company/" + id, resources));

    Set<String> described = new TreeSet<>();
    map(document, "paths")
        .forEach(
            (path, operations) ->
                ((Map<?, ?>) operations)
                    .keySet()
                    .forEach(
                        method -> described.add(method.toString().toUpperCase() + " " + path)));

    assertThat(described).isEqualTo(resources);
  }

  @Test
  void everyCodeOfTheRulesIsNamed() {
    String responses = map(map(document, "components"), "responses").toString();
    for (Refusal refusal : Refusal.values()) {
      assertThat(responses).as(refusal.name()).contains(refusal.code());
    }
    for (EmailRefusal refusal : EmailRefusal.values()) {
      assertThat(responses).as(refusal.name()).contains(refusal.code());
    }
    for (DomainProofRefusal refusal : DomainProofRefusal.values()) {
      assertThat(responses).as(refusal.name()).contains(refusal.code());
    }
    for (OrderingRefusal refusal : OrderingRefusal.values()) {
      assertThat(responses).as(refusal.name()).contains(refusal.code());
    }
    for (ProofRefusal refusal : ProofRefusal.values()) {
      assertThat(responses).as(refusal.name()).contains(refusal.code());
    }
    for (InvitationRefusal refusal : EnumSet.complementOf(ON_PAGES_ONLY)) {
      assertThat(responses).as(refusal.name()).contains(refusal.code());
    }
  }

  @Test
  void everyReferenceLeadsSomewhere() {
    follow(document);
  }

  private void follow(Object node) {
    if (node instanceof Map<?, ?> map) {
      if (map.get("$ref") instanceof String reference) {
        Object at = document;
        for (String step : reference.substring(2).split("/")) {
          at = ((Map<?, ?>) at).get(step);
          assertThat(at).as(reference).isNotNull();
        }
      }
      map.values().forEach(this::follow);
    } else if (node instanceof Iterable<?> list) {
      list.forEach(this::follow);
    }
  }

  private static void collect(Class<?> resource, String base, Set<String> found) {
    for (Method method : resource.getMethods()) {
      Path path = method.getAnnotation(Path.class);
      String at = path == null ? base : base + "/" + path.value();
      String http = httpMethod(method);
      if (http == null && path != null) {
        collect(method.getReturnType(), at, found);
      } else if (http != null && !http.equals("OPTIONS")) {
        found.add(http + " " + at);
      }
    }
  }

  private static String httpMethod(Method method) {
    for (Annotation annotation : method.getAnnotations()) {
      HttpMethod http = annotation.annotationType().getAnnotation(HttpMethod.class);
      if (http != null) {
        return http.value();
      }
    }
    return method.isAnnotationPresent(OPTIONS.class) ? "OPTIONS" : null;
  }

  @SuppressWarnings("unchecked")
  private static Map<String, Object> map(Map<String, Object> from, String key) {
    return (Map<String, Object>) from.get(key);
  }

  private static Map<String, Object> read() {
    java.nio.file.Path file = java.nio.file.Path.of("../../docs/openapi.yaml");
    try (InputStream in = Files.newInputStream(file)) {
      return new Yaml(new SafeConstructor(new LoaderOptions())).load(in);
    } catch (IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
  }
}
