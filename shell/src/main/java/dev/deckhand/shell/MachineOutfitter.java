package dev.deckhand.shell;

import dev.deckhand.lab.BootProgress;
import dev.deckhand.lesson.LabNeeds;
import dev.deckhand.shell.cli.Outfitter;
import dev.deckhand.shell.cli.Outside;
import java.util.Optional;

/** Stub until preflight lands. */
final class MachineOutfitter implements Outfitter {

  MachineOutfitter(Outside outside) {}

  @Override
  public Optional<Lack> lacks(LabNeeds needs) {
    return Optional.empty();
  }

  @Override
  public Optional<Lack> lacks() {
    return Optional.empty();
  }

  @Override
  public void provide(BootProgress progress) {}
}
