package dev.deckhand.shell.repl;

import static org.assertj.core.api.Assertions.assertThat;

import dev.deckhand.shell.repl.complete.FakeCompletionWorkspace;
import dev.deckhand.shell.repl.complete.PathCommands;
import dev.deckhand.shell.repl.edit.PasteSanitizer;
import dev.deckhand.shell.repl.edit.ShellHighlighter;
import dev.deckhand.shell.repl.edit.UserDefinedCommands;
import dev.deckhand.shell.view.style.SyntaxStyles;
import dev.deckhand.shell.view.style.Theme;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import org.jline.utils.AttributedCharSequence.ForceMode;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ReplPartsTest {

  private static final Path GOLDEN = Path.of("src/test/resources/golden");

  @TempDir private Path root;

  @ParameterizedTest
  @CsvSource(
      delimiter = '~',
      quoteCharacter = '`',
      value = {
        "plain~plain",
        "`a\r\nb\rc`~`a\nb\nc`",
        "`ls\n\n`~ls",
        "`a\tb`~`a\tb`",
        "`x\u001b[2Jy`~`x\ufffd[2Jy`",
        "`a\u202eb`~`a\ufffdb`",
        "``~``"
      })
  void whatIsPastedIsMadeHarmless(String pasted, String clean) {
    assertThat(PasteSanitizer.sanitize(pasted)).isEqualTo(clean);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "f() { ls; }",
        "alias k=kubectl",
        "function f { ls; }",
        "source x.sh",
        ". x.sh",
        "export PATH=$PATH:/x",
        "eval \"$x\"",
        "ls; . ./x"
      })
  void afterThatNoCommandIsCalledUnknown(String line) {
    var own = new UserDefinedCommands();
    own.recordRun(line);
    assertThat(own.mayExist()).isTrue();
  }

  @ParameterizedTest
  @ValueSource(strings = {"ls -l .", "kubectl get pods", "echo 3.5", "cat a.txt", "cd .."})
  void mostLinesMakeNoCommands(String line) {
    var own = new UserDefinedCommands();
    own.recordRun(line);
    assertThat(own.mayExist()).isFalse();
  }

  /** Compares with a golden file; {@code -Dgolden.write=true} writes it anew. */
  @Test
  void linesAreColouredAsBefore() throws IOException {
    compare("typing-dark.ansi", Theme.dark());
    compare("typing-none.ansi", Theme.monochrome());
    compare("typing-plain.txt", Theme.plain());
  }

  private void compare(String name, Theme theme) throws IOException {
    var fakeCompletionWorkspace = new FakeCompletionWorkspace(root).tool("kubectl", "true");
    var colours = new SyntaxStyles(theme);
    var highlighter =
        new ShellHighlighter(
            colours, new PathCommands(fakeCompletionWorkspace), new UserDefinedCommands());
    String drawn =
        List.of(
                "check",
                "kubectl get pods -n shop | grep -v Running > out.txt # look",
                "kubectll get pods && cd 'my dir'",
                "A=1 ./missing \"$HOME\"; $TOOL x",
                "for i in 1 2; do echo $i; done",
                "cat <<EOF | sort\nls\nEOF",
                "nope")
            .stream()
            .map(line -> highlighter.draw(line, line.equals("nope") ? 4 : -1))
            .map(line -> line.toAnsi(256, ForceMode.Force256Colors) + "\n")
            .collect(Collectors.joining());
    String ghosts =
        colours.suggestion("docker ps --all", 40).toAnsi(256, ForceMode.Force256Colors)
            + "\n"
            + colours.suggestion("docker ps --all", 9).toAnsi(256, ForceMode.Force256Colors)
            + "\n";
    Path file = GOLDEN.resolve(name);
    if (Boolean.getBoolean("golden.write")) {
      Files.writeString(file, drawn + ghosts);
    }
    assertThat(drawn + ghosts).isEqualTo(Files.readString(file));
  }

  @Test
  void onceTheLearnerHasCommandsOfTheirOwnNothingIsMarked() throws IOException {
    var own = new UserDefinedCommands();
    var fakeCompletionWorkspace = new FakeCompletionWorkspace(root);
    var colours = new SyntaxStyles(Theme.dark());
    var highlighter = new ShellHighlighter(colours, new PathCommands(fakeCompletionWorkspace), own);

    assertThat(highlighter.draw("mine x", -1).styleAt(0)).isEqualTo(colours.unknownCommand());
    own.recordRun("mine() { ls; }");
    assertThat(highlighter.draw("mine x", -1).styleAt(0)).isEqualTo(colours.command());
  }
}
