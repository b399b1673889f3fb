package dev.deckhand.shell.cli.learn;

import dev.deckhand.lab.LabFactory;
import dev.deckhand.lab.LabFault;
import dev.deckhand.lesson.Lesson;
import dev.deckhand.shell.cli.common.CommandConsole;
import dev.deckhand.shell.cli.common.CommandContext;
import dev.deckhand.shell.cli.common.DeckhandCommand;
import dev.deckhand.shell.cli.common.ExitCode;
import dev.deckhand.shell.cli.common.LessonFinder;
import dev.deckhand.shell.view.style.Theme;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PipedInputStream;
import java.io.PipedOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.Callable;
import org.jline.terminal.Size;
import org.jline.terminal.Terminal;
import org.jline.terminal.TerminalBuilder;
import picocli.CommandLine.Command;

/**
 * {@code deckhand practise}: starts without a user, on a virtual terminal and without a lab. The
 * launcher runs it once, in a temporary state folder, so that the JVM can cache the classes of a
 * start.
 */
@Command(
    name = "practise",
    hidden = true,
    description = "Start the first lesson without a learner, then exit. For the launcher.")
public final class WarmUpCommand implements Callable<Integer> {

  private static final String KEYS = "help\rcheck\rhint\rlessons\rdocker ps\rquit\r";
  private static final Size SCREEN = Size.of(100, 60);

  private final CommandContext context;

  public WarmUpCommand(CommandContext context) {
    this.context = context;
  }

  @Override
  public Integer call() throws Exception {
    String first = context.library().lessons().getFirst().id().toString();
    Lesson lesson = new LessonFinder(context.library()).find(first);
    var console = new CommandConsole(context.environment(), false);
    examine(lesson);
    // what other commands list
    context.commandSpec();
    new ProgressCommand(context, new DeckhandCommand((_, _) -> 0)).call();
    new LessonsCommand(context, new DeckhandCommand((_, _) -> 0)).call();
    var terminalOrScriptFactories = new TerminalOrScriptFactory(context, console);
    LabFactory none =
        (_, _, _) -> {
          throw new LabFault(LabFault.Kind.NO_ENGINE, "This is practice.", "Nothing is lost.");
        };
    new LessonRunner(
            context,
            (walked, inbox, completionContext, java, _) ->
                terminalOrScriptFactories.openTerminal(
                    scriptedTerminal(), Theme.dark(), walked, inbox, completionContext, java))
        .run(lesson, new LessonRunner.Options(null, LessonStart.CONTINUE, false), none);
    return ExitCode.OK.code();
  }

  /** Asks the engine what a start asks it; whether there is one makes no difference. */
  private void examine(Lesson lesson) throws InterruptedException {
    try {
      context.provisioner().findMissing(lesson.needs());
    } catch (LabFault noEngine) {
      // what is asked of one isn't cached, then
    }
  }

  /** A virtual terminal with fixed input, whose output is discarded. */
  private static Terminal scriptedTerminal() throws IOException {
    var keys = new PipedOutputStream();
    // stays open, because the end of the input would quit before anything is read
    var typed = new PipedInputStream(keys, 1024);
    keys.write(KEYS.getBytes(StandardCharsets.UTF_8));
    return TerminalBuilder.builder()
        .system(false)
        .streams(typed, OutputStream.nullOutputStream())
        .type("xterm-256color")
        .size(SCREEN)
        .exec(false)
        .graphemeCluster(false)
        .build();
  }
}
