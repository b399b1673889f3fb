package dev.deckhand.shell.cli.learn;

import dev.deckhand.lesson.Lesson;
import dev.deckhand.lesson.LessonId;
import dev.deckhand.lesson.Step;
import dev.deckhand.lesson.StepOrder;
import dev.deckhand.lesson.StepOrderMode;
import dev.deckhand.session.Session;
import dev.deckhand.session.journal.JournalEvent;
import dev.deckhand.session.journal.RecordedProgress;
import dev.deckhand.shell.cli.common.CommandContext;
import dev.deckhand.shell.journal.JournalEntry;
import dev.deckhand.shell.journal.LessonProgress;
import dev.deckhand.shell.journal.StepOrderHistory;
import dev.deckhand.shell.loop.Bookmark;
import dev.deckhand.shell.loop.BookmarkKeeper;
import dev.deckhand.shell.loop.FaultLog;
import dev.deckhand.shell.loop.SessionFolders;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Opens a session of a lesson: a new one, a continued one, or one whose process was killed. */
final class SessionOpener {

  private final CommandContext context;
  private final boolean scripted;
  private final FaultLog log;

  /**
   * @param scripted whether a script runs it, which can't follow a random order
   */
  SessionOpener(CommandContext context, boolean scripted, FaultLog log) {
    this.context = context;
    this.scripted = scripted;
    this.log = log;
  }

  /**
   * Creates a session, or takes over one of this lesson whose process was killed.
   *
   * @param restart whether to start at the first step, in a new lab
   */
  OpenedSession open(Lesson lesson, boolean restart) throws IOException {
    context.state().create();
    List<JournalEntry> entries = context.journal().entries(lesson.id());
    LessonProgress lessonProgress = LessonProgress.of(entries);
    var orders = StepOrderHistory.of(entries);
    boolean undrawn = lesson.ordering() == StepOrderMode.DRAWN && !lessonProgress.begun();
    if (restart || lessonProgress.finished() || undrawn) {
      return startRun(lesson, orders);
    }
    int steps = lesson.steps().size();
    StepOrder last = orders.latest().orElse(StepOrder.asWritten(steps));
    StepOrder order = last.resizedTo(steps);
    if (!order.equals(last)) {
      // the number of steps has changed since
      return openFresh(
          resumedSession(lesson.withStepOrder(order), lessonProgress),
          new JournalEvent.StepOrderDrawn(order.written()));
    }
    Lesson walked = lesson.withStepOrder(order);
    Session session = resumedSession(walked, lessonProgress);
    Step step = session.step();
    Optional<SessionFolders.LockedFolder> left =
        context
            .sessionFolders()
            .adopt(mark -> fits(mark, walked, step) && !isFromEarlierRun(mark, orders));
    if (left.isEmpty()) {
      return openFresh(session, null);
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
  private OpenedSession startRun(Lesson lesson, StepOrderHistory orders) throws IOException {
    int steps = lesson.steps().size();
    boolean drawn = lesson.ordering() == StepOrderMode.DRAWN;
    StepOrder order =
        drawn && !scripted
            ? StepOrder.random(steps, context.environment().random())
            : StepOrder.asWritten(steps);
    boolean plain = !drawn && orders.latest().isEmpty();
    return openFresh(
        Session.startingAt(lesson.withStepOrder(order), 1, Map.of()),
        plain ? null : new JournalEvent.StepOrderDrawn(order.written()));
  }

  /** Returns whether a lab is from a session with another order of steps. */
  private static boolean isFromEarlierRun(Bookmark mark, StepOrderHistory orders) {
    return mark.startedAt().isBefore(orders.drawnAt());
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

  private OpenedSession openFresh(Session session, JournalEvent.@Nullable StepOrderDrawn drew)
      throws IOException {
    LessonId lesson = session.lesson().id();
    SessionFolders.LockedFolder lockedFolder =
        context.sessionFolders().open(context.state().workspace(lesson));
    if (drew != null) {
      context.journal().append(lockedFolder.folder().id(), lesson, drew);
    }
    var first =
        Bookmark.initial(
            BuildId.current(),
            lesson,
            lockedFolder.folder().workspace(),
            context.environment().clock().instant());
    return new OpenedSession(
        lockedFolder, session, BookmarkKeeper.forNewSession(lockedFolder, first, log));
  }
}
