package dev.deckhand.shell.cli;

import dev.deckhand.lesson.Lesson;
import dev.deckhand.lesson.Step;
import dev.deckhand.session.Recollection;
import dev.deckhand.session.Session;
import dev.deckhand.shell.journal.Entry;
import dev.deckhand.shell.journal.Progress;
import dev.deckhand.shell.loop.Bookmark;
import dev.deckhand.shell.loop.Bookmarks;
import dev.deckhand.shell.loop.FaultLog;
import dev.deckhand.shell.loop.SessionRooms;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Lets a learner into a lesson: anew, where it was left, or back into a session that died. */
final class Doorway {

  private final Ports ports;
  private final FaultLog log;

  Doorway(Ports ports, FaultLog log) {
    this.ports = ports;
    this.log = log;
  }

  /**
   * Opens a room, or takes over that of a session of this lesson whose process was killed.
   *
   * @param restart whether to begin at the first step, in a new lab
   */
  Entrance enter(Lesson lesson, boolean restart) throws IOException {
    ports.state().make();
    if (restart) {
      return anew(lesson, Session.at(lesson, 1, Map.of()));
    }
    List<Entry> entries = ports.journal().entries(lesson.id());
    Progress progress = Progress.of(entries);
    int steps = lesson.steps().size();
    int resume = progress.resumeAt(steps);
    Session session = Session.at(lesson, resume, progress.carried(steps));
    Step step = lesson.steps().get(resume - 1);
    Optional<SessionRooms.Held> left =
        progress.finished()
            ? Optional.empty()
            : ports.rooms().inherit(mark -> fits(mark, lesson, step));
    if (left.isEmpty()) {
      return anew(lesson, session);
    }
    SessionRooms.Held held = left.get();
    Recollection past = recollection(entries, held.room().id());
    return new Entrance(
        held,
        session.recalling(past),
        Bookmarks.inherited(held, held.mark(), past.unfinished(), log));
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

  private Entrance anew(Lesson lesson, Session session) throws IOException {
    SessionRooms.Held held = ports.rooms().open(ports.state().workspace(lesson.id()));
    var first =
        Bookmark.first(
            DeckhandCommand.VERSION,
            lesson.id(),
            held.room().workspace(),
            ports.outside().clock().instant());
    return new Entrance(held, session, Bookmarks.begun(held, first, log));
  }
}
