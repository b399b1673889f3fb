package dev.deckhand.shell.loop;

import dev.deckhand.check.Observation;
import dev.deckhand.check.Subject;
import dev.deckhand.lesson.Step;
import dev.deckhand.session.Message;
import java.io.IOException;
import java.nio.channels.ClosedByInterruptException;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Keeps a session's bookmark up to date, and knows the bookmark of a killed session whose lab was
 * taken over. For one thread at a time.
 */
public final class BookmarkKeeper {

  private final BookmarkFile file;
  private final FaultLog log;
  private final boolean inherited;
  private final String unfinishedCommand;
  private Bookmark current;
  private @Nullable Bookmark adopted;
  private volatile boolean settled;

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

  /** Begins with a new session. */
  public static BookmarkKeeper forNewSession(
      SessionFolders.LockedFolder lockedFolder, Bookmark first, FaultLog log) {
    return new BookmarkKeeper(lockedFolder, log, first, false, "");
  }

  /**
   * Takes over from a killed session.
   *
   * @param unfinished the command that ran when it was killed; empty for none
   */
  public static BookmarkKeeper inherited(
      SessionFolders.LockedFolder lockedFolder, Bookmark left, String unfinished, FaultLog log) {
    return new BookmarkKeeper(lockedFolder, log, left, true, unfinished);
  }

  /** Tells the session what became of the killed session's lab. */
  Message.LabRecovered recoveryMessage(Instant at) {
    return new Message.LabRecovered(adopted != null, unfinishedCommand, at);
  }

  /** Whether the lab of a killed session may still be there. */
  boolean inherited() {
    return inherited;
  }

  /**
   * Whether the session ended before it was known what became of the killed session's lab, which
   * may still run.
   */
  public boolean leavesInheritedLab() {
    return inherited && !settled;
  }

  /** The lab of the killed session is there, and its bookmark counts. */
  void labAdopted() {
    settled = true;
    adopted = current;
  }

  /** There is a new lab, which is not prepared for any step. */
  void labStarted() {
    settled = true;
    adopted = null;
    write(current.withStep(0, true, Map.of()));
  }

  /** A lab is about to start: what is known of the session is on the disk before it exists. */
  void labRequested() {
    write(current);
  }

  /** What was observed when a step began, if the lab is still in that step. */
  Optional<Map<Subject, Observation>> observationsAtStart(Step step) {
    Bookmark known = adopted;
    return known != null && known.isAtStep(step)
        ? Optional.of(known.initialObservations())
        : Optional.empty();
  }

  /** Whether a step can begin in the lab without preparing it. */
  boolean canBegin(Step step) {
    return adopted != null && adopted.isBeforeStep(step);
  }

  /** Scripts start to prepare the lab for a step. */
  void stepPreparing(Step step) {
    adopted = null;
    write(current.withStep(step.number(), false, Map.of()));
  }

  /** The lab is at the beginning of a step. */
  void stepPrepared(Step step, Map<Subject, Observation> before) {
    adopted = null;
    write(current.withStep(step.number(), true, before));
  }

  private void write(Bookmark next) {
    current = next;
    try {
      file.write(next);
    } catch (ClosedByInterruptException ending) {
      // whoever ends the session interrupts it, and the earlier bookmark stays
    } catch (IOException full) {
      // if the session is killed now, it continues in a new lab
      log.write(full);
    }
  }
}
