package dev.deckhand.shell.repl.syntax;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ShellBlocksTest {

  @Test
  void eachCommandOfABlockIsOneOfItsOwn() {
    assertThat(ShellBlocks.commands("echo one\n\n# two\ncat <<E\n x\nE\nnote it's late"))
        .containsExactly("echo one", "cat <<E\n x\nE", "note it's late");
  }

  @Test
  void loopsConditionsAndFunctionsStayTogether() {
    assertThat(
            ShellBlocks.commands(
                "for i in 1 2; do\n  if true\n  then echo $i\n  fi\ndone | sort\n"
                    + "say() {\n  echo x\n}\nfunction told {\n  say\n}\nls"))
        .containsExactly(
            "for i in 1 2; do\nif true\nthen echo $i\nfi\ndone | sort",
            "say() {\necho x\n}",
            "function told {\nsay\n}",
            "ls");
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
  void wantsMore(String text) {
    assertThat(ShellBlocks.isIncomplete(text)).isTrue();
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
        "note if it rains",
        "kubectl get po -o" + " jsonpath={.items}",
        "done",
        "echo }"
      })
  void isWhole(String text) {
    assertThat(ShellBlocks.isIncomplete(text)).isFalse();
  }
}
