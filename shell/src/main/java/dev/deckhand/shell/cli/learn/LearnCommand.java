package dev.deckhand.shell.cli.learn;

import dev.deckhand.shell.cli.common.CommandContext;
import dev.deckhand.shell.cli.common.DeckhandCommand;
import dev.deckhand.shell.cli.common.LessonIdCandidates;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code deckhand learn}. */
@Command(
    name = "learn",
    mixinStandardHelpOptions = true,
    description = "Start a lesson, or continue where you left off.")
public final class LearnCommand implements Callable<Integer> {

  @Parameters(
      paramLabel = "LESSON",
      completionCandidates = LessonIdCandidates.class,
      description =
          "A lesson, such as containers/first-container; \"deckhand lessons\" lists them.")
  String lesson = "";

  @Option(
      names = "--script",
      paramLabel = "FILE",
      description = {
        "Type the lines of this file as a learner would; - reads standard input.",
        "Exits with 0 if every step was done, and with 3 otherwise."
      })
  @Nullable String script;

  @Option(names = "--restart", description = "Start again at the first step.")
  boolean restart;

  private final CommandContext context;
  private final DeckhandCommand deckhand;

  public LearnCommand(CommandContext context, DeckhandCommand deckhand) {
    this.context = context;
    this.deckhand = deckhand;
  }

  @Override
  public Integer call() throws Exception {
    boolean yes = deckhand.yes;
    boolean plain = deckhand.plain;
    return new LessonLauncher(context, yes, plain).run(lesson, script, restart).code();
  }
}
