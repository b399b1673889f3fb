package dev.deckhand.shell.cli;

import dev.deckhand.lab.LabFault;
import dev.deckhand.lesson.Lesson;
import dev.deckhand.lesson.LessonId;
import dev.deckhand.lesson.Printed;
import dev.deckhand.lesson.lint.Finding;
import dev.deckhand.lesson.pack.PrintedFile;
import dev.deckhand.shell.grade.JUnitReport;
import dev.deckhand.shell.grade.LabSpace;
import dev.deckhand.shell.grade.Rehearsed;
import dev.deckhand.shell.grade.Selection;
import dev.deckhand.shell.grade.SideBySide;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/** Runs lessons as their tests want it, several at a time, some of them in one cluster. */
final class LessonTest {

  private final Ports ports;
  private final Voice voice;
  private final boolean yes;

  LessonTest(Ports ports, Voice voice, boolean yes) {
    this.ports = ports;
    this.voice = voice;
    this.yes = yes;
  }

  /**
   * How to test.
   *
   * @param parallel how many lessons at a time; 0 for as many as there is room for
   * @param printed the folder of courses in which the output of offered commands is kept, for
   *     pages; null for nowhere
   */
  record Options(
      Selection selection,
      int parallel,
      @Nullable Path junit,
      @Nullable Path printed,
      boolean json) {}

  ExitCode run(LessonNames names, List<String> wanted, Options options)
      throws IOException, InterruptedException {
    List<Lesson> lessons;
    try (var sources = new LessonSources(ports.library())) {
      LessonSources.Read read = sources.read(names.find(wanted));
      if (!read.errors().isEmpty()) {
        return unfit(read.errors());
      }
      lessons = read.lessons();
    } catch (LessonFinder.Unknown unknown) {
      voice.trouble(unknown.what(), unknown.next());
      return ExitCode.USAGE;
    }
    var strays = new ArrayList<String>();
    List<Rehearsed> done;
    try (var lodgings = Lodgings.of(lessons, ports.labs(), ports.rooms())) {
      done = rehearse(lessons, options, lodgings);
      strays.addAll(lodgings.strays());
    }
    if (options.junit() != null) {
      JUnitReport.write(options.junit(), done);
    }
    if (options.printed() != null) {
      keep(options.printed(), done);
    }
    ports.outside().out().println(options.json() ? TestJson.of(done) : summary(done));
    strays.forEach(stray ->
        voice.trouble(
            stray,
            "Find out which of them did it by testing it alone, and take \":cluster: shared\" out of"
                + " its header."));
    return strays.isEmpty() ? code(done) : ExitCode.CHECKS_FAILED;
  }

  /** Only of lessons that are sound: what a broken one prints is nothing to learn from. */
  private void keep(Path courses, List<Rehearsed> done) throws IOException {
    var files = new PrintedFile();
    for (Rehearsed lesson : done) {
      if (lesson.isSound() && !lesson.printed().isEmpty()) {
        files.write(PrintedFile.in(courses, lesson.lesson()), lesson.printed());
        lesson.printed().commands().stream()
            .filter(Printed.Command::failed)
            .map(command -> ended(lesson, command))
            .forEach(ports.outside().err()::println);
      }
    }
  }

  /** Nothing tells an error that the text announces from one that nobody thought of. */
  private static String ended(Rehearsed lesson, Printed.Command command) {
    return "%s, %s: \"%s\" printed an error (exit code %d). Does the text say so?"
        .formatted(
            lesson.lesson(),
            command.step(),
            command.command().lines().findFirst().orElse(""),
            command.exitCode());
  }

  private ExitCode unfit(List<Finding> errors) {
    errors.forEach(error -> ports.outside().err().println(error.line()));
    voice.trouble(
        "Lessons with errors are not run.", "Mend them; \"deckhand lesson lint\" shows them all.");
    return ExitCode.CHECKS_FAILED;
  }

