package dev.deckhand.lab.workspace;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CommandFramingTest {

  @Test
  void textOfSeveralLinesIsOneLineInThePipe() {
    var framed = CommandFraming.frame("a\nb 'c' \\d\0", ShellReport.initial("/"), 7);
    assertThat(framed.lines().filter(line -> !line.isEmpty())).hasSize(2);
    assertThat(framed).contains("$'a\\nb \\'c\\' \\\\d'");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"cat <<EOF\nx\nEOF", "a |", "a &&", "a || # why", "case x in", "set -v", "a \\"})
  void nothingIsPutBehindATextThatWouldSwallowIt(String text) {
    assertThat(CommandFraming.frame(text, ShellReport.initial("/"), 7))
        .doesNotContain("__deckhand_note");
  }

  @Test
  void plainTextKeepsItsLastArgument() {
    assertThat(CommandFraming.frame("mkdir x # {", ShellReport.initial("/"), 7))
        .contains("__deckhand_note");
  }

  @Test
  void statusesOfAPipelineAreMadeAgain() {
    assertThat(CommandFraming.frame("x", new ShellReport(0, List.of(1, 0), "hB", "/"), 7))
        .contains("__deckhand_is 1|__deckhand_is 0;");
    assertThat(CommandFraming.frame("x", new ShellReport(0, List.of(1, 0), "ehB", "/"), 7))
        .doesNotContain("__deckhand_is");
  }
}
