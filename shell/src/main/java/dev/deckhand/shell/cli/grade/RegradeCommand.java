package dev.deckhand.shell.cli.grade;

import dev.deckhand.lesson.Lesson;
import dev.deckhand.shell.cli.common.CommandConsole;
import dev.deckhand.shell.cli.common.CommandContext;
import dev.deckhand.shell.cli.common.DeckhandCommand;
import dev.deckhand.shell.cli.common.ExitCode;
import dev.deckhand.shell.cli.common.LessonFinder;
import dev.deckhand.shell.cli.common.LessonIdCandidates;
import dev.deckhand.shell.cli.common.PrettyJson;
import dev.deckhand.shell.cli.common.UserError;
import dev.deckhand.shell.grade.bundle.BundleRegrader;
import dev.deckhand.shell.grade.bundle.BundleRegrader.Result;
import dev.deckhand.shell.grade.bundle.BundleStore;
import dev.deckhand.shell.report.GradingOutcome;
import dev.deckhand.shell.report.ReportContext;
import dev.deckhand.shell.report.writer.ReportFormat;
import dev.deckhand.site.render.AsciidoctorRenderers;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code deckhand regrade}. */
@Command(
    name = "regrade",
    mixinStandardHelpOptions = true,
    description = {
      "Grade a class again after its lesson was changed, by the evidence in its bundles. Needs no"
          + " lab. Lists who gains and who loses before anything is written."
    },
    footer = {
      "%nExamples:",
      "  deckhand regrade containers/volumes results --dry-run",
      "  deckhand regrade containers/volumes results --yes",
      "%nExits with 4 if the evidence of a submission isn't enough: grade it again, in a lab."
    })
public final class RegradeCommand implements Callable<Integer> {

  @Parameters(
      index = "0",
      paramLabel = "LESSON",
      completionCandidates = LessonIdCandidates.class,
      description = "The lesson that was changed, such as containers/volumes.")
  String name = "";

  @Parameters(
      index = "1",
      paramLabel = "DIR",
      description = "The folder of results that \"deckhand grade\" made.")
  Path folder = Path.of("");

  @Option(
      names = "--format",
      paramLabel = "FORMAT",
      split = ",",
      completionCandidates = ReportFormatNames.class,
      description = {
        "Write these reports: ${COMPLETION-CANDIDATES}.",
        "Default: json and html; for a class also csv and class-page."
      })
  List<String> formats = List.of();

  @Mixin XapiOptions xapi = new XapiOptions();

  @Option(names = "--dry-run", description = "List what would change, and write nothing.")
  boolean dryRun;

  @Option(
      names = "--json",
      description = "Print the result as JSON, and nothing else. Writes only with --yes.")
  boolean json;

  private final CommandContext context;
  private final DeckhandCommand deckhand;

  public RegradeCommand(CommandContext context, DeckhandCommand deckhand) {
    this.context = context;
    this.deckhand = deckhand;
  }

  @Override
  public Integer call() throws IOException, UserError {
    try {
      return regrade().code();
    } catch (UserError misuse) {
      if (!json) {
        throw misuse;
      }
      var fields = new LinkedHashMap<String, Object>();
      fields.put("error", misuse.problem());
      fields.put("next", misuse.remedy());
      print(fields);
      return ExitCode.USAGE.code();
    }
  }

  private ExitCode regrade() throws IOException, UserError {
    if (!Files.exists(folder.resolve(BundleStore.CHAIN))) {
      throw new UserError(
          folder + " has no bundles.", "Name the folder that \"deckhand grade --out\" wrote to.");
    }
    Lesson lesson = new LessonFinder(context.library()).find(name);
    boolean single = Files.exists(folder.resolve(BundleStore.FILE));
    List<ReportFormat> wanted = wanted(single);
    BundleStore bundles = BundleStore.in(folder, single, GradeCommand.key(context));
    Regrading regrading =
        Regrading.of(bundles, new BundleRegrader(lesson, context.judge(), DeckhandCommand.VERSION));
    CommandConsole console = deckhand.console(context);
    if (!json) {
      regrading.lines().forEach(console::print);
    }
    // with --yes, reports are written again that an ended run may have left as they were
    boolean write = (regrading.changesAnything() || deckhand.yes) && isConfirmed(console);
    if (write) {
      write(regrading, bundles, wanted, single, console);
    }
    if (json) {
      var fields = new LinkedHashMap<String, Object>();
      fields.put("lesson", lesson.id().toString());
      fields.put("written", write);
      fields.put("submissions", regrading.fields());
      print(fields);
    } else {
      console.print(write ? "Results: " + folder : "Nothing was written.");
    }
    return regrading.needsLab() ? ExitCode.NO_LAB : ExitCode.OK;
  }

  private List<ReportFormat> wanted(boolean single) throws UserError {
    if (!formats.isEmpty()) {
      return ReportFormatNames.parse(formats);
    }
    return single
        ? List.of(ReportFormat.JSON, ReportFormat.HTML)
        : List.of(ReportFormat.JSON, ReportFormat.HTML, ReportFormat.CSV, ReportFormat.CLASS_PAGE);
  }

  private boolean isConfirmed(CommandConsole console) {
    if (dryRun || deckhand.yes) {
      return !dryRun;
    }
    return !json && context.environment().interactive() && console.confirm("Write the new grades?");
  }

  private void write(
      Regrading regrading,
      BundleStore bundles,
      List<ReportFormat> wanted,
      boolean single,
      CommandConsole console)
      throws IOException, UserError {
    ReportContext reportContext = xapi.reportContext(context);
    try (var renderers = new AsciidoctorRenderers()) {
      var reports = new ReportFolder(folder, bundles, wanted, renderers::pdf);
      for (Result.Regraded one : regrading.regraded()) {
        bundles.add(one.again());
      }
      List<GradingOutcome> outcomes = regrading.outcomes(reportContext);
      outcomes.forEach(outcome -> reports.write(outcome.submission(), outcome));
      if (!single) {
        reports.writeClass(outcomes);
      }
      reports.withheld().forEach(reason -> console.error("Not written: " + reason, ""));
    }
  }

  private void print(Map<String, Object> fields) throws IOException {
    context.environment().out().println(PrettyJson.of(fields));
    context.environment().out().flush();
  }
}
