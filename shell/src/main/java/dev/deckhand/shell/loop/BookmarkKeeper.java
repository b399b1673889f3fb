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
public final class BookmarkKeeper {

  private final BookmarkFile file;
  private final FaultLog log;
  private final boolean inherited;
  private final String unfinishedCommand;
  private Bookmark current;
  private @Nullable Bookmark adopted;

  private BookmarkKeeper(
      SessionFolders.LockedFolder lockedFolder,
      FaultLog log,
      Bookmark mark,
      boolean inherited,
      String unfinished) {
    this.file = BookmarkFile.in(lockedFolder.folder().root());
    this.log = log;
    this.current = mark;
    this.inherited = inherited;
    this.unfinishedCommand = unfinished;
  }

  /** Those of a new room. */
  public static BookmarkKeeper forNewSession(
      SessionFolders.LockedFolder lockedFolder, Bookmark first, FaultLog log) {
    var marks = new BookmarkKeeper(lockedFolder, log, first, false, "");
    marks.write(first);
    return marks;
  }

  /**
   * Those of a dead session's room.
   *
   * @param unfinished the command that ran when it died; empty for none
   */
  public static BookmarkKeeper inherited(
      SessionFolders.LockedFolder lockedFolder, Bookmark left, String unfinished, FaultLog log) {
    return new BookmarkKeeper(lockedFolder, log, left, true, unfinished);
  }

  /** What became of the dead session's lab. */
  Message.LabRecovered recoveryMessage(Instant at) {
    return new Message.LabRecovered(adopted != null, unfinishedCommand, at);
  }

  /** Whether a lab of a dead session may still be there. */
  boolean inherited() {
    return inherited;
  }

  /** The lab of the dead session is there: where it stands counts. */
  void labAdopted() {
    adopted = current;
  }

  /** There is a new lab: it stands nowhere yet. */
  void labStarted() {
    adopted = null;
    write(current.withStep(0, true, Map.of()));
  }

  /** What was seen when a step began, where the lab still stands in that step. */
  Optional<Map<Subject, Observation>> observationsAtStart(Step step) {
    Bookmark known = adopted;
    return known != null && known.isAtStep(step)
        ? Optional.of(known.initialObservations())
        : Optional.empty();
  }

  /** Whether a step can begin in the lab as it is. */
  boolean canBegin(Step step) {
    return adopted != null && adopted.isBeforeStep(step);
  }

  /** Scripts begin to run that bring the lab to a step. */
  void stepPreparing(Step step) {
    adopted = null;
    write(current.withStep(step.number(), false, Map.of()));
  }

  /** The lab stands at the beginning of a step. */
  void stepPrepared(Step step, Map<Subject, Observation> before) {
    adopted = null;
    write(current.withStep(step.number(), true, before));
  }

  private void write(Bookmark next) {
    current = next;
    try {
      file.write(next);
    } catch (IOException full) {
      // a session that is killed now is gone on with in a new lab
      log.write(full);
    }
  }
}
