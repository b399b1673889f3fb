package dev.deckhand.shell.loop;

import dev.deckhand.check.Observation;
import dev.deckhand.check.Subject;
import dev.deckhand.lesson.Step;
import dev.deckhand.session.Message;
import java.io.IOException;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What a session knows of its lab's past, and writes down for one that may come after it. For one
 * thread at a time.
 */
public final class Bookmarks {

  private final BookmarkFile file;
  private final FaultLog log;
  private final boolean inherited;
  private final String unfinished;
  private Bookmark mark;
  private @Nullable Bookmark kept;

  private Bookmarks(
      SessionRooms.Held held, FaultLog log, Bookmark mark, boolean inherited, String unfinished) {
    this.file = BookmarkFile.in(held.room().root());
    this.log = log;
    this.mark = mark;
    this.inherited = inherited;
    this.unfinished = unfinished;
  }

  /** Those of a new room. */
  public static Bookmarks begun(SessionRooms.Held held, Bookmark first, FaultLog log) {
    var marks = new Bookmarks(held, log, first, false, "");
    marks.write(first);
    return marks;
  }

  /**
   * Those of a dead session's room.
   *
   * @param unfinished the command that ran when it died; empty for none
   */
  public static Bookmarks inherited(
      SessionRooms.Held held, Bookmark left, String unfinished, FaultLog log) {
    return new Bookmarks(held, log, left, true, unfinished);
  }

  /** What became of the dead session's lab. */
  Message.Regained regained(Instant at) {
    return new Message.Regained(kept != null, unfinished, at);
  }

  /** Whether a lab of a dead session may still be there. */
  boolean inherited() {
    return inherited;
  }

  /** The lab of the dead session is there: where it stands counts. */
  void keep() {
    kept = mark;
  }

  /** There is a new lab: it stands nowhere yet. */
  void begin() {
    kept = null;
    write(mark.at(0, true, Map.of()));
  }

  /** What was seen when a step began, where the lab still stands in that step. */
  Optional<Map<Subject, Observation>> remembered(Step step) {
    Bookmark known = kept;
    return known != null && known.standsAt(step) ? Optional.of(known.before()) : Optional.empty();
  }

  /** Whether a step can begin in the lab as it is. */
  boolean canBegin(Step step) {
    return kept != null && kept.standsBefore(step);
  }

  /** Scripts begin to run that bring the lab to a step. */
  void preparing(Step step) {
    kept = null;
    write(mark.at(step.number(), false, Map.of()));
  }

  /** The lab stands at the beginning of a step. */
  void prepared(Step step, Map<Subject, Observation> before) {
    kept = null;
    write(mark.at(step.number(), true, before));
  }

  private void write(Bookmark next) {
    mark = next;
    try {
      file.write(next);
    } catch (IOException full) {
      // a session that is killed now is gone on with in a new lab
      log.write(full);
    }
  }
}
