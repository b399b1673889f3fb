package dev.deckhand.session.input;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class CommandFormatTest {

  @Test
  void snippetsStandBetweenJavaAndExit() {
    var java = new SessionCommand.Java("int x = 1;\nint y = 2;");

    assertThat(CommandFormat.write(java)).isEqualTo("java\nint x = 1;\nint y = 2;\n/exit");
    assertThat(CommandFormat.parse(CommandFormat.write(java))).isEqualTo(java);
    assertThat(CommandFormat.describe(java)).isEqualTo("int x = 1;\nint y = 2;");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "ls",
        "java",
        "java -version",
        "java\nint x = 1;",
        "java\n1\n/exit\nls",
        "ls\njava\n1\n/exit",
        "edit",
        "editor a.yaml"
      })
  void anythingElseIsForTheShell(String text) {
    assertThat(CommandFormat.parse(text)).isEqualTo(new SessionCommand.Shell(text));
  }

  @ParameterizedTest
  @CsvSource(
      quoteCharacter = '`',
      value = {
        "edit pod.yaml,pod.yaml",
        "edit 'a\\b.yaml',a\\b.yaml",
        "edit \"a\\b.yaml\",a\\b.yaml",
        "edit \"a\\\\b.yaml\",a\\b.yaml",
        "edit a\\ b.yaml,a b.yaml",
        "edit my pod.yaml,my pod.yaml",
        "edit 'my pod'.yaml,my pod.yaml",
        "edit it's.yaml,it's.yaml",
        "edit a\\\\,a\\",
      })
  void nameOfAFileIsReadAsBashWould(String line, String path) {
    assertThat(CommandFormat.parse(line)).isEqualTo(new SessionCommand.Edit(path));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"pod.yaml", "a\\b.yaml", "a b", "it's", "\"q\"", "'", "~/x", "$HOME", "a\tb", "#"})
  void whatIsWrittenIsReadBack(String path) {
    var edit = new SessionCommand.Edit(path);

    assertThat(CommandFormat.parse(CommandFormat.write(edit))).isEqualTo(edit);
  }
}
