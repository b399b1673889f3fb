package dev.deckhand.shell.repl.syntax;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class LexerTest {

  @ParameterizedTest
  @CsvSource(
      delimiter = '~',
      value = {
        "kubectl get pods -n shop~COMMAND:kubectl WORD:get WORD:pods FLAG:-n WORD:shop",
        "a | b && c; d & e~COMMAND:a OPERATOR:| COMMAND:b OPERATOR:&& COMMAND:c OPERATOR:;"
            + " COMMAND:d OPERATOR:& COMMAND:e",
        "A=1 B='x y' run~ASSIGNMENT:A=1 ASSIGNMENT:B=x y COMMAND:run",
        "echo hi > out.txt 2>&1~COMMAND:echo WORD:hi REDIRECTION:> FILE:out.txt REDIRECTION:2>&1",
        "if true; then ls; fi~KEYWORD:if COMMAND:true OPERATOR:; KEYWORD:then COMMAND:ls"
            + " OPERATOR:; KEYWORD:fi",
        "for i in 1 2; do echo; done~KEYWORD:for WORD:i WORD:in WORD:1 WORD:2 OPERATOR:; KEYWORD:do"
            + " COMMAND:echo OPERATOR:; KEYWORD:done",
        "sudo -u me ls~COMMAND:sudo FLAG:-u WORD:me WORD:ls",
        "sudo kubectl~COMMAND:sudo COMMAND:kubectl",
        "echo a#b # c d~COMMAND:echo WORD:a#b COMMENT:# c d",
        "[[ -f a && b ]] && ls~KEYWORD:[[ FLAG:-f WORD:a OPERATOR:&& WORD:b KEYWORD:]]"
            + " OPERATOR:&& COMMAND:ls",
        "case x in a) ls;; esac~KEYWORD:case WORD:x WORD:in WORD:a OPERATOR:) WORD:ls OPERATOR:;;"
            + " KEYWORD:esac",
        "f() { ls; }~WORD:f OPERATOR:( OPERATOR:) KEYWORD:{ COMMAND:ls OPERATOR:; KEYWORD:}",
        "a=(1 2) ls~ASSIGNMENT:a=(1 2) COMMAND:ls",
        "echo $(kubectl get~COMMAND:echo OPERATOR:$( COMMAND:kubectl WORD:get",
        "echo $(date) x~COMMAND:echo WORD:$(date) WORD:x",
      })
  void tellsWhatPartEachWordPlays(String line, String tokens) {
    assertThat(kinds(line)).isEqualTo(tokens);
  }

  @Test
  void linesOfAHeredocAreNoCommands() {
    assertThat(kinds("cat <<EOF | sort\nls -l\nEOF\nls"))
        .isEqualTo(
            "COMMAND:cat REDIRECTION:<< FILE:EOF OPERATOR:| COMMAND:sort OPERATOR:\n HEREDOC:"
                + " OPERATOR:\n COMMAND:ls");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "'",
        "\"",
        "\\",
        "$(",
        "${",
        "<<",
        "a <<",
        "((((",
        "`",
        "|",
        ">",
        "a=(",
        "\n\n",
        "cat <<EOF\n",
        "x\\",
        "]] [[",
        "\u0000\u001b[31m",
        "# \n'"
      })
  void neverFailsAndLosesNothing(String line) {
    int at = 0;
    for (Token token : Lexer.of(line)) {
      assertThat(token.start()).isGreaterThanOrEqualTo(at);
      assertThat(token.end()).isBetween(token.start(), line.length());
      at = token.end();
    }
  }

  private static String kinds(String line) {
    return Lexer.of(line).stream()
        .map(token -> token.kind() + ":" + token.value())
        .collect(Collectors.joining(" "));
  }
}