  private List<Rehearsed> rehearse(List<Lesson> lessons, Options options, Lodgings lodgings)
      throws InterruptedException {
    var rehearsal =
        new LessonRehearsal(ports, options.selection(), options.printed() != null, lodgings);
    Map<LessonId, Rehearsed> done = new ConcurrentHashMap<>();
    try (var lines = new TestLines(ports.outside(), voice, options.json())) {
      var jobs = new ArrayList<SideBySide.Job>();
      for (Lesson lesson : lessons) {
        Optional<LabFault> lack = lack(lesson);
        if (lack.isPresent()) {
          lines.fault(lesson.id(), lack.get());
          done.put(lesson.id(), LessonRehearsal.notBegun(lesson, lack.get()));
        } else {
          long bytes =
              lodgings.of(lesson).isPresent() ? LabSpace.asGuest() : LabSpace.taken(lesson.needs());
          Runnable work = () -> rehearse(lesson, rehearsal, lines, done);
          jobs.add(new SideBySide.Job(bytes, LessonRehearsal.length(lesson), work));
        }
      }
      try (var together = new SideBySide(space(options.parallel(), lodgings.clusters()));
          LastRites _ = LastRites.of(together)) {
        together.run(jobs);
      }
    }
    return lessons.stream()
        .map(lesson ->
            done.computeIfAbsent(lesson.id(), _ -> LessonRehearsal.notBegun(lesson, unfinished())))
        .toList();
  }

  /** A lesson that ended without a word is not one that passed. */
  private static LabFault unfinished() {
    return new LabFault(
        LabFault.Kind.LOST, "The lesson was not tested to its end.", "Try it again.");
  }

  /** What keeps a lesson's lab from starting, after getting what can be had. */
  private Optional<LabFault> lack(Lesson lesson) throws InterruptedException {
    return lesson.needs().labs().isEmpty()
        ? Optional.empty()
        : new Outfitting(ports.outfitter(), voice).ensure(lesson.needs(), yes, false);
  }

  private LabSpace space(int parallel, int shared) {
    return parallel > 0
        ? LabSpace.forced(parallel)
        : LabSpace.of(ports.availableMemory(), Runtime.getRuntime().availableProcessors())
            .beside(shared);
  }

  private static void rehearse(
      Lesson lesson, LessonRehearsal rehearsal, TestLines lines, Map<LessonId, Rehearsed> done) {
    try {
      Rehearsed result = rehearsal.run(lesson, lines.begin(lesson), lines::told);
      done.put(lesson.id(), result);
      if (result.fault() != null) {
        lines.fault(lesson.id(), result.fault());
      }
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
    } finally {
      lines.end(lesson.id());
    }
  }

  private static String summary(List<Rehearsed> done) {
    long failed = done.stream().mapToLong(Rehearsed::failed).sum();
    long warned = done.stream().mapToLong(Rehearsed::warned).sum();
    long all = done.stream().mapToLong(lesson -> lesson.trials().size()).sum();
    long faults = done.stream().filter(lesson -> lesson.fault() != null).count();
    return Counted.of(done.size(), "lesson")
        + ": "
        + (all - failed)
        + " passed, "
        + failed
        + " failed"
        + (warned == 0 ? "" : ", " + Counted.of(warned, "warning"))
        + (faults == 0 ? "" : ", " + Counted.of(faults, "lesson") + " without a lab to the end");
  }

  /** What failed is sure; that a lab failed says only that there may be more. */
  static ExitCode code(List<Rehearsed> done) {
    if (done.stream().anyMatch(lesson -> lesson.failed() > 0)) {
      return ExitCode.CHECKS_FAILED;
    }
    List<LabFault> faults = done.stream().map(Rehearsed::fault).filter(Objects::nonNull).toList();
    if (!faults.isEmpty()) {
      boolean lost = faults.stream().anyMatch(fault -> fault.kind() == LabFault.Kind.LOST);
      return lost ? ExitCode.LAB_LOST : ExitCode.NO_LAB;
    }
    boolean nothing = done.stream().allMatch(lesson -> lesson.trials().isEmpty());
    return nothing ? ExitCode.CHECKS_FAILED : ExitCode.OK;
  }
}
