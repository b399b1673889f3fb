package dev.deckhand.shell.cli.learn;

import dev.deckhand.lab.BootProgress;
import dev.deckhand.lab.Lab;
import dev.deckhand.lab.LabFactory;
import dev.deckhand.lab.LabFault;
import dev.deckhand.lab.SessionFolder;
import dev.deckhand.lesson.LabNeeds;
import dev.deckhand.shell.cli.common.Provisioner;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;

/**
 * Labs on a machine that may lack something that they need. Each start looks, since the learner may
 * have got or removed something meanwhile; if something is known to be missing, the first start
 * fails with that. What needs no engine starts as usual.
 */
final class ExaminedLabs implements LabFactory {

  private final LabFactory labs;
  private final Provisioner provisioner;
  private final Runnable whenMissing;
  private final AtomicReference<@Nullable LabFault> known;

  /**
   * @param labs used once nothing is missing
   * @param known what was missing when the lesson was started; null if nothing was, or nobody
   *     looked
   * @param whenMissing runs when a start finds that something is missing
   */
  ExaminedLabs(
      LabFactory labs, Provisioner provisioner, @Nullable LabFault known, Runnable whenMissing) {
    this.labs = labs;
    this.provisioner = provisioner;
    this.whenMissing = whenMissing;
    this.known = new AtomicReference<>(known);
  }

  @Override
  public Lab open(LabNeeds needs, SessionFolder sessionFolder, BootProgress progress)
      throws InterruptedException {
    if (!needs.labs().isEmpty()) {
      LabFault first = known.getAndSet(null);
      if (first != null) {
        throw first;
      }
      Optional<Provisioner.MissingRequirement> missing = provisioner.findMissing(needs);
      if (missing.isPresent()) {
        whenMissing.run();
        throw missing.get().fault();
      }
    }
    return labs.open(needs, sessionFolder, progress);
  }

  @Override
  public Optional<Lab> adopt(LabNeeds needs, SessionFolder sessionFolder)
      throws InterruptedException {
    return labs.adopt(needs, sessionFolder);
  }
}
