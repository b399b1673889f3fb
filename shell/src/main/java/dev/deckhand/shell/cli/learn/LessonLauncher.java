package dev.deckhand.shell.cli.learn;

import dev.deckhand.lab.BootProgress;
import dev.deckhand.lab.Lab;
import dev.deckhand.lab.LabFactory;
import dev.deckhand.lab.LabFault;
import dev.deckhand.lab.SessionFolder;
import dev.deckhand.lesson.LabNeeds;
import dev.deckhand.lesson.Lesson;
import dev.deckhand.shell.cli.common.CommandConsole;
import dev.deckhand.shell.cli.common.CommandContext;
import dev.deckhand.shell.cli.common.ExitCode;
import dev.deckhand.shell.cli.common.LessonFinder;
import dev.deckhand.shell.cli.common.ProgramEnvironment;
import dev.deckhand.shell.cli.common.ProvisioningDialog;
import dev.deckhand.shell.cli.common.UserError;
import java.io.IOException;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Finds a lesson, installs what it needs, and runs it. */
public final class LessonLauncher {

  private final CommandContext context;
  private final ProgramEnvironment environment;
  private final boolean yes;
  private final boolean plain;

  public LessonLauncher(CommandContext context, boolean yes, boolean plain) {
    this.context = context;
    this.environment = context.environment();
    this.yes = yes;
    this.plain = plain;
  }

  /** Opens the lesson that was used last. */
  public ExitCode resumeLast() throws IOException, InterruptedException, UserError {
    return run(
        new NextLesson(context.journal(), context.library()).find().toString(),
        null,
        LessonStart.CONTINUE);
  }

  public ExitCode run(String name, @Nullable String script, LessonStart start)
      throws IOException, InterruptedException, UserError {
    var console = new CommandConsole(environment, plain);
    Lesson lesson = new LessonFinder(context.library()).find(name);
    // input from a pipe is a script, even without --script
    String from = script == null && !environment.interactive() ? "-" : script;
    var options = new LessonRunner.Options(from, start, plain);
    var terminalOrScriptFactories = new TerminalOrScriptFactory(context, console);
    terminalOrScriptFactories.checkScript(options);
    LabFactory labs = provisionedLabs(lesson, console, from != null);
    return new LessonRunner(context, terminalOrScriptFactories).run(lesson, options, labs);
  }

  /**
   * Returns the labs. If one can't start, they report why, and the rest of the lesson still works.
   *
   * @throws LabFault if the lab would have another version of a tool than the lesson works with:
   *     what it says would be wrong there
   */
  private LabFactory provisionedLabs(Lesson lesson, CommandConsole console, boolean scripted)
      throws InterruptedException {
    LabNeeds needs = lesson.needs();
    if (needs.labs().isEmpty()) {
      return onDemand();
    }
    var completeLabs =
        new CompleteLabs(context.state().log().resolve("complete-labs"), environment.variables());
    // another version of a tool has to be noticed before the lesson's text is shown
    if (needs.versions().isEmpty() && completeLabs.contains(needs)) {
      // examined as it starts, and not before the shell; asks the learner at the next start
      return new ExaminedLabs(
          onDemand(), context.provisioner(), null, () -> completeLabs.remove(needs));
    }
    // the launcher has asked already, while it built the program
    boolean declined = environment.variable("DECKHAND_SETUP").equals("declined");
    Optional<LabFault> lack =
        new ProvisioningDialog(context.provisioner(), console)
            .ensureProvisioned(needs, yes, !scripted && !declined);
    if (lack.isEmpty()) {
      completeLabs.add(needs);
      return onDemand();
    }
    completeLabs.remove(needs);
    if (lack.get().kind() == LabFault.Kind.WRONG_VERSION) {
      throw lack.get();
    }
    return new ExaminedLabs(onDemand(), context.provisioner(), lack.get(), () -> {});
  }

  /** The engine is looked for when the lab starts: the learner reads meanwhile. */
  private LabFactory onDemand() {
    return new LabFactory() {
      @Override
      public Lab open(LabNeeds needs, SessionFolder sessionFolder, BootProgress progress)
          throws InterruptedException {
        return context.labs().open(needs, sessionFolder, progress);
      }

      @Override
      public Optional<Lab> adopt(LabNeeds needs, SessionFolder sessionFolder)
          throws InterruptedException {
        return context.labs().adopt(needs, sessionFolder);
      }
    };
  }
}
