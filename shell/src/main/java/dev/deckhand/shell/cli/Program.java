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

  private final Ports ports;

  public Program(Ports ports) {
    this.ports = ports;
  }

  /** Runs a command line, and says how it went. */
  public int run(String... args) {
    // everything after "helm" is Helm's, options and all
    if (args.length > 0 && args[0].equals("helm")) {
      return guarded(() -> ports.helm(List.of(args).subList(1, args.length)));
    }
    var line = new CommandLine(new DeckhandCommand(ports));
    line.addSubcommand(new LearnCommand(ports));
    line.addSubcommand(new LessonsCommand(ports));
    line.addSubcommand(new DoctorCommand(ports));
    line.addSubcommand(new SetupCommand(ports));
    line.addSubcommand(new NotesCommand(ports));
    line.addSubcommand(lesson());
    line.addSubcommand(new HelmWords());
    line.addSubcommand("completion", new GenerateCompletion());
    var out = ports.outside().out();
    var err = ports.outside().err();
    line.setOut(new PrintWriter(out, true, UTF_8));
    line.setErr(new PrintWriter(err, true, UTF_8));
    line.setCaseInsensitiveEnumValuesAllowed(true);
    line.setParameterExceptionHandler(this::misused);
    line.setExecutionExceptionHandler((fault, _, _) -> exitCode(fault));
    return line.execute(args);
  }

  private CommandLine lesson() {
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
        String.valueOf(misuse.getMessage()),
        "\"" + misuse.getCommandLine().getCommandSpec().qualifiedName() + " --help\" tells more.");
    UnmatchedArgumentException.printSuggestions(
        misuse, new PrintWriter(ports.outside().err(), true, UTF_8));
    return ExitCode.USAGE.code();
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
        ports.faultLog().write(fault);
        voice()
            .trouble(
                "Something in Deckhand itself went wrong: " + fault,
                "The details are in " + ports.faultLog().file() + ".");
        yield ExitCode.BUG.code();
      }
    };
  }

  private Voice voice() {
    return new Voice(ports.outside(), false);
  }

  private interface Work {
    int run() throws Exception;
  }
}
