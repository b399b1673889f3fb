package dev.deckhand.workshop.seat;

import dev.deckhand.lab.BootProgress;
import dev.deckhand.lab.ConfinedLab;
import dev.deckhand.lab.ConfinementLimits;
import dev.deckhand.lab.Lab;
import dev.deckhand.lab.LabFactory;
import dev.deckhand.lab.LabFault;
import dev.deckhand.lab.SessionFolder;
import dev.deckhand.lab.Workspace;
import dev.deckhand.lesson.LabNeeds;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The labs of one seat: what the learner types never runs on this machine, but in a container that
 * reaches nothing but the lab.
 */
final class SeatLabs implements LabFactory {

  private final LabFactory labs;
  private final ConfinementLimits limits;
  private final Runnable beforeOpening;
  private volatile @Nullable ConfinedLab open;

  /**
   * @param beforeOpening called before a new lab is opened; may throw a {@link LabFault}
   */
  SeatLabs(LabFactory labs, ConfinementLimits limits, Runnable beforeOpening) {
    this.labs = labs;
    this.limits = limits;
    this.beforeOpening = beforeOpening;
  }

  @Override
  public Lab open(LabNeeds needs, SessionFolder folder, BootProgress progress)
      throws InterruptedException {
    beforeOpening.run();
    return opened(labs.openConfined(needs, folder, limits, progress));
  }

  @Override
  public Optional<Lab> adopt(LabNeeds needs, SessionFolder folder) throws InterruptedException {
    return labs.adoptConfined(needs, folder, limits).map(this::opened);
  }

  private Lab opened(ConfinedLab lab) {
    open = lab;
    return lab.lab();
  }

  /** Opens a workspace with a terminal in the lab that was opened last. */
  Workspace workspace(SessionFolder folder, Map<String, String> environment) {
    ConfinedLab lab = open;
    if (lab == null) {
      throw new LabFault(
          LabFault.Kind.LOST, "There is no workspace yet.", "Type \"reset\" to open one.");
    }
    return lab.terminal();
  }
}
