package dev.deckhand.shell.cli;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.deckhand.file.IoFailure;
import dev.deckhand.lab.LabFault;
import dev.deckhand.shell.cli.author.LessonCommand;
import dev.deckhand.shell.cli.author.LessonLintCommand;
import dev.deckhand.shell.cli.author.LessonNewCommand;
import dev.deckhand.shell.cli.author.LessonPageCommand;
import dev.deckhand.shell.cli.author.LessonPreviewCommand;
import dev.deckhand.shell.cli.author.LessonSchemaCommand;
import dev.deckhand.shell.cli.author.LessonTestCommand;
import dev.deckhand.shell.cli.common.CommandConsole;
import dev.deckhand.shell.cli.common.CommandContext;
import dev.deckhand.shell.cli.common.DeckhandCommand;
import dev.deckhand.shell.cli.common.ExitCode;
import dev.deckhand.shell.cli.common.ShutdownHook;
import dev.deckhand.shell.cli.common.UserError;
import dev.deckhand.shell.cli.grade.GradeCommand;
import dev.deckhand.shell.cli.grade.GradeVerifyCommand;
import dev.deckhand.shell.cli.grade.RegradeCommand;
import dev.deckhand.shell.cli.grade.SubmitCommand;
import dev.deckhand.shell.cli.learn.LearnCommand;
import dev.deckhand.shell.cli.learn.LessonLauncher;
import dev.deckhand.shell.cli.learn.LessonStart;
import dev.deckhand.shell.cli.learn.LessonsCommand;
import dev.deckhand.shell.cli.learn.ProgressCommand;
import dev.deckhand.shell.cli.learn.WarmUpCommand;
import dev.deckhand.shell.cli.machine.CleanCommand;
import dev.deckhand.shell.cli.machine.DoctorCommand;
import dev.deckhand.shell.cli.machine.ImagesCommand;
import dev.deckhand.shell.cli.machine.ImagesExportCommand;
import dev.deckhand.shell.cli.machine.ImagesImportCommand;
import dev.deckhand.shell.cli.machine.ImagesListCommand;
import dev.deckhand.shell.cli.machine.SetupCommand;
import dev.deckhand.shell.cli.notes.NotesCommand;
import dev.deckhand.shell.cli.notes.NotesPublishCommand;
import dev.deckhand.shell.cli.publish.PublishCommand;
import dev.deckhand.shell.cli.workshop.WorkshopCommand;
import dev.deckhand.shell.cli.workshop.WorkshopLinkCommand;
import dev.deckhand.shell.cli.workshop.WorkshopServeCommand;
import dev.deckhand.shell.journal.UnwritableStateException;
import java.io.IOException;
import java.io.PrintWriter;
import java.util.List;
import java.util.stream.Stream;
import picocli.AutoComplete.GenerateCompletion;
import picocli.CommandLine;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.UnmatchedArgumentException;

/** The program's commands, and the only place where faults become exit codes. */
public final class DeckhandCli {

  private final CommandContext sharedContext;

  public DeckhandCli(CommandContext context) {
    this.sharedContext = context;
  }

  /** Runs a command line, and returns its exit code. */
  public int run(String... args) {
    CommandContext own;
    try {
      own =
          sharedContext.forLearner(
              learnerOf(args, sharedContext.environment().variable("DECKHAND_LEARNER")));
    } catch (IllegalArgumentException unfit) {
      return exitCode(
          new UserError(
              String.valueOf(unfit.getMessage()),
              "Choose another name after --learner (or in DECKHAND_LEARNER), for instance: anna"),
          voice());
    } catch (IOException unreadable) {
      return exitCode(unreadable, voice());
    }
    return isDirectStart(args)
        ? runGuarded(() -> openLesson(own, args))
        : commandLine(own).execute(args);
  }

  /**
   * Returns whether a command line only opens a lesson ({@code deckhand}, {@code deckhand learn
   * LESSON}), so that it can run before the option parser is loaded.
   */
  private static boolean isDirectStart(String... args) {
    return args.length == 0
        || (args.length == 2 && args[0].equals("learn") && !args[1].startsWith("-"));
  }

