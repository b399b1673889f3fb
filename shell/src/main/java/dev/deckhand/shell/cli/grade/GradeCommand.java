package dev.deckhand.shell.cli.grade;

import dev.deckhand.lab.ConfinementLimits;
import dev.deckhand.lab.LabFault;
import dev.deckhand.lesson.Lesson;
import dev.deckhand.lesson.pack.LessonDigest;
import dev.deckhand.shell.cli.common.CommandConsole;
import dev.deckhand.shell.cli.common.CommandContext;
import dev.deckhand.shell.cli.common.DeckhandCommand;
import dev.deckhand.shell.cli.common.ExitCode;
import dev.deckhand.shell.cli.common.LessonFinder;
import dev.deckhand.shell.cli.common.LessonIdCandidates;
import dev.deckhand.shell.cli.common.ProvisioningDialog;
import dev.deckhand.shell.cli.common.StaleSessions;
import dev.deckhand.shell.cli.common.UserError;
import dev.deckhand.shell.grade.bundle.BundleStore;
import dev.deckhand.shell.grade.bundle.GraderKey;
import dev.deckhand.shell.grade.run.ClassRun;
import dev.deckhand.shell.grade.run.GradingLabs;
import dev.deckhand.shell.grade.run.GradingRules;
import dev.deckhand.shell.grade.run.SeedAssignment;
import dev.deckhand.shell.grade.run.SubmissionJob;
import dev.deckhand.shell.grade.run.SubmissionSource;
import dev.deckhand.shell.report.AlikeSubmissions;
import dev.deckhand.shell.report.GradingOutcome;
import dev.deckhand.shell.report.GradingReport;
import dev.deckhand.shell.report.file.ReportFile;
import dev.deckhand.shell.report.writer.ReportFormat;
import dev.deckhand.shell.report.writer.ReportWriters;
import dev.deckhand.shell.step.Turns;
import dev.deckhand.shell.submission.SubmissionReader;
import dev.deckhand.shell.submission.archive.SubmissionLimits;
import dev.deckhand.shell.trial.LabCapacity;
import dev.deckhand.site.render.AsciidoctorRenderers;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code deckhand grade}. */
@Command(
    name = "grade",
    mixinStandardHelpOptions = true,
    description = {
      "Grade submissions to a lesson, each in a lab that nothing else reaches.",
      "What a submission does is judged by the state of its lab, never by what it prints."
    },
    footer = {
      "%nExamples:",
      "  deckhand grade containers/volumes --submission anna.zip",
      "  deckhand grade volumes --all handed-in --out results",
      "%nA run that was stopped goes on where it was when the same command is run again.",
      "Exits with 0 if all is graded, or with 3 if one submission isn't completely solved; with 4 or"
          + " 5 if a lab failed or a person has to decide; with 2 if a submission can't be read."
    })
public final class GradeCommand implements Callable<Integer> {

  /** Memory of the three containers of a confined workspace beside its lab. */
  private static final long CONFINEMENT_BYTES = 300L << 20;

  @Parameters(
      arity = "0..1",
      paramLabel = "LESSON",
      completionCandidates = LessonIdCandidates.class,
      description = "The lesson, such as containers/volumes; \"deckhand lessons\" lists them.")
  String name = "";

  @Option(
      names = "--submission",
      paramLabel = "PATH",
      description =
          "A folder, zip, tar or tar.gz to grade. docs/submissions.md says what is in it.")
  @Nullable Path submission;

  @Option(
      names = "--all",
      paramLabel = "DIR",
      description = "Grade each folder and archive in this folder.")
  @Nullable Path all;

  @Option(
      names = "--out",
      paramLabel = "DIR",
      description = {
        "The folder for results, or with one --format its file. With --all, the default is"
            + " DIR-graded."
      })
  @Nullable Path out;

  @Option(
      names = "--format",
      paramLabel = "FORMAT",
      split = ",",
      completionCandidates = ReportFormatNames.class,
      description = {
        "Write these reports into --out: ${COMPLETION-CANDIDATES}.",
        "Default: json and html; with --all also csv and class-page."
      })
  List<String> formats = List.of();

  @Mixin GradeRuleOptions ruleOptions = new GradeRuleOptions();

  @Mixin SeedOptions seedOptions = new SeedOptions();

  @Mixin XapiOptions xapi = new XapiOptions();

  @Option(
      names = "--parallel",
      paramLabel = "N",
      description = "How many to grade at a time. Default: as memory and cores allow.")
  int parallel;

  @Option(
      names = "--fresh-labs",
      description = "Start a new lab for each submission instead of clearing the one before.")
  boolean freshLabs;

