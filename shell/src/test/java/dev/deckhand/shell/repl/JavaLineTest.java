package dev.deckhand.shell.repl;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class JavaLineTest {

  @ParameterizedTest
  @ValueSource(strings = {"int x = 1;", "// hint", "/* a */ int y", "/vars", "/reset", "checks"})
  void javaAndItsOwnCommandsGoToTheLab(String typed) {
    assertThat(JavaLine.read(typed)).isEqualTo(new JavaLine.Snippet(typed));
  }

  @ParameterizedTest
  @CsvSource({
    "/hint,hint",
    "/next,next",
    "/note so it is,note so it is",
    "/answer 2: blue,answer 2: blue"
  })
  void aSlashMakesAWordOfTheShell(String typed, String word) {
    assertThat(JavaLine.read(typed)).isEqualTo(new JavaLine.Word(word));
  }

  @Test
  void anEmptyLineGoesOnAsInTheShell() {
    assertThat(JavaLine.read("  ")).isEqualTo(new JavaLine.Word(""));
  }

  @Test
  void aBareWordMayLackItsSlash() {
    assertThat(JavaLine.read("hint")).isEqualTo(new JavaLine.BareWord("hint"));
    assertThat(JavaLine.read("exit")).isEqualTo(new JavaLine.BareWord("exit"));
  }

  @Test
  void theWordThatOpensJavaIsNoJava() {
    assertThat(JavaLine.read("java")).isEqualTo(new JavaLine.Already());
    assertThat(JavaLine.read("java\nint x = 1;\nx"))
        .isEqualTo(new JavaLine.Snippet("int x = 1;\nx"));
    assertThat(JavaLine.read("java.time.Instant.now()")).isInstanceOf(JavaLine.Snippet.class);
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
    assertThat(JavaLine.opensJava(line.replace("\\n", "\n"))).isEqualTo(opens);
  }

  @Test
  void theShellIsAskedForHelpAndTheWayBack() {
    assertThat(JavaLine.read("/help")).isInstanceOf(JavaLine.Help.class);
    assertThat(JavaLine.read(" /exit ")).isInstanceOf(JavaLine.Leave.class);
  }

  @Test
  void whatIsNoCommandIsSaid() {
    assertThat(JavaLine.read("/frob nicate")).isEqualTo(new JavaLine.Unknown("frob nicate"));
  }

  @Test
  void aSnippetCannotHoldItsOwnEnd() {
    assertThat(JavaLine.read("var s = \"\"\"\n  /exit\n  \"\"\";"))
        .isInstanceOf(JavaLine.EndsInside.class);
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
    assertThat(Brackets.areOpen(source)).isEqualTo(open);
  }
}
