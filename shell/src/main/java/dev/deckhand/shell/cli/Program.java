package dev.deckhand.shell.cli;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.deckhand.lab.LabFault;
import java.io.IOException;
import java.io.PrintWriter;
import java.util.List;
import picocli.AutoComplete.GenerateCompletion;
import picocli.CommandLine;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.UnmatchedArgumentException;

/** The program's commands, and the one place where faults become exit codes. */
public final class Program {

  private final Ports everybodys;

  public Program(Ports ports) {
    this.everybodys = ports;
  }

  /** Runs a command line, and says how it went. */
  public int run(String... args) {
    // everything after "helm" is Helm's, options and all
    if (args.length > 0 && args[0].equals("helm")) {
      return guarded(() -> everybodys.helm(List.of(args).subList(1, args.length)));
    }
    Ports own;
    try {
      own = everybodys.forLearner(WhichLearner.in(args, learnerOf(everybodys.outside())));
    } catch (IllegalArgumentException unfit) {
      voice()
          .trouble(
              String.valueOf(unfit.getMessage()),
              "Choose another name after --learner (or in DECKHAND_LEARNER), for instance: anna");
      return ExitCode.USAGE.code();
    } catch (IOException unreadable) {
      return exitCode(unreadable);
    }
    return isPlainWayIn(args) ? guarded(() -> enter(own, args)) : line(own).execute(args);
  }

  /**
   * Whether somebody only wants in: {@code deckhand}, {@code deckhand learn LESSON}. Who reads
   * options and arguments need not be waited for then.
   */
  private static boolean isPlainWayIn(String... args) {
    return args.length == 0
        || (args.length == 2 && args[0].equals("learn") && !args[1].startsWith("-"));
  }

  private static int enter(Ports ports, String... args) throws Exception {
    var run = new LearnRun(ports, false, false);
    return args.length == 0 ? run.whereLeftOff().code() : run.run(args[1], null, false).code();
  }

  private static String learnerOf(Outside outside) {
    return outside.variable("DECKHAND_LEARNER");
  }

  private CommandLine line(Ports ports) {
    var factory = factory(ports);
    var line = new CommandLine(new DeckhandCommand(ports), factory);
    line.addSubcommand(new LearnCommand(ports));
    line.addSubcommand(new LessonsCommand(ports));
    line.addSubcommand(new ProgressCommand(ports));
    line.addSubcommand(new DoctorCommand(ports));
    line.addSubcommand(new SetupCommand(ports));
    line.addSubcommand(notes(ports, factory));
    line.addSubcommand(new CommandLine(new PublishCommand(ports), factory));
    line.addSubcommand(new CleanCommand(ports));
    line.addSubcommand(lesson(ports));
    line.addSubcommand(new HelmWords());
    line.addSubcommand(new PractiseCommand(ports));
    line.addSubcommand("completion", new GenerateCompletion());
    var out = ports.outside().out();
    var err = ports.outside().err();
    line.setOut(new PrintWriter(out, true, UTF_8));
    line.setErr(new PrintWriter(err, true, UTF_8));
    line.setCaseInsensitiveEnumValuesAllowed(true);
    line.setParameterExceptionHandler(this::misused);
    line.setExecutionExceptionHandler((fault, _, _) -> exitCode(fault));
    return line;
  }

  /** What completes words has to know what there is. */
  private static CommandLine.IFactory factory(Ports ports) {
    var usual = CommandLine.defaultFactory();
    return new CommandLine.IFactory() {
      @Override
      public <K> K create(Class<K> type) throws Exception {
        if (type == LearnerNames.class) {
          return type.cast(new LearnerNames(ports));
        }
        if (type == CourseNames.class) {
          return type.cast(new CourseNames(ports));
        }
        return type == NoteNames.class ? type.cast(new NoteNames(ports)) : usual.create(type);
      }
    };
  }

  private static CommandLine notes(Ports ports, CommandLine.IFactory factory) {
    var notes = new CommandLine(new NotesCommand(ports), factory);
    notes.addSubcommand(new NotesPublishCommand(ports));
    return notes;
  }

  private static CommandLine lesson(Ports ports) {
    var lesson = new CommandLine(new LessonCommand(ports));
    lesson.addSubcommand(new LessonNewCommand(ports));
    lesson.addSubcommand(new LessonPreviewCommand(ports));
    lesson.addSubcommand(new LessonLintCommand(ports));
    lesson.addSubcommand(new LessonTestCommand(ports));
    lesson.addSubcommand(new LessonPageCommand(ports));
    lesson.addSubcommand(new LessonSchemaCommand(ports));
    return lesson;
  }

  private int guarded(Work work) {
    try {
      return work.run();
    } catch (Exception fault) {
      return exitCode(fault);
    }
  }

  private int misused(ParameterException misuse, String[] args) {
    var voice = voice();
    voice.trouble(
        wrong(misuse),
        "\"" + misuse.getCommandLine().getCommandSpec().qualifiedName() + " --help\" tells more.");
    UnmatchedArgumentException.printSuggestions(
        misuse, new PrintWriter(everybodys.outside().err(), true, UTF_8));
    return ExitCode.USAGE.code();
  }

  /** What was wrong, in our words where the parser's are hard to read. */
  private static String wrong(ParameterException misuse) {
    return misuse instanceof UnmatchedArgumentException unmatched && !unmatched.isUnknownOption()
        ? "\"%s\" is not understood here.".formatted(unmatched.getUnmatched().getFirst())
        : String.valueOf(misuse.getMessage());
  }

  private int exitCode(Exception fault) {
    return switch (fault) {
      case LabFault lab -> {
        voice().trouble(lab.what(), lab.next());
        yield (lab.kind() == LabFault.Kind.LOST ? ExitCode.LAB_LOST : ExitCode.NO_LAB).code();
      }
      case InterruptedException _ -> {
        voice().trouble("Stopped.", "What was done is kept; the same command goes on from there.");
        yield ExitCode.INTERRUPTED.code();
      }
      case IOException io -> {
        voice().trouble(String.valueOf(io.getMessage()), "Look at the file's name and the disk.");
        yield ExitCode.USAGE.code();
      }
      default -> {
        everybodys.faultLog().write(fault);
        voice()
            .trouble(
                "Something in Deckhand itself went wrong: " + fault,
                "The details are in " + everybodys.faultLog().file() + ".");
        yield ExitCode.BUG.code();
      }
    };
  }

  private Voice voice() {
    return new Voice(everybodys.outside(), false);
  }

  private interface Work {
    int run() throws Exception;
  }
}
