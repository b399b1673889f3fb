package dev.deckhand.shell.repl;

import static org.assertj.core.api.Assertions.assertThat;

import dev.deckhand.shell.repl.complete.PaperWorkspace;
import dev.deckhand.shell.repl.complete.PathCommands;
import dev.deckhand.shell.view.LineColours;
import dev.deckhand.shell.view.Theme;
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

class SmallPartsTest {

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
    assertThat(Pasted.clean(pasted)).isEqualTo(clean);
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
    var own = new OwnCommands();
    own.ran(line);
    assertThat(own.any()).isTrue();
  }

  @ParameterizedTest
  @ValueSource(strings = {"ls -l .", "kubectl get pods", "echo 3.5", "cat a.txt", "cd .."})
  void mostLinesMakeNoCommands(String line) {
    var own = new OwnCommands();
    own.ran(line);
    assertThat(own.any()).isFalse();
  }

  /** Compares with a golden file; {@code -Dgolden.write=true} writes it anew. */
  @Test
  void linesAreColouredAsBefore() throws IOException {
    compare("typing-dark.ansi", Theme.dark());
    compare("typing-none.ansi", Theme.none());
    compare("typing-plain.txt", Theme.plain());
  }

  private void compare(String name, Theme theme) throws IOException {
    var desk = new PaperWorkspace(root).tool("kubectl", "true");
    var colours = new LineColours(theme);
    var highlighter = new ShellHighlighter(colours, new PathCommands(desk), new OwnCommands());
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
        colours.ghost("docker ps --all", 40).toAnsi(256, ForceMode.Force256Colors)
            + "\n"
            + colours.ghost("docker ps --all", 9).toAnsi(256, ForceMode.Force256Colors)
            + "\n";
    Path file = GOLDEN.resolve(name);
    if (Boolean.getBoolean("golden.write")) {
      Files.writeString(file, drawn + ghosts);
    }
    assertThat(drawn + ghosts).isEqualTo(Files.readString(file));
  }

  @Test
  void onceTheLearnerHasCommandsOfTheirOwnNothingIsMarked() throws IOException {
    var own = new OwnCommands();
    var desk = new PaperWorkspace(root);
    var colours = new LineColours(Theme.dark());
    var highlighter = new ShellHighlighter(colours, new PathCommands(desk), own);

    assertThat(highlighter.draw("mine x", -1).styleAt(0)).isEqualTo(colours.unknown());
    own.ran("mine() { ls; }");
    assertThat(highlighter.draw("mine x", -1).styleAt(0)).isEqualTo(colours.command());
  }
}
