package dev.deckhand.lesson.script;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ScriptSplitterTest {

  @Test
  void eachLineIsAnEntryWithoutCommentsAndEmptyLines() {
    assertThat(split("kubectl get pods", "", "# look again", "kubectl get rs # owners"))
        .containsExactly("kubectl get pods", "kubectl get rs # owners");
  }

  @Test
  void aHeredocIsOneEntryWithItsCommentsAndEmptyLines() {
    assertThat(split("kubectl apply -f - <<EOF", "kind: Pod", "", "# name", "EOF", "ls"))
        .containsExactly("kubectl apply -f - <<EOF\nkind: Pod\n\n# name\nEOF", "ls");
  }

  @Test
  void twoHeredocsOnOneLineBothBelongToIt() {
    assertThat(split("cat <<A - <<'B'", "1", "A", "2", "B", "ls"))
        .containsExactly("cat <<A - <<'B'\n1\nA\n2\nB", "ls");
  }

  @Test
  void onlyADashLetsTabsStandBeforeTheHeredocsEnd() {
    assertThat(split("cat <<-E", "\tx", "\tE", "ls")).containsExactly("cat <<-E\n\tx\n\tE", "ls");
    assertThat(ScriptSplitter.split(List.of("cat <<E", "\tE")).complete()).isFalse();
  }

  @Test
  void backslashesOperatorsQuotesAndParenthesesGoOn() {
    assertThat(
            split(
                "docker run \\", "  nginx", "a |", "b &&", "c", "echo 'x", "y'", "d $(", "e", ")"))
        .containsExactly("docker run \\\n  nginx", "a |\nb &&\nc", "echo 'x\ny'", "d $(\ne\n)");
  }

  @Test
  void whatLooksLikeAHeredocIsNotAlwaysOne() {
    assertThat(split("echo $((1 << 2))", "cat <<< word", "echo '<<EOF'", "echo \\<<x", "x", "ls"))
        .startsWith("echo $((1 << 2))", "cat <<< word", "echo '<<EOF'");
  }

  @Test
  void theShellsOwnWordsAreTakenAsTheyStand() {
    assertThat(split("answer it's 2", "answer 2: don't", "choose 1,3", "note it's (odd", "ls"))
        .containsExactly("answer it's 2", "answer 2: don't", "choose 1,3", "note it's (odd", "ls");
  }

  @Test
  void whatHasNoEndIsToldApart() {
    assertThat(ScriptSplitter.split(List.of("echo 'x")).complete()).isFalse();
    assertThat(ScriptSplitter.split(List.of("cat <<EOF", "x")).complete()).isFalse();
    assertThat(ScriptSplitter.split(List.of("echo x \\")).complete()).isFalse();
    assertThat(ScriptSplitter.split(List.of("echo \"a\\\"b\"")).complete()).isTrue();
  }

  private static List<String> split(String... lines) {
    return ScriptSplitter.split(List.of(lines)).entries();
  }

  @Test
  void snippetsOfJavaAreOneEntry() {
    var splitScript =
        ScriptSplitter.split(List.of("ls", "java", "int x = 1;", "// not done", "/exit", "pwd"));

    assertThat(splitScript.entries())
        .containsExactly("ls", "java\nint x = 1;\n// not done\n/exit", "pwd");
    assertThat(splitScript.complete()).isTrue();
    assertThat(ScriptSplitter.split(List.of("java", "ls")).entries()).containsExactly("java", "ls");
    assertThat(ScriptSplitter.split(List.of("cat <<E", "java", "E", "/exit")).entries()).hasSize(2);
  }

  @Test
  void snippetsOfJavaThatNothingEndsAreEntries() {
    var splitScript =
        ScriptSplitter.split(
            List.of("java", "cmd().exec()", "# no", "f(", "1);", "", "class A {", "}", "'it"));

    assertThat(splitScript.entries())
        .containsExactly("java", "cmd().exec()", "# no", "f(\n1);", "class A {\n}", "'it");
    assertThat(splitScript.startLines()).containsExactly(0, 1, 2, 3, 6, 8);
    assertThat(ScriptSplitter.isIncomplete("java\nf(")).isTrue();
  }

  @Test
  void linesOfAJavaEntryCount() {
    var splitScript =
        ScriptSplitter.split(List.of("ls", "", "java", "int x = 1;", "/exit", "# more", "pwd"));

    assertThat(splitScript.entries()).hasSize(3);
    assertThat(splitScript.startLines()).containsExactly(0, 2, 6);
  }

  @Test
  void linesOfHeredocsAndLoopsCount() {
    assertThat(
            ScriptSplitter.split(
                    List.of("cat <<E", "x", "E", "answer 1", "if a; then", "b", "fi", "ls"))
                .startLines())
        .containsExactly(0, 3, 4, 7);
  }

  @Test
  void loopsConditionsAndFunctionsStayTogether() {
    String loop = "for i in 1 2; do\n  if true\n  then echo $i\n  fi\ndone | sort";
    String functions = "say() {\n  echo x\n}\nfunction told {\n  say\n}\nls";

    assertThat(split((loop + "\n" + functions).split("\n")))
        .containsExactly(loop, "say() {\n  echo x\n}", "function told {\n  say\n}", "ls");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "for i in 1; do",
        "if true",
        "while :; do\necho",
        "f() {",
        "function f {",
        "{ ls",
        "case x in",
        "echo 'x",
        "cat <<E\nx",
        "ls |",
        "a \\"
      })
  void needsAnotherLine(String text) {
    assertThat(ScriptSplitter.isIncomplete(text)).isTrue();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "ls",
        "echo if",
        "for i in 1; do echo; done",
        "docker run x for",
        "echo {a,b}",
        "case x in a) ls;; esac",
        "git commit -m 'if'",
        "note if it rains (or 'snows",
        "kubectl get po -o jsonpath={.items}",
        "done",
        "echo }",
        "java"
      })
  void isComplete(String text) {
    assertThat(ScriptSplitter.isIncomplete(text)).isFalse();
  }
}
