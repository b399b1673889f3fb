package dev.deckhand.shell.cli.learn;

import dev.deckhand.lesson.variable.ValueDraw;
import dev.deckhand.shell.cli.common.CommandContext;
import dev.deckhand.shell.cli.common.DeckhandCommand;
import dev.deckhand.shell.cli.common.LessonIdCandidates;
import dev.deckhand.shell.cli.common.UserError;
import java.util.OptionalLong;
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

  @Option(
      names = "--seed",
      paramLabel = "NUMBER",
      description = {
        "Draw the lesson's names and numbers from this seed, such as one that an instructor gave"
            + " you.",
        "Default: the seed that you have, or a new one."
      })
  @Nullable Long seed;

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
    if (seed != null && (seed < 0 || seed > ValueDraw.MAX_SEED)) {
      throw new UserError(
          "--seed must be a number from 0 to " + ValueDraw.MAX_SEED + ".",
          "Leave it out to get one.");
    }
    var start =
        new LessonStart(restart, seed == null ? OptionalLong.empty() : OptionalLong.of(seed));
    return new LessonLauncher(context, yes, plain).run(lesson, script, start).code();
  }
}
