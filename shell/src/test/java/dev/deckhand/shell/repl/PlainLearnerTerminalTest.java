package dev.deckhand.shell.repl;

import static org.assertj.core.api.Assertions.assertThat;

import dev.deckhand.lesson.Lesson;
import dev.deckhand.lesson.LessonId;
import dev.deckhand.lesson.pack.PackLibrary;
import dev.deckhand.session.Display;
import dev.deckhand.session.Message;
import dev.deckhand.session.Session;
import dev.deckhand.session.input.LearnerInputParser;
import dev.deckhand.shell.loop.FaultLog;
import dev.deckhand.shell.loop.Inbox;
import dev.deckhand.shell.repl.screen.TerminalSetup;
import dev.deckhand.shell.view.lesson.DisplayContext;
import dev.deckhand.shell.view.style.TextBundle;
import dev.deckhand.shell.view.style.Theme;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PipedInputStream;
import java.io.PipedOutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jline.terminal.Size;
import org.jline.terminal.Terminal;
import org.jline.terminal.TerminalBuilder;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Drives a plain terminal over a line discipline as a real one has it. */
@Timeout(30)
class PlainLearnerTerminalTest {

  private static final Clock CLOCK = Clock.fixed(Instant.EPOCH, ZoneOffset.UTC);

  private final Lesson lesson =
      PackLibrary.builtIn().lesson(LessonId.of("containers/first-container")).orElseThrow();
  private final Session session = Session.startingAt(lesson, 1, Map.of());
  private final ByteArrayOutputStream written = new ByteArrayOutputStream();
  private final PipedOutputStream keyboard = new PipedOutputStream();
  private final Inbox inbox = new Inbox();
  private @Nullable PlainLearnerTerminal opened;

  @BeforeEach
  void open() throws IOException {
    Terminal terminal =
        TerminalBuilder.builder()
            .system(false)
            .streams(new PipedInputStream(keyboard), written)
            .type("ansi")
            .graphemeCluster(false)
            .encoding(StandardCharsets.UTF_8)
            .build();
    // JLine's own end of a terminal like this cannot be read before its modes were set once
    terminal.setAttributes(terminal.getAttributes());
    terminal.setSize(Size.of(40, 24));
    var around = new DisplayContext(List.of(), Map::of, Map::of, "notes.adoc", "attic");
    opened =
        PlainLearnerTerminal.open(
            new TerminalSetup(
                terminal,
                Theme.plain(),
                TextBundle.english(),
                () -> around,
                inbox,
                CLOCK,
                true,
                new FaultLog(Path.of("unused"), CLOCK)));
    bridge().start();
  }

  @AfterEach
  void close() {
    bridge().close();
  }

  @Test
  void nothingIsEverDrawnOver() throws Exception {
    bridge().screen().show(session, new Display.LessonIntroduction(lesson, false));
    bridge().screen().show(session, new Display.StepText(lesson, session.step()));
    bridge().screen().showStatus(session);
    bridge().lineSource().sessionReady(session);
    bridge().screen().progress().began("Start the engine");
    bridge().screen().progress().advanced("Start the engine", 1, 2, "images");
    bridge().screen().progress().finished("Start the engine", Duration.ofSeconds(2));
    bridge().screen().showFault("The engine is gone.", "type \"reset\".");
    type("docker ps\n");
    assertThat(inbox.take())
        .isEqualTo(new Message.LineTyped(LearnerInputParser.parse("docker ps"), Instant.EPOCH));

    assertThat(until("docker ps\n"))
        .contains("Start the engine ...\n", "Start the engine: done in 2", "The engine is gone.")
        .doesNotContain("\033", "\0", "\b", "\007", "\r");
  }

  @Test
  void theTerminalsOwnWidthHolds() {
    bridge().screen().showFault("A sentence of more than forty columns has to be broken.", "");

    assertThat(until("broken.\n").lines()).hasSize(2).allMatch(line -> line.length() <= 40);
  }

  @Test
  void thePromptComesAgainBelowWhatIsSaidMeanwhile() throws Exception {
    bridge().lineSource().sessionReady(session);
    until("1/5 $ ");
    bridge().screen().showFault("While you type.", "");
    assertThat(until("type.\nfirst-... 1/5 $ "))
        .endsWith("1/5 $ \n[no] While you type.\nfirst-... 1/5 $ ");

    type("note a\n");
    inbox.take();
    bridge().screen().showFault("While nobody is asked.", "");
    assertThat(until("asked.\n")).endsWith("\n[no] While nobody is asked.\n");
  }

  @Test
  void aLoopOverSeveralLinesIsOneEntry() throws Exception {
    bridge().lineSource().sessionReady(session);
    type("for i in 1 2; do\nif true; then\necho $i\nfi\ndone\n");

    assertThat(inbox.take())
        .isEqualTo(
            new Message.LineTyped(
                LearnerInputParser.parse("for i in 1 2; do\nif true; then\necho $i\nfi\ndone"),
                Instant.EPOCH));
  }

  @Test
  void aHeredocIsOneEntry() throws Exception {
    bridge().lineSource().sessionReady(session);
    type("cat <<EOF\nhello\nEOF\n");

    assertThat(inbox.take())
        .isEqualTo(
            new Message.LineTyped(
                LearnerInputParser.parse("cat <<EOF\nhello\nEOF"), Instant.EPOCH));
  }

  @Test
  void keysThatDrawAreNotPartOfALine() throws Exception {
    bridge().lineSource().sessionReady(session);
    type("\033[Adocker\033OD ps\007\n");

    assertThat(inbox.take())
        .isEqualTo(new Message.LineTyped(LearnerInputParser.parse("docker ps"), Instant.EPOCH));
  }

  private PlainLearnerTerminal bridge() {
    return Objects.requireNonNull(opened);
  }

  private void type(String keys) throws IOException {
    keyboard.write(keys.getBytes(StandardCharsets.UTF_8));
    keyboard.flush();
  }

  /** Waits for words at the end of what was written, and returns all of it with plain line ends. */
  private String until(String end) {
    String text = "";
    while (!text.endsWith(end)) {
      Thread.onSpinWait();
      text = written.toString(StandardCharsets.UTF_8).replace("\r\n", "\n");
    }
    return text;
  }
}
