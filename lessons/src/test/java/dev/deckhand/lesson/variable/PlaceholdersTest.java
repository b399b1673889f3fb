package dev.deckhand.lesson.variable;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PlaceholdersTest {

  private static final List<DrawnValue> VALUES =
      List.of(new DrawnValue("port", "8105"), new DrawnValue("app", "a$1\\b"));

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "on {port}, not {prot}      | on 8105, not {prot}",
        "{port}:{port}              | 8105:8105",
        "${port} and $ {port}       | ${port} and $ 8105",
        "{{port}} and {{ .Port }}   | {{port}} and {{ .Port }}",
        "\\{port}                   | \\{port}",
        "{ port } {Port} {port      | { port } {Port} {port",
        "jsonpath={.items[0].{port}} | jsonpath={.items[0].8105}",
        "{app}                      | a$1\\b",
      })
  void onlyDeclaredNamesInSingleBracesAreReplaced(String line, String replaced) {
    assertThat(Placeholders.replace(List.of(line), VALUES)).containsExactly(replaced);
  }

  @Test
  void namesAreListedWhetherTheyAreVariablesOrNot() {
    assertThat(Placeholders.names("{port} ${home} {nbsp} {{x}} \\{y} {port}"))
        .containsExactly("port", "nbsp", "port");
  }
}
