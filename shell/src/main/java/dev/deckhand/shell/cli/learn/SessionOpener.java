package dev.deckhand.shell.cli.learn;

import dev.deckhand.lesson.Lesson;
import dev.deckhand.lesson.LessonId;
import dev.deckhand.lesson.Step;
import dev.deckhand.lesson.StepOrder;
import dev.deckhand.lesson.StepOrderMode;
import dev.deckhand.lesson.adoc.LessonVariants;
import dev.deckhand.lesson.variable.ValueDraw;
import dev.deckhand.session.Session;
import dev.deckhand.session.journal.JournalEvent;
import dev.deckhand.session.journal.RecordedProgress;
import dev.deckhand.shell.cli.common.CommandContext;
import dev.deckhand.shell.cli.common.UserError;
import dev.deckhand.shell.journal.JournalEntry;
import dev.deckhand.shell.journal.LessonProgress;
import dev.deckhand.shell.journal.SeedHistory;
import dev.deckhand.shell.journal.StepOrderHistory;
import dev.deckhand.shell.loop.Bookmark;
import dev.deckhand.shell.loop.BookmarkKeeper;
import dev.deckhand.shell.loop.FaultLog;
import dev.deckhand.shell.loop.SessionFolders;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.stream.Stream;

/** Opens a session of a lesson: a new one, a continued one, or one whose process was killed. */
public final class SessionOpener {

  private final CommandContext context;
  private final boolean scripted;
  private final FaultLog log;

  /**
   * @param scripted whether a script runs it, which can't follow a random order
   */
  public SessionOpener(CommandContext context, boolean scripted, FaultLog log) {
    this.context = context;
    this.scripted = scripted;
    this.log = log;
  }

  /**
   * Creates a session, or takes over one of this lesson whose process was killed.
   *
   * @param written with its steps as they are written, and the example's names and numbers
   * @throws UserError if the learner asks for another seed than the lesson was begun with
   */
  public OpenedSession open(Lesson written, LessonStart start) throws IOException, UserError {
    context.state().create();
    List<JournalEntry> entries = context.journal().entries(written.id());
    LessonProgress lessonProgress = LessonProgress.of(entries);
    var orders = StepOrderHistory.of(entries);
    var seeds = SeedHistory.of(entries);
    boolean anew = start.restart() || lessonProgress.finished() || !lessonProgress.begun();
    Lesson lesson = drawn(written, seeds, start, anew);
    List<JournalEvent> seedEvents = seedEvents(lesson, seeds);
    boolean undrawn = lesson.ordering() == StepOrderMode.DRAWN && !lessonProgress.begun();
    if (start.restart() || lessonProgress.finished() || undrawn) {
      return startRun(lesson, orders, seedEvents);
    }
    int steps = lesson.steps().size();
    StepOrder last = orders.latest().orElse(StepOrder.asWritten(steps));
    StepOrder order = last.resizedTo(steps);
    if (!order.equals(last)) {
      // the number of steps has changed since
      return openFresh(
          resumedSession(lesson.withStepOrder(order), lessonProgress),
          with(seedEvents, new JournalEvent.StepOrderDrawn(order.written())));
    }
    Lesson walked = lesson.withStepOrder(order);
    Session session = resumedSession(walked, lessonProgress);
    Step step = session.step();
    Optional<SessionFolders.LockedFolder> left =
        context
            .sessionFolders()
            .adopt(mark -> fits(mark, walked, step) && !isFromEarlierRun(mark, orders, seeds));
    if (left.isEmpty()) {
      return openFresh(session, seedEvents);
    }
    SessionFolders.LockedFolder lockedFolder = left.get();
    RecordedProgress past = recollection(entries, lockedFolder.folder().id());
    return new OpenedSession(
        lockedFolder,
        session.withRecordedProgress(past),
        BookmarkKeeper.inherited(
            lockedFolder, lockedFolder.requireBookmark(), past.interruptedCommand(), log));
  }

  private static Session resumedSession(Lesson lesson, LessonProgress lessonProgress) {
    int steps = lesson.steps().size();
    return Session.startingAt(
        lesson, lessonProgress.resumeStep(steps), lessonProgress.resumedOutcomes(steps));
  }

