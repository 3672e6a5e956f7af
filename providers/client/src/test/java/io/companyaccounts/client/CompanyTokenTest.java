// SPDX-License-Identifier: Apache-2.0
package io.companyaccounts.client;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.core.type.TypeReference;
import io.companyaccounts.client.Decision.Reason;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class CompanyTokenTest {

  static final Map<String, Object> PURCHASER =
      Map.of(
          "organization",
          Map.of(
              "acme",
              Map.of(
                  "company_roles", List.of("purchaser"),
                  "owner", false,
                  "resource_access", Map.of("shop", Map.of("roles", List.of("order.place"))))));

  static List<ClaimShape> shapes() throws Exception {
    return ClaimShape.all().toList();
  }

  @ParameterizedTest
  @MethodSource("shapes")
  void everyShapeOfTheClaimIsReadAsItsRowSays(ClaimShape shape) {
    CompanyToken token = CompanyToken.of(map(shape), ClaimShape.CLIENT);
    assertThat(token.companies())
        .extracting(Company::alias)
        .containsExactlyElementsOf(shape.expectedTexts("companies"));
    assertThat(token.may(ClaimShape.COMPANY, ClaimShape.PERMISSION).reason())
        .isEqualTo(Reason.valueOf(shape.expectedReason()));
    assertThat(token.company(ClaimShape.COMPANY).isPresent()).isEqualTo(shape.isMember());
    token.company(ClaimShape.COMPANY).ifPresent(company -> assertAsSaid(company, shape));
  }

  private static void assertAsSaid(Company company, ClaimShape shape) {
    assertThat(company.roles()).containsExactlyElementsOf(shape.expectedTexts("roles"));
    assertThat(company.owner()).isEqualTo(shape.row().get("owner").booleanValue());
    assertThat(company.permissions(ClaimShape.CLIENT))
        .containsExactlyElementsOf(shape.expectedTexts("permissions"));
    assertThat(company.id().orElse(null))
        .isEqualTo(shape.row().has("id") ? shape.row().get("id").textValue() : null);
    assertThat(company.described())
        .isEqualTo(!shape.expectedReason().equals(Reason.NOT_DESCRIBED.name()));
  }

  private static @Nullable Map<String, Object> map(ClaimShape shape) {
    return ClaimShape.JSON.convertValue(
        shape.claims(), new TypeReference<Map<String, Object>>() {});
  }

  @Test
  void aDecisionRepeatsTheQuestionAndGivesTheReason() {
    Decision granted = CompanyToken.of(PURCHASER, "shop").may("acme", "order.place");
    assertThat(granted).isEqualTo(new Decision(Reason.GRANTED, "acme", "order.place"));
    assertThat(granted.allowed()).isTrue();
    assertThat(granted.denied()).isFalse();
    Decision denied = CompanyToken.of(PURCHASER, "shop").may("acme", "order.release");
    assertThat(denied.allowed()).isFalse();
    assertThat(denied.denied()).isTrue();
    assertThat(denied.reason().explanation())
        .isEqualTo("no role in this company contains the permission");
  }

  @Test
  void onlyTheClientThatAsksCountsAndNeverTheOneInTheToken() {
    Map<String, Object> claims = new HashMap<>(PURCHASER);
    claims.put("azp", "shop");
    CompanyToken readByService = CompanyToken.of(claims, "service");
    assertThat(readByService.client()).isEqualTo("service");
    assertThat(readByService.may("acme", "order.place").reason())
        .isEqualTo(Reason.PERMISSION_MISSING);
    assertThat(readByService.company("acme").orElseThrow().permissions("shop"))
        .containsExactly("order.place");
  }

  @Test
  void membershipNeedsNoPermissions() {
    CompanyToken token = CompanyToken.of(Map.of("organization", List.of("acme")), "shop");
    assertThat(token.isMember("acme").allowed()).isTrue();
    assertThat(token.isMember("zeta").reason()).isEqualTo(Reason.NOT_A_MEMBER);
    assertThat(CompanyToken.of(Map.of(), "shop").isMember("acme").reason())
        .isEqualTo(Reason.NO_COMPANY);
  }

  @Test
  void noCompanyIsAQuestionThatIsDenied() {
    CompanyToken token = CompanyToken.of(PURCHASER, "shop");
    assertThat(token.may(null, "order.place").reason()).isEqualTo(Reason.NOT_A_MEMBER);
    assertThat(token.isMember(null).denied()).isTrue();
    assertThat(token.company(null)).isEmpty();
  }

  @Test
  void anEmptyPermissionIsNeverGranted() {
    assertThat(CompanyToken.of(PURCHASER, "shop").may("acme", "").reason())
        .isEqualTo(Reason.PERMISSION_MISSING);
  }

  @Test
  void aClaimOfAnotherNameIsReadWhenTold() {
    Map<String, Object> claims = Map.of("firms", List.of("acme"), "organization", "zeta");
    CompanyToken token = CompanyToken.of(claims, "shop", "firms");
    assertThat(token.companies()).extracting(Company::alias).containsExactly("acme");
  }

  @Test
  void arraysOfJavaAreReadLikeLists() {
    Map<String, Object> claims = Map.of("organization", new String[] {"acme", "zeta"});
    assertThat(CompanyToken.of(claims, "shop").companies())
        .extracting(Company::alias)
        .containsExactly("acme", "zeta");
  }

  @Test
  void mapsThatAnswerQuestionsWithExceptionsOnlyDeny() {
    Map<Object, Object> numbered = new TreeMap<>();
    numbered.put(1, Map.of());
    assertThat(CompanyToken.of(Map.of("organization", numbered), "shop").companies()).isEmpty();
    Map<@Nullable Object, Object> withNullKey = new HashMap<>();
    withNullKey.put(null, Map.of());
    assertThat(CompanyToken.of(Map.of("organization", withNullKey), "shop").companies()).isEmpty();
  }

  @Test
  void claimsThatHoldThemselvesAndDeepOnesOnlyDeny() {
    Map<String, Object> knot = new LinkedHashMap<>();
    knot.put("acme", knot);
    knot.put("owner", true);
    knot.put("company_roles", knot);
    knot.put("resource_access", knot);
    assertThat(CompanyToken.of(Map.of("organization", knot), "shop").may("acme", "order.place"))
        .matches(Decision::denied);
    Object deep = "order.place";
    for (int depth = 0; depth < 100_000; depth++) {
      deep = Collections.singletonList(deep);
    }
    assertThat(CompanyToken.of(Map.of("organization", deep), "shop").companies()).isEmpty();
  }

  @Test
  void laterChangesOfTheClaimsChangeNothing() {
    List<Object> aliases = new ArrayList<>(List.of("acme"));
    CompanyToken token = CompanyToken.of(Map.of("organization", aliases), "shop");
    aliases.add("zeta");
    assertThat(token.isMember("zeta").denied()).isTrue();
  }

  @Test
  void whatWasReadCannotBeChanged() {
    CompanyToken token = CompanyToken.of(PURCHASER, "shop");
    Company company = token.company("acme").orElseThrow();
    assertThatThrownBy(() -> token.companies().clear())
        .isInstanceOf(UnsupportedOperationException.class);
    assertThatThrownBy(() -> company.roles().clear())
        .isInstanceOf(UnsupportedOperationException.class);
    assertThatThrownBy(() -> company.permissions("shop").add("order.release"))
        .isInstanceOf(UnsupportedOperationException.class);
  }

  @Test
  void aLoggedCompanySaysNothingAboutItsPeople() {
    assertThat(CompanyToken.of(PURCHASER, "shop").company("acme").orElseThrow())
        .hasToString("Company[acme]");
  }
}