  @Option(names = "--json", description = "Print the result as JSON, and nothing else.")
  boolean json;

  private final CommandContext context;
  private final DeckhandCommand deckhand;

  public GradeCommand(CommandContext context, DeckhandCommand deckhand) {
    this.context = context;
    this.deckhand = deckhand;
  }

  @Override
  public Integer call() throws IOException, InterruptedException, UserError {
    try {
      return grade().code();
    } catch (UserError misuse) {
      if (!json) {
        throw misuse;
      }
      printJson(List.of(fault(GradingOutcome.Kind.USAGE, misuse.problem(), misuse.remedy())));
      return ExitCode.USAGE.code();
    } catch (LabFault fault) {
      if (!json) {
        throw fault;
      }
      printJson(List.of(fault(GradingOutcome.Kind.NO_LAB, fault.problem(), fault.remedy())));
      return ExitCode.NO_LAB.code();
    }
  }

  private GradingOutcome fault(GradingOutcome.Kind kind, String problem, String remedy) {
    return new GradingOutcome.NotGraded("", name, kind, problem, remedy);
  }

  private ExitCode grade() throws IOException, InterruptedException, UserError {
    if (name.isEmpty()) {
      throw new UserError("Say which lesson to grade.", "\"deckhand lessons\" lists them all.");
    }
    if ((submission == null) == (all == null)) {
      throw new UserError(
          "Say what to grade: one submission, or a folder of them.",
          "deckhand grade LESSON --submission PATH, or --all DIR");
    }
    if (parallel < 0) {
      throw new UserError("--parallel must be at least 1.", "Leave it out to use the default.");
    }
    Lesson lesson = new LessonFinder(context.library()).find(name);
    GradingRules rules = ruleOptions.rules(context.environment().zone());
    SeedAssignment seeds = seedOptions.read(lesson);
    List<SubmissionSource> sources =
        all == null ? List.of(SubmissionSources.one(submission)) : SubmissionSources.in(all);
    List<ReportFormat> wanted = formats();
    requireLab(lesson);
    Optional<Path> folder = folder();
    context.state().create();
    CommandConsole console = deckhand.console(context);
    var sweeping = new StaleSessions(context, context.faultLog()).removal();
    sweeping.start();
    List<GradingOutcome> outcomes;
    try (var labs =
        new GradingLabs(
            context.labs(),
            context.sessionFolders(),
            lesson.needs(),
            ConfinementLimits.DEFAULT,
            !freshLabs && sources.size() > 1,
            context.faultLog())) {
      SubmissionJob job = job(lesson, rules, labs).withSeeds(seeds);
      if (!json && all == null) {
        job.telling(console::print);
      } else if (!json) {
        console.print("Submissions to grade: " + sources.size() + ". The first lab starts ...");
      }
      var run =
          new ClassRun(
              job,
              new SubmissionReader(SubmissionLimits.DEFAULT),
              capacity(lesson),
              LabCapacity.requiredBytes(lesson.needs()) + CONFINEMENT_BYTES);
      if (folder.isEmpty() || isFile(folder.get(), wanted)) {
        outcomes = List.of(run.grade(sources.getFirst()).outcome());
        if (folder.isPresent()) {
          writeFile(wanted.getFirst(), outcomes.getFirst(), folder.get(), console);
        }
      } else {
        outcomes = gradeInto(folder.get(), lesson, rules, seeds, run, sources, wanted, console);
      }
    }
    sweeping.join();
    if (json) {
      printJson(outcomes);
    } else if (all == null) {
      GradeLines.details(outcomes.getFirst()).forEach(console::print);
    }
    folder.filter(_ -> !json).ifPresent(kept -> console.print("Results: " + kept));
    return exitCode(outcomes);
  }

  /** A class has no result of its own; one submission has one, as a script has. */
  private ExitCode gradedCode(GradingReport report) {
    if (!report.grade().isFinal()) {
      return ExitCode.NO_LAB;
    }
    return all != null || report.grade().isPassed() ? ExitCode.OK : ExitCode.CHECKS_FAILED;
  }

  /** With one format, the name of a file may be given instead of a folder. */
  private boolean isFile(Path path, List<ReportFormat> wanted) {
    return all == null
        && wanted.size() == 1
        && String.valueOf(path.getFileName()).contains(".")
        && !Files.isDirectory(path);
  }

