package dev.deckhand.shell.cli;

import dev.deckhand.lesson.Lesson;
import dev.deckhand.lesson.LessonId;
import dev.deckhand.lesson.Ordering;
import dev.deckhand.lesson.Step;
import dev.deckhand.lesson.StepOrder;
import dev.deckhand.session.Deed;
import dev.deckhand.session.Recollection;
import dev.deckhand.session.Session;
import dev.deckhand.shell.journal.Entry;
import dev.deckhand.shell.journal.Progress;
import dev.deckhand.shell.journal.WalkOrders;
import dev.deckhand.shell.loop.Bookmark;
import dev.deckhand.shell.loop.Bookmarks;
import dev.deckhand.shell.loop.FaultLog;
import dev.deckhand.shell.loop.SessionRooms;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Lets a learner into a lesson: anew, where it was left, or back into a session that died. */
final class Doorway {

  private final Ports ports;
  private final boolean scripted;
  private final FaultLog log;

  /**
   * @param scripted whether a script walks, which cannot follow an order that is drawn
   */
  Doorway(Ports ports, boolean scripted, FaultLog log) {
    this.ports = ports;
    this.scripted = scripted;
    this.log = log;
  }

  /**
   * Opens a room, or takes over that of a session of this lesson whose process was killed.
   *
   * @param restart whether to begin at the first step, in a new lab
   */
  Entrance enter(Lesson lesson, boolean restart) throws IOException {
    ports.state().make();
    List<Entry> entries = ports.journal().entries(lesson.id());
    Progress progress = Progress.of(entries);
    var orders = WalkOrders.of(entries);
    boolean undrawn = lesson.ordering() == Ordering.DRAWN && !progress.begun();
    if (restart || progress.finished() || undrawn) {
      return begin(lesson, orders);
    }
    int steps = lesson.steps().size();
    StepOrder last = orders.last().orElse(StepOrder.asWritten(steps));
    StepOrder order = last.fitted(steps);
    if (!order.equals(last)) {
      // the lesson has another number of steps since
      return anew(at(lesson.inOrder(order), progress), new Deed.Drew(order.written()));
    }
    Lesson walked = lesson.inOrder(order);
    Session session = at(walked, progress);
    Step step = session.step();
    Optional<SessionRooms.Held> left =
        ports.rooms().inherit(mark -> fits(mark, walked, step) && !isBefore(mark, orders));
    if (left.isEmpty()) {
      return anew(session, null);
    }
    SessionRooms.Held held = left.get();
    Recollection past = recollection(entries, held.room().id());
    return new Entrance(
        held,
        session.recalling(past),
        Bookmarks.inherited(held, held.mark(), past.unfinished(), log));
  }

  private static Session at(Lesson lesson, Progress progress) {
    int steps = lesson.steps().size();
    return Session.at(lesson, progress.resumeAt(steps), progress.carried(steps));
  }

  /** Begins a walk, in an order that is written down where it is not plainly the file's. */
  private Entrance begin(Lesson lesson, WalkOrders orders) throws IOException {
    int steps = lesson.steps().size();
    boolean drawn = lesson.ordering() == Ordering.DRAWN;
    StepOrder order =
        drawn && !scripted
            ? StepOrder.drawn(steps, ports.outside().random())
            : StepOrder.asWritten(steps);
    boolean plain = !drawn && orders.last().isEmpty();
    return anew(
        Session.at(lesson.inOrder(order), 1, Map.of()),
        plain ? null : new Deed.Drew(order.written()));
  }

  /** Whether a lab is from a walk in which the steps had another order. */
  private static boolean isBefore(Bookmark mark, WalkOrders orders) {
    return mark.began().isBefore(orders.since());
  }

  private static boolean fits(Bookmark mark, Lesson lesson, Step step) {
    return mark.lesson().equals(lesson.id())
        && mark.version().equals(DeckhandCommand.VERSION)
        && (mark.standsAt(step) || mark.standsBefore(step));
  }

  private static Recollection recollection(List<Entry> entries, String session) {
    return Recollection.of(
        entries.stream()
            .filter(entry -> entry.session().equals(session))
            .map(Entry::deed)
            .toList());
  }

  private Entrance anew(Session session, Deed.@Nullable Drew drew) throws IOException {
    LessonId lesson = session.lesson().id();
    SessionRooms.Held held = ports.rooms().open(ports.state().workspace(lesson));
    if (drew != null) {
      ports.journal().append(held.room().id(), lesson, drew);
    }
    var first =
        Bookmark.first(
            DeckhandCommand.VERSION,
            lesson,
            held.room().workspace(),
            ports.outside().clock().instant());
    return new Entrance(held, session, Bookmarks.begun(held, first, log));
  }
}