  private static int openLesson(CommandContext context, String... args) throws Exception {
    var run = new LessonLauncher(context, false, false);
    return args.length == 0
        ? run.resumeLast().code()
        : run.run(args[1], null, LessonStart.CONTINUE).code();
  }

  /** Needs the option parser only where the option, or a file with options, may be named. */
  private static String learnerOf(String[] args, String usual) {
    return Stream.of(args).anyMatch(arg -> arg.startsWith("--learner") || arg.startsWith("@"))
        ? LearnerOption.parse(args, usual)
        : usual;
  }

  /** Describes all commands, for completion. */
  public CommandSpec commandSpec() {
    return commandLine(sharedContext).getCommandSpec();
  }

  private CommandLine commandLine(CommandContext context) {
    var factory = factory(context);
    DeckhandCommand.ShellStart shell =
        (yes, plain) -> new LessonLauncher(context, yes, plain).resumeLast().code();
    var deckhand = new DeckhandCommand(shell);
    var line = new CommandLine(deckhand, factory);
    line.addSubcommand(new CommandLine(new LearnCommand(context, deckhand), factory));
    line.addSubcommand(new LessonsCommand(context, deckhand));
    line.addSubcommand(new ProgressCommand(context, deckhand));
    line.addSubcommand(new DoctorCommand(context, deckhand));
    line.addSubcommand(new SetupCommand(context, deckhand));
    line.addSubcommand(notes(context, factory));
    line.addSubcommand(new CommandLine(new PublishCommand(context), factory));
    line.addSubcommand(new CleanCommand(context, deckhand));
    line.addSubcommand(images(context, deckhand, factory));
    line.addSubcommand(new CommandLine(new SubmitCommand(context, deckhand), factory));
    line.addSubcommand(grade(context, deckhand, factory));
    line.addSubcommand(new CommandLine(new RegradeCommand(context, deckhand), factory));
    line.addSubcommand(workshop(context, deckhand, factory));
    line.addSubcommand(lesson(new LessonCommand(context, deckhand), factory));
    line.addSubcommand(new WarmUpCommand(context));
    line.addSubcommand(new CommandLine(new GenerateCompletion()).setCommandName("completion"));
    var out = context.environment().out();
    var err = context.environment().err();
    line.setOut(new PrintWriter(out, true, UTF_8));
    line.setErr(new PrintWriter(err, true, UTF_8));
    line.setCaseInsensitiveEnumValuesAllowed(true);
    line.setParameterExceptionHandler(this::handleUsageError);
    line.setExecutionExceptionHandler((fault, _, _) -> exitCode(fault, deckhand.console(context)));
    return line;
  }

  /** Passes the context to the classes that list completion candidates. */
  private static CommandLine.IFactory factory(CommandContext context) {
    CommandLine.IFactory usual = CommandLine.defaultFactory();
    return new CommandLine.IFactory() {
      @Override
      public <K> K create(Class<K> type) throws Exception {
        try {
          return type.getDeclaredConstructor(CommandContext.class).newInstance(context);
        } catch (NoSuchMethodException withoutContext) {
          return usual.create(type);
        }
      }
    };
  }

  private static CommandLine notes(CommandContext context, CommandLine.IFactory factory) {
    var notes = new CommandLine(new NotesCommand(context), factory);
    notes.addSubcommand(new NotesPublishCommand(context));
    return notes;
  }

  private static CommandLine images(
      CommandContext context, DeckhandCommand deckhand, CommandLine.IFactory factory) {
    var images = new CommandLine(new ImagesCommand(), factory);
    for (Object command :
        List.of(
            new ImagesListCommand(context, deckhand),
            new ImagesExportCommand(context, deckhand),
            new ImagesImportCommand(context, deckhand))) {
      images.addSubcommand(new CommandLine(command, factory));
    }
    return images;
  }