  /** Starts a session; an order that differs from the file's is written to the journal. */
  private OpenedSession startRun(
      Lesson lesson, StepOrderHistory orders, List<JournalEvent> seedEvents) throws IOException {
    int steps = lesson.steps().size();
    boolean drawn = lesson.ordering() == StepOrderMode.DRAWN;
    StepOrder order =
        drawn && !scripted
            ? StepOrder.random(steps, context.environment().random())
            : StepOrder.asWritten(steps);
    boolean plain = !drawn && orders.latest().isEmpty();
    return openFresh(
        Session.startingAt(lesson.withStepOrder(order), 1, Map.of()),
        plain ? seedEvents : with(seedEvents, new JournalEvent.StepOrderDrawn(order.written())));
  }

  /**
   * The lesson with this learner's names and numbers.
   *
   * @param anew whether the first step is next, so that another seed changes nothing that was done
   */
  private Lesson drawn(Lesson written, SeedHistory seeds, LessonStart start, boolean anew)
      throws UserError {
    if (written.variation().isNone()) {
      if (start.seed().isPresent()) {
        throw new UserError(
            written.id() + " is the same for all: nothing in it is drawn from a seed.",
            "Leave out --seed.");
      }
      return written;
    }
    OptionalLong wanted = start.seed();
    OptionalLong latest = seeds.latest();
    if (wanted.isPresent() && !anew && !wanted.equals(latest)) {
      throw new UserError(
          "You began this lesson with another seed"
              + (latest.isPresent() ? ", " + latest.getAsLong() : "")
              + ".",
          "Add --restart to begin again with the seed " + wanted.getAsLong() + ".");
    }
    long seed = wanted.orElseGet(() -> latest.orElseGet(this::newSeed));
    return LessonVariants.of(written, seed);
  }

  /** A script is written for known names and numbers, those of the pages. */
  private long newSeed() {
    return scripted ? ValueDraw.EXAMPLE_SEED : ValueDraw.randomSeed(context.environment().random());
  }

  private static List<JournalEvent> seedEvents(Lesson lesson, SeedHistory seeds) {
    long seed = lesson.variation().seed();
    boolean known = seeds.latest().equals(OptionalLong.of(seed));
    return lesson.variation().isNone() || known
        ? List.of()
        : List.of(new JournalEvent.SeedDrawn(seed));
  }

  private static List<JournalEvent> with(List<JournalEvent> first, JournalEvent last) {
    return Stream.concat(first.stream(), Stream.of(last)).toList();
  }

  /** Returns whether a lab is from a session with another order of steps, or other values. */
  private static boolean isFromEarlierRun(
      Bookmark mark, StepOrderHistory orders, SeedHistory seeds) {
    return mark.startedAt().isBefore(orders.drawnAt())
        || mark.startedAt().isBefore(seeds.drawnAt());
  }

  private static boolean fits(Bookmark mark, Lesson lesson, Step step) {
    return mark.lesson().equals(lesson.id())
        && mark.version().equals(BuildId.current())
        && (mark.isAtStep(step) || mark.isBeforeStep(step));
  }

  private static RecordedProgress recollection(List<JournalEntry> entries, String session) {
    return RecordedProgress.of(
        entries.stream()
            .filter(journalEntry -> journalEntry.session().equals(session))
            .map(JournalEntry::event)
            .toList());
  }

  private OpenedSession openFresh(Session session, List<JournalEvent> first) throws IOException {
    LessonId lesson = session.lesson().id();
    SessionFolders.LockedFolder lockedFolder =
        context.sessionFolders().open(context.state().workspace(lesson));
    for (JournalEvent event : first) {
      context.journal().append(lockedFolder.folder().id(), lesson, event);
    }
    var bookmark =
        Bookmark.initial(
            BuildId.current(),
            lesson,
            lockedFolder.folder().workspace(),
            context.environment().clock().instant());
    return new OpenedSession(
        lockedFolder, session, BookmarkKeeper.forNewSession(lockedFolder, bookmark, log));
  }
}
