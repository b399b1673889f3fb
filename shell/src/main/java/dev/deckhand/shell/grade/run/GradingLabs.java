package dev.deckhand.shell.grade.run;

import dev.deckhand.lab.ConfinementLimits;
import dev.deckhand.lab.LabFactory;
import dev.deckhand.lab.LabFault;
import dev.deckhand.lab.api.ApiException;
import dev.deckhand.lab.time.TimedPart;
import dev.deckhand.lesson.LabNeeds;
import dev.deckhand.shell.loop.FaultLog;
import dev.deckhand.shell.loop.SessionFolders;
import java.io.IOException;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Optional;
import java.util.concurrent.Executors;

/**
 * The labs of one lesson. A lab that a submission leaves is cleared for the next one; if that
 * fails, it's replaced. Safe for use by several threads.
 */
public final class GradingLabs implements AutoCloseable {

  private final LabFactory labs;
  private final SessionFolders folders;
  private final LabNeeds needs;
  private final ConfinementLimits limits;
  private final boolean reused;
  private final FaultLog log;
  private final Deque<GradingLab> free = new ArrayDeque<>();

  /**
   * @param reused whether a lab is cleared and used again
   */
  public GradingLabs(
      LabFactory labs,
      SessionFolders folders,
      LabNeeds needs,
      ConfinementLimits limits,
      boolean reused,
      FaultLog log) {
    this.labs = labs;
    this.folders = folders;
    this.needs = needs;
    this.limits = limits;
    this.reused = reused;
    this.log = log;
  }

  /**
   * Takes a lab as it starts.
   *
   * @throws LabFault if none can be started
   */
  GradingLab take() throws IOException, InterruptedException {
    Optional<GradingLab> known = poll();
    if (known.isPresent()) {
      return known.get();
    }
    return GradingLab.open(labs, folders, needs, limits);
  }

  private synchronized Optional<GradingLab> poll() {
    return Optional.ofNullable(free.poll());
  }

  /** Gives back a lab that a submission has left; it's cleared first. */
  void giveBack(GradingLab lab) throws InterruptedException {
    if (!reused) {
      discard(lab);
      return;
    }
    try {
      clear(lab);
      synchronized (this) {
        free.add(lab);
      }
    } catch (InterruptedException stopped) {
      discard(lab);
      throw stopped;
    } catch (LabFault | ApiException unclean) {
      discard(lab);
    } catch (RuntimeException | Error bug) {
      // the grade of the submission that left the lab doesn't depend on this
      log.write(bug);
      discard(lab);
    }
  }

  private static void clear(GradingLab lab) throws InterruptedException {
    try (var _ = TimedPart.of("clear the lab")) {
      lab.lab().clear();
    }
  }

  /** Removes a lab that can't be used any more. */
  void discard(GradingLab lab) {
    try (var _ = TimedPart.of("remove a lab")) {
      lab.close();
    } catch (IOException | RuntimeException | Error stays) {
      log.write(stays);
    }
  }

  @Override
  public void close() {
    try (var removals = Executors.newVirtualThreadPerTaskExecutor()) {
      for (Optional<GradingLab> lab = poll(); lab.isPresent(); lab = poll()) {
        GradingLab last = lab.get();
        removals.execute(() -> discard(last));
      }
    }
  }
}
