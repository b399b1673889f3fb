package dev.deckhand.bash;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Random;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ShellParserTest {

  private static final List<String> PIECES =
      List.of(
          "'",
          "\"",
          "`",
          "\\",
          "$(",
          ")",
          "(",
          "{",
          "}",
          "|",
          "&&",
          ";;",
          "&",
          "\n",
          "#",
          "<<E",
          "E\n",
          "<",
          ">",
          "${",
          "$((",
          "))",
          " do ",
          "done ",
          "if ",
          "fi",
          " x",
          " ",
          "[[ ",
          " ]]",
          "$'",
          "case x in ",
          "esac",
          "\t",
          "=",
          "\0",
          "\033[31m",
          "<<-",
          "2>&1",
          "for ",
          "a=(");

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
        "for i in 1 2; do echo; done~KEYWORD:for WORD:i KEYWORD:in WORD:1 WORD:2 OPERATOR:;"
            + " KEYWORD:do COMMAND:echo OPERATOR:; KEYWORD:done",
        "sudo -u me ls~COMMAND:sudo FLAG:-u WORD:me WORD:ls",
        "sudo kubectl~COMMAND:sudo COMMAND:kubectl",
        "echo a#b # c d~COMMAND:echo WORD:a#b COMMENT:# c d",
        "[[ -f a && b ]] && ls~KEYWORD:[[ FLAG:-f WORD:a OPERATOR:&& WORD:b KEYWORD:]]"
            + " OPERATOR:&& COMMAND:ls",
        "case x in a) ls;; esac~KEYWORD:case WORD:x KEYWORD:in WORD:a OPERATOR:) COMMAND:ls"
            + " OPERATOR:;; KEYWORD:esac",
        "f() { ls; }~WORD:f OPERATOR:( OPERATOR:) KEYWORD:{ COMMAND:ls OPERATOR:; KEYWORD:}",
        "a=(1 2) ls~ASSIGNMENT:a=(1 2) COMMAND:ls",
        "echo $(kubectl get~COMMAND:echo WORD:$(kubectl get [COMMAND:kubectl WORD:get]",
        "echo \"a $(date)\" x~COMMAND:echo WORD:a $(date) [COMMAND:date] WORD:x",
        "timeout 5s ls~COMMAND:timeout WORD:5s COMMAND:ls",
        "diff <(ls a) `ls b`~COMMAND:diff WORD:<(ls a) [COMMAND:ls WORD:a] WORD:`ls b`"
            + " [COMMAND:ls WORD:b]",
        "((x = 1 << 2))~WORD:((x = 1 << 2))",
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

  @Test
  void tokensCoverAnyTextWithoutGaps() {
    var random = new Random(5);
    for (int i = 0; i < 20_000; i++) {
      var text = new StringBuilder();
      for (int piece = random.nextInt(12); piece >= 0; piece--) {
        text.append(PIECES.get(random.nextInt(PIECES.size())));
      }
      assertCovers(ShellParser.tokens(text.toString()), 0, text.length());
    }
    OddLines.ALL.forEach(line -> assertCovers(ShellParser.tokens(line), 0, line.length()));
  }

  private static void assertCovers(List<ShellToken> tokens, int from, int to) {
    int at = from;
    for (ShellToken token : tokens) {
      assertThat(token.start()).isEqualTo(at);
      assertThat(token.end()).isGreaterThan(at);
      at = token.end();
      for (ShellToken.Substitution inner : token.substitutions()) {
        if (!inner.tokens().isEmpty()) {
          int start = inner.tokens().getFirst().start();
          assertThat(start).isGreaterThan(token.start());
          assertThat(inner.tokens().getLast().end()).isLessThanOrEqualTo(token.end());
          assertCovers(inner.tokens(), start, inner.tokens().getLast().end());
        }
      }
    }
    assertThat(at).isEqualTo(to);
  }

  @ParameterizedTest
  @ValueSource(strings = {"(", "{ ", "$(", "\"$(", "${x:-", "if ", "<(", "$((", "((", "`", "a=("})
  void deepNestingIsNoProblem(String piece) {
    String text = piece.repeat(20_000);

    assertCovers(ShellParser.tokens(text), 0, text.length());
  }

  private static String kinds(String line) {
    return kinds(ShellParser.tokens(line));
  }

  private static String kinds(List<ShellToken> tokens) {
    return tokens.stream()
        .filter(token -> token.kind() != ShellToken.Kind.BLANK)
        .map(token ->
            token.kind()
                + ":"
                + token.value()
                + token.substitutions().stream()
                    .map(inner -> " [" + kinds(inner.tokens()) + "]")
                    .collect(Collectors.joining()))
        .collect(Collectors.joining(" "));
  }
}