  private static CommandLine grade(
      CommandContext context, DeckhandCommand deckhand, CommandLine.IFactory factory) {
    var grade = new CommandLine(new GradeCommand(context, deckhand), factory);
    grade.addSubcommand(new CommandLine(new GradeVerifyCommand(context, deckhand), factory));
    return grade;
  }

  private static CommandLine workshop(
      CommandContext context, DeckhandCommand deckhand, CommandLine.IFactory factory) {
    var workshop = new CommandLine(new WorkshopCommand(), factory);
    workshop.addSubcommand(new CommandLine(new WorkshopServeCommand(context, deckhand), factory));
    workshop.addSubcommand(new CommandLine(new WorkshopLinkCommand(context, deckhand), factory));
    return workshop;
  }

  private static CommandLine lesson(LessonCommand parent, CommandLine.IFactory factory) {
    var lesson = new CommandLine(parent);
    for (Object command :
        List.of(
            new LessonNewCommand(parent),
            new LessonPreviewCommand(parent),
            new LessonLintCommand(parent),
            new LessonTestCommand(parent),
            new LessonPageCommand(parent),
            new LessonSchemaCommand(parent))) {
      lesson.addSubcommand(new CommandLine(command, factory));
    }
    return lesson;
  }

  private int runGuarded(GuardedAction guardedAction) {
    try {
      return guardedAction.run();
    } catch (Exception fault) {
      return exitCode(fault, voice());
    }
  }

  private int handleUsageError(ParameterException misuse, String[] args) {
    var console = voice();
    console.error(
        usageMessage(misuse),
        "\""
            + misuse.getCommandLine().getCommandSpec().qualifiedName()
            + " --help\" lists its options.");
    UnmatchedArgumentException.printSuggestions(
        misuse, new PrintWriter(sharedContext.environment().err(), true, UTF_8));
    return ExitCode.USAGE.code();
  }

  /** Describes a mistake, in clearer words than the parser's where needed. */
  private static String usageMessage(ParameterException misuse) {
    return misuse instanceof UnmatchedArgumentException unmatched && !unmatched.isUnknownOption()
        ? "\"%s\" is not a known option or argument.".formatted(unmatched.getUnmatched().getFirst())
        : String.valueOf(misuse.getMessage());
  }

  private int exitCode(Exception fault, CommandConsole console) {
    if (ShutdownHook.isRunning()) {
      return ExitCode.INTERRUPTED.code();
    }
    return switch (fault) {
      case UserError error -> {
        console.error(error.problem(), error.remedy());
        yield ExitCode.USAGE.code();
      }
      case LabFault lab -> {
        console.error(lab.problem(), lab.remedy());
        yield (lab.kind() == LabFault.Kind.LOST ? ExitCode.LAB_LOST : ExitCode.NO_LAB).code();
      }
      case InterruptedException _ -> {
        console.error("Stopped.", "Finished work is kept; run the same command again to continue.");
        yield ExitCode.INTERRUPTED.code();
      }
      case UnwritableStateException state -> {
        console.error(
            "Deckhand keeps your progress in %s, which can't be written (%s)."
                .formatted(state.folder(), IoFailure.reason(state.reason())),
            "Make it writable, or choose another folder: DECKHAND_STATE=FOLDER ./deckhand ...");
        yield ExitCode.USAGE.code();
      }
      case IOException io -> {
        console.error(
            "A file couldn't be read or written (" + IoFailure.describe(io) + ").",
            "Check its name, its permissions and the free space on the disk.");
        yield ExitCode.USAGE.code();
      }
      default -> {
        sharedContext.faultLog().write(fault);
        console.error(
            "Something in Deckhand itself went wrong: " + fault,
            "The details are in " + sharedContext.faultLog().file() + ".");
        yield ExitCode.BUG.code();
      }
    };
  }

  private CommandConsole voice() {
    return new CommandConsole(sharedContext.environment(), false);
  }

  private interface GuardedAction {
    int run() throws Exception;
  }
}
