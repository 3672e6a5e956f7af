// SPDX-License-Identifier: Apache-2.0
package io.companyaccounts.invitation.rest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CsvTest {

  @ParameterizedTest
  @ValueSource(
      strings = {
        "a,b\r\nc,d\r\n",
        "a,b\nc,d",
        "a,b\rc,d\r",
        "\uFEFFa,b\r\nc,d",
        "a;b\nc;d",
        "\"a\",\"b\"\r\n\"c\",\"d\"",
        "\"a\";\"b\"\n\n\r\n;\n\"c\";d\n\n",
      })
  void allLineEndsSeparatorsAndQuotesMeanTheSame(String text) throws Exception {
    assertThat(fields(text)).containsExactly(List.of("a", "b"), List.of("c", "d"));
  }

  @Test
  void quotesKeepSeparatorsLineEndsAndDoubledQuotes() throws Exception {
    assertThat(fields("a,b\r\n\"x,y;z\",\"say \"\"hi\"\"\r\nand\nbye\""))
        .containsExactly(List.of("a", "b"), List.of("x,y;z", "say \"hi\"\r\nand\nbye"));
  }

  @Test
  void emptyFieldsStayAlsoAtTheEnds() throws Exception {
    assertThat(fields("a,b,c\n,x,\n\"\",y,"))
        .containsExactly(List.of("a", "b", "c"), List.of("", "x", ""), List.of("", "y", ""));
  }

  @Test
  void spacesBelongToTheField() throws Exception {
    assertThat(fields(" a , b\n")).containsExactly(List.of(" a ", " b"));
  }

  @Test
  void theFirstSeparatorOutsideOfQuotesCounts() throws Exception {
    assertThat(fields("\"a,b\";c,d\n")).containsExactly(List.of("a,b", "c,d"));
    assertThat(fields("email\na;b\n")).containsExactly(List.of("email"), List.of("a;b"));
  }

  @Test
  void rowsKnowTheLineOfTheFileInWhichTheyBegin() throws Exception {
    assertThat(Csv.read("h\r\n\r\n\"one\r\ntwo\"\r\nlast").stream().map(Csv.Row::line))
        .containsExactly(1, 3, 5);
  }

  @Test
  void nothingIsNoRow() throws Exception {
    assertThat(Csv.read("")).isEmpty();
    assertThat(Csv.read("\uFEFF")).isEmpty();
    assertThat(Csv.read("\r\n\n;;\n")).isEmpty();
  }

  @Test
  void aTableThatIsBrokenNamesTheLine() {
    refused("a,b\nx,y\"z\n", 2);
    refused("a,b\n\"x\"y,z\n", 2);
    refused("a,b\nc,d\n\"open,z\nmore\n", 3);
    refused("a,b\n\"two\nlines\"x,z\n", 3);
    refused("\"", 1);
  }

  private static void refused(String text, int line) {
    assertThatThrownBy(() -> Csv.read(text))
        .isInstanceOfSatisfying(
            Csv.MalformedException.class, e -> assertThat(e.line()).isEqualTo(line));
  }

  private static List<List<String>> fields(String text) throws Csv.MalformedException {
    return Csv.read(text).stream().map(Csv.Row::fields).toList();
  }
}
