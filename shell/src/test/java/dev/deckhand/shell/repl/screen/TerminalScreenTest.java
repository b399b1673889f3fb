package dev.deckhand.shell.repl.screen;

import static org.assertj.core.api.Assertions.assertThat;

import dev.deckhand.shell.loop.FaultLog;
import dev.deckhand.shell.loop.Inbox;
import dev.deckhand.shell.repl.VirtualScreen;
import dev.deckhand.shell.repl.complete.Completion;
import dev.deckhand.shell.repl.complete.FakeCompletionWorkspace;
import dev.deckhand.shell.repl.edit.CommandOffers;
import dev.deckhand.shell.repl.edit.LearnerLineReader;
import dev.deckhand.shell.repl.edit.LineEditorFactory;
import dev.deckhand.shell.repl.edit.ReaderThread;
import dev.deckhand.shell.repl.edit.SampleSessions;
import dev.deckhand.shell.repl.edit.UserDefinedCommands;
import dev.deckhand.shell.view.lesson.DisplayContext;
import dev.deckhand.shell.view.style.ImageDisplay;
import dev.deckhand.shell.view.style.TextBundle;
import dev.deckhand.shell.view.style.Theme;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import org.jline.utils.AttributedString;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine.Model.CommandSpec;

/** What stays on the screen while the terminal's size changes. */
@Timeout(60)
class TerminalScreenTest {

  private static final int ROWS = 30;
  private static final List<String> NUMBERS =
      IntStream.rangeClosed(1, 28).mapToObj(i -> "printed " + i).toList();

  @TempDir private Path root;
  private VirtualScreen screen;
  private TerminalScreen terminalScreen;
  private CompletableFuture<String> line;

  @BeforeEach
  void open() throws Exception {
    screen = new VirtualScreen(100, ROWS);
    // the terminal of these tests cuts lines at its edge and does not break them anew
    screen.setVariables(Map.of("XTERM_VERSION", "XTerm(379)"));
    LearnerLineReader reader =
        new LineEditorFactory(
                screen.terminal(),
                Theme.dark(),
                CommandOffers.forShell(),
                CommandOffers.forJava(),
                new UserDefinedCommands())
            .shellReader(
                root.resolve("history"),
                new Completion(
                    new FakeCompletionWorkspace(root), Map.of(), List::of, CommandSpec::create));
    terminalScreen =
        new TerminalScreen(
            new TerminalSetup(
                screen.terminal(),
                Theme.dark(),
                TextBundle.english(),
                () -> new DisplayContext(List.of(), Map::of, Map::of, "notes.adoc", "attic"),
                new Inbox(),
                Clock.systemUTC(),
                true,
                new FaultLog(root.resolve("faults.log"), Clock.systemUTC())),
            reader,
            new ReaderThread(broken -> {}),
            _ -> ImageDisplay.NONE);
    for (String number : NUMBERS) {
      terminalScreen.print(List.of(new AttributedString(number)));
    }
    terminalScreen.showStatus(SampleSessions.showing("ls"));
    line = CompletableFuture.supplyAsync(() -> reader.readLine("$ "));
    screen.await(TerminalScreenTest::footerBelowPrompt, "prompt and footer");
  }

  @AfterEach
  void close() throws Exception {
    terminalScreen.close();
    screen.close();
  }

  @Test
  void whatIsPrintedSurvivesALowerTerminal() throws Exception {
    screen.resize(100, 14);
    screen.await(TerminalScreenTest::footerBelowPrompt, "prompt and footer");
    assertThat(screen.lines()).containsSubsequence(NUMBERS.subList(17, 28)).containsOnlyOnce("$");

    screen.resize(100, ROWS);
    screen.await(
        lines -> lines.size() == ROWS && onlyOneFooter(lines) && lines.contains("$"),
        "prompt and footer");
    assertThat(screen.lines()).containsSubsequence(NUMBERS.subList(1, 28)).containsOnlyOnce("$");
  }

  @Test
  void aBurstOfSizesLeavesOneLineAndOneFooter() throws Exception {
    String typed = "echo " + "abcdefghi ".repeat(13) + "end";
    screen.press(typed);
    screen.await(lines -> lines.stream().anyMatch(one -> one.endsWith("end")), "the line");

    for (int i = 0; i < 5; i++) {
      screen.resize(60, ROWS);
      screen.resize(100, ROWS);
    }
    screen.press("!");
    screen.await(lines -> lines.stream().anyMatch(one -> one.endsWith("end!")), "the line");

    String all = String.join("\n", screen.lines());
    assertThat(all).containsOnlyOnce("$ echo").containsOnlyOnce("end!");
    assertThat(screen.lines()).containsSubsequence(NUMBERS.subList(3, 28));
    assertThat(onlyOneFooter(screen.lines())).as(all).isTrue();
    screen.press("\r");
    assertThat(VirtualScreen.within(line)).isEqualTo(typed + "!");
  }

  private static boolean footerBelowPrompt(List<String> lines) {
    return lines.get(lines.size() - 2).equals("$")
        && lines.getLast().contains("1/1")
        && onlyOneFooter(lines);
  }

  private static boolean onlyOneFooter(List<String> lines) {
    return lines.stream().filter(one -> one.contains("1/1")).count() == 1;
  }
}
