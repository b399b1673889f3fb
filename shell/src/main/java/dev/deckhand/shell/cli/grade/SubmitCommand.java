package dev.deckhand.shell.cli.grade;

import dev.deckhand.lesson.Lesson;
import dev.deckhand.lesson.pack.LessonDigest;
import dev.deckhand.shell.cli.common.CommandContext;
import dev.deckhand.shell.cli.common.DeckhandCommand;
import dev.deckhand.shell.cli.common.ExitCode;
import dev.deckhand.shell.cli.common.LessonFinder;
import dev.deckhand.shell.cli.common.LessonIdCandidates;
import dev.deckhand.shell.cli.common.UserError;
import dev.deckhand.shell.journal.JournalEntry;
import dev.deckhand.shell.submission.SubmissionName;
import dev.deckhand.shell.submission.SubmissionReader;
import dev.deckhand.shell.submission.SubmissionResult;
import dev.deckhand.shell.submission.SubmissionWriter;
import dev.deckhand.shell.submission.archive.CollectedFiles;
import dev.deckhand.shell.submission.archive.SubmissionFiles;
import dev.deckhand.shell.submission.archive.SubmissionLimits;
import dev.deckhand.shell.submission.archive.UnreadableSubmission;
import dev.deckhand.shell.submission.pack.PackedLesson;
import dev.deckhand.shell.submission.pack.SubmissionPacker;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code deckhand submit}. */
@Command(
    name = "submit",
    mixinStandardHelpOptions = true,
    description = {
      "Pack what you did in a lesson into a file that an instructor can grade.",
      "It has your commands, answers and files, and says which hints you took."
    },
    footer = {
      "%nExamples:",
      "  deckhand submit containers/volumes              to volumes.zip",
      "  deckhand submit volumes --out anna.zip --force  replaces the file",
      "%nSteps that aren't done are listed, and the file is written all the same.",
      "Exits with 2 if there's nothing to submit, or the file can't be written."
    })
public final class SubmitCommand implements Callable<Integer> {

  @Parameters(
      paramLabel = "LESSON",
      completionCandidates = LessonIdCandidates.class,
      description = "The lesson, such as containers/volumes; \"deckhand lessons\" lists them.")
  String name = "";

  @Option(
      names = "--out",
      paramLabel = "FILE",
      description = "The file to write. Default: LESSON.zip, in the current folder.")
  @Nullable Path out;

  @Option(names = "--force", description = "Replace the file if it exists.")
  boolean force;

  @Option(names = "--json", description = "Print the result as JSON, and nothing else.")
  boolean json;

  private final CommandContext context;
  private final DeckhandCommand deckhand;

  public SubmitCommand(CommandContext context, DeckhandCommand deckhand) {
    this.context = context;
    this.deckhand = deckhand;
  }

  @Override
  public Integer call() throws IOException, UserError {
    Lesson lesson = new LessonFinder(context.library()).find(name);
    Path file = file(lesson);
    List<JournalEntry> entries = context.journal().entries(lesson.id());
    if (entries.isEmpty()) {
      throw new UserError(
          "You haven't begun " + lesson.id() + " yet.", "Begin: deckhand learn " + lesson.id());
    }
    PackedLesson packed =
        new SubmissionPacker(lesson, LessonDigest.of(lesson), DeckhandCommand.VERSION)
            .pack(SubmissionName.ofFile(file), entries, workspace(lesson));
    check(packed, file);
    SubmissionWriter.write(packed.submission(), file);
    var report = new SubmitReport(lesson, packed, file, copies(lesson, packed));
    if (json) {
      context.environment().out().println(report.json());
    } else {
      var console = deckhand.console(context);
      report.lines(context.environment().zone()).forEach(console::print);
    }
    return ExitCode.OK.code();
  }

  private Path file(Lesson lesson) throws UserError {
    String learner = context.state().learner();
    String usual = lesson.id().lesson() + (learner.isEmpty() ? "" : "-" + learner) + ".zip";
    Path file = out == null ? Path.of(usual) : out;
    if (Files.isDirectory(file)) {
      throw new UserError(
          file + " is a folder.", "Name a file in it, for instance " + file.resolve(usual));
    }
    Path folder = file.toAbsolutePath().getParent();
    if (folder == null || !Files.isDirectory(folder)) {
      throw new UserError("There is no folder " + folder + ".", "Create it first.");
    }
    if (Files.exists(file, LinkOption.NOFOLLOW_LINKS) && !force) {
      throw new UserError(
          file + " exists already.", "Choose another name, or add --force to replace it.");
    }
    return file;
  }

  private CollectedFiles workspace(Lesson lesson) throws UserError {
    Path folder = context.state().workspace(lesson.id());
    if (!Files.isDirectory(folder)) {
      return new CollectedFiles(new TreeMap<>(), List.of());
    }
    try {
      return new SubmissionFiles(SubmissionLimits.DEFAULT).readWorkspace(folder);
    } catch (UnreadableSubmission unreadable) {
      throw new UserError(
          "Your files in " + folder + " can't be packed: " + unreadable.problem(),
          unreadable.remedy());
    }
  }

  /** The folders of backups that have the missing files, the newest for each. */
  private Map<String, String> copies(Lesson lesson, PackedLesson packed) throws IOException {
    Path backups = context.state().backups(lesson.id());
    if (packed.missingFiles().isEmpty() || !Files.isDirectory(backups)) {
      return Map.of();
    }
    List<Path> newestLast;
    try (Stream<Path> folders = Files.list(backups)) {
      newestLast = folders.sorted().toList();
    }
    var copies = new HashMap<String, String>();
    for (Path folder : newestLast) {
      for (PackedLesson.MissingFile missing : packed.missingFiles()) {
        Path copy = folder.resolve(missing.path()).normalize();
        if (copy.startsWith(folder) && Files.isRegularFile(copy, LinkOption.NOFOLLOW_LINKS)) {
          copies.put(missing.path(), folder.toString());
        }
      }
    }
    return copies;
  }

  /** A grader must be able to read what is handed in, and get what was packed. */
  private static void check(PackedLesson packed, Path file) throws UserError {
    byte[] archive = SubmissionWriter.pack(packed.submission());
    var reader = new SubmissionReader(SubmissionLimits.DEFAULT);
    switch (reader.read(file.getFileName().toString(), archive)) {
      case SubmissionResult.Accepted(var read) -> {
        if (!read.digest().equals(packed.submission().digest())) {
          throw new IllegalStateException("a packed submission differs from what was packed");
        }
      }
      case SubmissionResult.Rejected(String _, String problem, String remedy) ->
          throw new UserError(problem, remedy);
      case SubmissionResult.Failed(String _, String problem, String remedy) ->
          throw new UserError(problem, remedy);
    }
  }
}
