// SPDX-License-Identifier: Apache-2.0
package io.companyaccounts.client;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.graalvm.polyglot.Value;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The JavaScript file, run by a real engine, says the same as the Java classes. */
class JavaScriptTest {

  private static Script script;

  @BeforeAll
  static void load() {
    script = new Script();
  }

  @AfterAll
  static void close() {
    script.close();
  }

  static List<ClaimShape> shapes() throws Exception {
    return ClaimShape.all().toList();
  }

  @ParameterizedTest
  @MethodSource("shapes")
  void everyShapeOfTheClaimIsReadAsItsRowSays(ClaimShape shape) {
    Value claims = script.json(shape.claims().toString());
    Value companies = call("companies", claims);
    assertThat(aliases(companies)).containsExactlyElementsOf(shape.expectedTexts("companies"));
    assertThat(ask("reason", claims).asString()).isEqualTo(shape.expectedReason());
    assertThat(ask("may", claims).asBoolean()).isEqualTo(shape.expectedReason().equals("GRANTED"));
    if (shape.isMember()) {
      assertAsSaid(companies.getArrayElement(0), shape);
    }
  }

  private static void assertAsSaid(Value company, ClaimShape shape) {
    assertThat(texts(company.getMember("roles")))
        .containsExactlyElementsOf(shape.expectedTexts("roles"));
    assertThat(texts(company.invokeMember("permissions", ClaimShape.CLIENT)))
        .containsExactlyElementsOf(shape.expectedTexts("permissions"));
    assertThat(company.getMember("owner").asBoolean())
        .isEqualTo(shape.row().get("owner").booleanValue());
    assertThat(company.getMember("id").isNull()).isEqualTo(!shape.row().has("id"));
    assertThat(company.getMember("described").asBoolean())
        .isEqualTo(!shape.expectedReason().equals("NOT_DESCRIBED"));
  }

  @Test
  void theReasonsAreThoseOfJava() {
    assertThat(script.module().getMember("Reason").getMemberKeys())
        .containsExactlyInAnyOrderElementsOf(
            java.util.Arrays.stream(Decision.Reason.values()).map(Enum::name).toList());
  }

  @Test
  void claimsThatAreNoObjectAreReadAsEmpty() {
    for (String claims : List.of("[]", "5", "\"organization\"", "true", "null")) {
      assertThat(ask("reason", script.json(claims)).asString()).isEqualTo("NO_COMPANY");
    }
  }

  @Test
  void aClaimOfAnotherNameIsReadWhenTold() {
    Value claims = script.json("{\"firms\": [\"acme\"], \"organization\": \"zeta\"}");
    assertThat(aliases(call("companies", claims, "firms"))).containsExactly("acme");
    assertThat(call("reason", claims, "shop", "acme", "order.place", "firms").asString())
        .isEqualTo("NOT_DESCRIBED");
  }

  @Test
  void permissionsInheritedFromTheObjectPrototypeAreNone() {
    Value claims =
        script.json(
            "{\"organization\": {\"acme\": {\"owner\": false, \"resource_access\": {\"shop\": {}}}}}");
    for (String name : List.of("constructor", "__proto__", "toString", "hasOwnProperty")) {
      assertThat(call("may", claims, name, "acme", name).asBoolean()).isFalse();
      assertThat(call("may", claims, "shop", name, name).asBoolean()).isFalse();
    }
  }

  private static Value ask(String function, Value claims) {
    return call(function, claims, ClaimShape.CLIENT, ClaimShape.COMPANY, ClaimShape.PERMISSION);
  }

  private static Value call(String function, Object... arguments) {
    return script.call(function, arguments);
  }

  private static List<String> aliases(Value companies) {
    List<String> aliases = new ArrayList<>();
    for (long i = 0; i < companies.getArraySize(); i++) {
      aliases.add(companies.getArrayElement(i).getMember("alias").asString());
    }
    return aliases;
  }

  private static List<String> texts(Value array) {
    List<String> texts = new ArrayList<>();
    for (long i = 0; i < array.getArraySize(); i++) {
      texts.add(array.getArrayElement(i).asString());
    }
    return texts;
  }
}
