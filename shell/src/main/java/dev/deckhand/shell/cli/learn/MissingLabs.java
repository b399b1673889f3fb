package dev.deckhand.shell.cli.learn;

import dev.deckhand.lab.BootProgress;
import dev.deckhand.lab.Lab;
import dev.deckhand.lab.LabFactory;
import dev.deckhand.lab.LabFault;
import dev.deckhand.lab.SessionFolder;
import dev.deckhand.lesson.LabNeeds;
import dev.deckhand.shell.cli.common.Provisioner;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;

/**
 * Labs on a machine that lacks something that they need. The first start fails with what is known
 * to be missing; each later one looks again, since the learner may have got it meanwhile. What
 * needs no engine starts as usual.
 */
final class MissingLabs implements LabFactory {

  private final LabFactory labs;
  private final Provisioner provisioner;
  private final LabFault lack;
  private final AtomicBoolean reported = new AtomicBoolean();

  /**
   * @param labs used once nothing is missing
   * @param lack what was missing when the lesson was started
   */
  MissingLabs(LabFactory labs, Provisioner provisioner, LabFault lack) {
    this.labs = labs;
    this.provisioner = provisioner;
    this.lack = lack;
  }

  @Override
  public Lab open(LabNeeds needs, SessionFolder sessionFolder, BootProgress progress)
      throws InterruptedException {
    if (!needs.labs().isEmpty()) {
      if (!reported.getAndSet(true)) {
        throw lack;
      }
      Optional<Provisioner.MissingRequirement> missing = provisioner.findMissing(needs);
      if (missing.isPresent()) {
        throw missing.get().fault();
      }
    }
    return labs.open(needs, sessionFolder, progress);
  }
}