  private static void writeFile(
      ReportFormat format, GradingOutcome outcome, Path file, CommandConsole console)
      throws IOException {
    try (var renderers = new AsciidoctorRenderers()) {
      ReportFile.save(ReportWriters.write(format, outcome), file, renderers::pdf)
          .ifPresent(reason -> console.error("Not written: " + reason, ""));
    }
  }

  private List<GradingOutcome> gradeInto(
      Path folder,
      Lesson lesson,
      GradingRules rules,
      SeedAssignment seeds,
      ClassRun run,
      List<SubmissionSource> sources,
      List<ReportFormat> wanted,
      CommandConsole console)
      throws IOException, InterruptedException, UserError {
    Files.createDirectories(folder);
    var done = new AtomicInteger();
    try (var renderers = new AsciidoctorRenderers()) {
      BundleStore bundles = BundleStore.in(folder, all == null, key(context));
      var reports = new ReportFolder(folder, bundles, wanted, renderers::pdf);
      var results =
          new GradeResults(
              bundles,
              reports,
              LessonDigest.of(lesson),
              rules,
              seeds,
              xapi.reportContext(context),
              outcome -> {
                int number = done.incrementAndGet();
                if (!json && all != null) {
                  console.print(
                      number + " of " + sources.size() + "  " + GradeLines.summary(outcome));
                }
              });
      List<GradingOutcome> outcomes = run.run(sources, results);
      if (all != null) {
        reports.writeClass(outcomes);
        if (!json) {
          AlikeSubmissions.sentences(outcomes).forEach(console::print);
        }
      }
      reports.withheld().forEach(reason -> console.error("Not written: " + reason, ""));
      return outcomes;
    }
  }

  /** The key that this person's bundles are signed with. */
  static GraderKey key(CommandContext context) throws IOException {
    return GraderKey.in(context.state().root().resolve("grading"));
  }

  private SubmissionJob job(Lesson lesson, GradingRules rules, GradingLabs labs) throws UserError {
    return new SubmissionJob(
            lesson,
            rules,
            labs,
            context.judge(),
            xapi.reportContext(context),
            DeckhandCommand.VERSION,
            context.environment().clock(),
            context.faultLog())
        .takingTurns(new Turns(LabCapacity.working(cores())));
  }

  private LabCapacity capacity(Lesson lesson) {
    return parallel > 0
        ? LabCapacity.ofCount(parallel)
        : LabCapacity.forGrading(context.availableMemory(), cores(), lesson.needs());
  }

  private static int cores() {
    return Runtime.getRuntime().availableProcessors();
  }

  private void requireLab(Lesson lesson) throws InterruptedException {
    Optional<LabFault> lack =
        new ProvisioningDialog(context.provisioner(), deckhand.console(context))
            .ensureProvisioned(lesson.needs(), deckhand.yes, false);
    if (lack.isPresent()) {
      throw lack.get();
    }
  }

  private Optional<Path> folder() {
    if (out != null) {
      return Optional.of(out);
    }
    return Optional.ofNullable(all)
        .map(folder -> folder.toAbsolutePath().normalize())
        .map(folder -> folder.resolveSibling(folder.getFileName() + "-graded"));
  }

  private List<ReportFormat> formats() throws UserError {
    if (!formats.isEmpty() && out == null && all == null) {
      throw new UserError("--format needs a folder to write to.", "Add --out DIR.");
    }
    if (formats.isEmpty()) {
      var usual = new ArrayList<>(List.of(ReportFormat.JSON, ReportFormat.HTML));
      if (all != null) {
        usual.addAll(List.of(ReportFormat.CSV, ReportFormat.CLASS_PAGE));
      }
      return usual;
    }
    return ReportFormatNames.parse(formats);
  }

  private void printJson(List<GradingOutcome> outcomes) {
    context.environment().out().print(ReportWriters.json(outcomes));
    context.environment().out().flush();
  }

  private ExitCode exitCode(List<GradingOutcome> outcomes) {
    ExitCode worst = ExitCode.OK;
    for (GradingOutcome outcome : outcomes) {
      ExitCode code =
          switch (outcome) {
            case GradingOutcome.Graded(var report) -> gradedCode(report);
            case GradingOutcome.NotGraded notGraded ->
                switch (notGraded.kind()) {
                  case USAGE, UNREADABLE_SUBMISSION -> ExitCode.USAGE;
                  case NO_LAB -> ExitCode.NO_LAB;
                  case LAB_LOST -> ExitCode.LAB_LOST;
                  case INTERRUPTED -> ExitCode.INTERRUPTED;
                  case INTERNAL -> ExitCode.BUG;
                };
          };
      worst = code.code() > worst.code() ? code : worst;
    }
    return worst;
  }
}
