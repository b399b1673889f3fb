package dev.deckhand.shell.repl.java;

import static org.assertj.core.api.Assertions.assertThat;

import dev.deckhand.lesson.script.JavaSnippets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class JavaInputTest {

  @ParameterizedTest
  @ValueSource(strings = {"int x = 1;", "// hint", "/* a */ int y", "/vars", "/reset", "checks"})
  void javaAndItsOwnCommandsGoToTheLab(String typed) {
    assertThat(JavaInput.read(typed)).isEqualTo(new JavaInput.Snippet(typed));
  }

  @ParameterizedTest
  @CsvSource({
    "/hint,hint",
    "/next,next",
    "/note so it is,note so it is",
    "/answer 2: blue,answer 2: blue"
  })
  void aSlashMakesAWordOfTheShell(String typed, String word) {
    assertThat(JavaInput.read(typed)).isEqualTo(new JavaInput.ShellInput(word));
  }

  @Test
  void anEmptyLineGoesOnAsInTheShell() {
    assertThat(JavaInput.read("  ")).isEqualTo(new JavaInput.ShellInput(""));
  }

  @Test
  void aBareWordMayLackItsSlash() {
    assertThat(JavaInput.read("hint")).isEqualTo(new JavaInput.ShellInputWithoutSlash("hint"));
    assertThat(JavaInput.read("exit")).isEqualTo(new JavaInput.ShellInputWithoutSlash("exit"));
  }

  @Test
  void theWordThatOpensJavaIsNoJava() {
    assertThat(JavaInput.read("java")).isEqualTo(new JavaInput.AlreadyOpen());
    assertThat(JavaInput.read("java\nint x = 1;\nx"))
        .isEqualTo(new JavaInput.Snippet("int x = 1;\nx"));
    assertThat(JavaInput.read("java.time.Instant.now()")).isInstanceOf(JavaInput.Snippet.class);
  }

  @ParameterizedTest
  @CsvSource({
    "java,true",
    "' java ',true",
    "'java\nint x = 1;',true",
    "'java\nint x = 1;\n/exit',false",
    "java -version,false",
    "'ls\njava',false",
    "'',false"
  })
  void aPastedBlockMayOpenJava(String line, boolean opens) {
    assertThat(JavaInput.opensJava(line.replace("\\n", "\n"))).isEqualTo(opens);
  }

  @Test
  void theShellIsAskedForHelpAndTheWayBack() {
    assertThat(JavaInput.read("/help")).isInstanceOf(JavaInput.Help.class);
    assertThat(JavaInput.read(" /exit ")).isInstanceOf(JavaInput.Exit.class);
  }

  @Test
  void whatIsNoCommandIsSaid() {
    assertThat(JavaInput.read("/frob nicate")).isEqualTo(new JavaInput.Unknown("frob nicate"));
  }

  @Test
  void aSnippetCannotHoldItsOwnEnd() {
    assertThat(JavaInput.read("var s = \"\"\"\n  /exit\n  \"\"\";"))
        .isInstanceOf(JavaInput.EmbeddedEndMarker.class);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '~',
      value = {
        "class A {              | true",
        "List.of(1, 2)          | false",
        "var s = \"(\";         | false",
        "char c = '{';          | false",
        "f( // )                | true",
        "int crew =             | true",
        "crew++                 | false",
        "int x; /* so */        | false",
        "f( /* ) */ )           | false",
        "var t = \"\"\" text    | true",
      })
  void bracketsTellWhatIsOpen(String source, boolean open) {
    assertThat(JavaSnippets.isIncomplete(source)).isEqualTo(open);
  }
}
