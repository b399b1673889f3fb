package dev.deckhand.shell.repl.edit;

import static org.assertj.core.api.Assertions.assertThat;

import dev.deckhand.session.Message;
import dev.deckhand.session.Session;
import dev.deckhand.session.input.CommandFormat;
import dev.deckhand.session.input.LearnerInput;
import dev.deckhand.session.input.SessionCommand;
import dev.deckhand.shell.loop.Inbox;
import dev.deckhand.shell.repl.VirtualScreen;
import dev.deckhand.shell.repl.complete.Completion;
import dev.deckhand.shell.repl.complete.FakeCompletionWorkspace;
import dev.deckhand.shell.view.style.Theme;
import java.io.IOError;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine.Model.CommandSpec;

@Timeout(60)
class PromptLineSourceTest {

  @TempDir private Path root;
  private final List<String> said = new CopyOnWriteArrayList<>();
  private final Inbox inbox = new Inbox();
  private final Session session = SampleSessions.showing();

  private PromptLineSource source(VirtualScreen screen) throws Exception {
    return source(screen, shellLine -> new PromptLineSource.TypedLine.ShellLine(shellLine.get()));
  }

  private PromptLineSource source(VirtualScreen screen, PromptLineSource.InputMode inputMode)
      throws Exception {
    LearnerLineReader reader =
        new LineEditorFactory(
                screen.terminal(),
                Theme.plain(),
                CommandOffers.forShell(),
                CommandOffers.forJava(),
                new UserDefinedCommands())
            .shellReader(
                root.resolve("history"),
                new Completion(
                    new FakeCompletionWorkspace(root), Map.of(), List::of, CommandSpec::create));
    var dialogue =
        new PromptLineSource.PromptListener() {
          @Override
          public String prompt(Session now) {
            return "$ ";
          }

          @Override
          public void showQueued(String prompt, String entry) {
            said.add("turn " + entry);
          }

          @Override
          public void failed(Throwable cause) {
            said.add("failed " + cause.getMessage());
          }

          @Override
          public void typed(PromptLineSource.TypedLine line) {
            if (line instanceof PromptLineSource.TypedLine.ShellLine(String text)) {
              said.add("typed " + text);
            }
          }
        };
    return new PromptLineSource(
        reader,
        inputMode,
        new ReaderThread(broken -> said.add("thread " + broken.getMessage())),
        dialogue,
        inbox,
        Clock.systemUTC());
  }

  private static String describe(LearnerInput input) {
    return switch (input) {
      case LearnerInput.RunCommand(SessionCommand command) -> CommandFormat.describe(command);
      case LearnerInput.AddNote(String text) -> "note " + text;
      default -> input.toString();
    };
  }

  private String next(PromptLineSource lines) throws InterruptedException {
    lines.sessionReady(session);
    Message message = inbox.take();
    lines.lineTaken();
    return message instanceof Message.LineTyped lineTyped
        ? describe(lineTyped.input())
        : message.getClass().getName();
  }

  @Test
  void eachCommandOfAPastedBlockHasItsTurn() throws Exception {
    try (var screen = new VirtualScreen(60, 12)) {
      PromptLineSource lines = source(screen);
      lines.start();
      lines.sessionReady(session);
      screen.await("$").paste("one\n# a remark\ncat <<E\nx\nE\nnote it's three\n").press("\r");

      assertThat(next(lines)).isEqualTo("one");
      assertThat(next(lines)).isEqualTo("cat <<E\nx\nE");
      assertThat(next(lines)).isEqualTo("note it's three");
      assertThat(said)
          .containsExactly(
              "typed one",
              "turn cat <<E\nx\nE",
              "typed cat <<E\nx\nE",
              "turn note it's three",
              "typed note it's three");

      screen.press("four\r");
      assertThat(next(lines)).isEqualTo("four");
      lines.close();
    }
  }

  @Test
  void ctrlCDropsTheRestOfABlock() throws Exception {
    try (var screen = new VirtualScreen(60, 12)) {
      PromptLineSource lines = source(screen);
      lines.start();
      lines.sessionReady(session);
      screen.await("$").paste("sleep 1\nrm -r work\nls").press("\r");

      assertThat(next(lines)).isEqualTo("sleep 1");
      lines.dropQueued();
      screen.press("pwd\r");
      assertThat(next(lines)).isEqualTo("pwd");
      lines.close();
    }
  }

  @Test
  void aLineThatFailsIsReportedAndAskedForAgain() throws Exception {
    try (var screen = new VirtualScreen(60, 12)) {
      var first = new AtomicBoolean(true);
      PromptLineSource lines =
          source(
              screen,
              shellLine -> {
                if (first.getAndSet(false)) {
                  throw new IllegalStateException("a bug of the line editor's");
                }
                return new PromptLineSource.TypedLine.ShellLine(shellLine.get());
              });
      lines.start();
      lines.sessionReady(session);
      screen.await("$").press("ls\r");

      assertThat(next(lines)).isEqualTo("ls");
      assertThat(said).containsExactly("failed a bug of the line editor's", "typed ls");
      lines.close();
    }
  }

  @Test
  void aReaderThatKeepsFailingEndsTheInput() throws Exception {
    try (var screen = new VirtualScreen(60, 12)) {
      PromptLineSource lines =
          source(
              screen,
              _ -> {
                throw new IOError(new IOException("gone"));
              });
      lines.start();

      assertThat(next(lines)).isEqualTo(Message.InputEnded.class.getName());
      lines.close();
    }
  }

  @Test
  void aClosedTerminalEndsTheInputSilently() throws Exception {
    try (var screen = new VirtualScreen(60, 12)) {
      PromptLineSource lines = source(screen);
      screen.terminal().close();
      lines.start();

      assertThat(next(lines)).isEqualTo(Message.InputEnded.class.getName());
      assertThat(said).isEmpty();
      lines.close();
    }
  }

  @Test
  void aTurnThatFailsDoesNotEndTheThread() throws Exception {
    var thread = new ReaderThread(broken -> said.add("thread " + broken.getMessage()));
    var done = new CountDownLatch(1);
    thread.enqueue(() -> {
      throw new IllegalStateException("a page");
    });
    thread.enqueue(done::countDown);
    thread.start();

    assertThat(done.await(20, TimeUnit.SECONDS)).isTrue();
    assertThat(said).containsExactly("thread a page");
    thread.close();
  }
}
