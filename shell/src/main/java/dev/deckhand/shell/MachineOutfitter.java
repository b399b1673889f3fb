package dev.deckhand.shell;

import dev.deckhand.lab.BootProgress;
import dev.deckhand.lab.preflight.Machine;
import dev.deckhand.lab.preflight.MachineReport;
import dev.deckhand.lab.preflight.Preflight;
import dev.deckhand.lesson.LabNeeds;
import dev.deckhand.lesson.LessonCard;
import dev.deckhand.lesson.Library;
import dev.deckhand.shell.cli.Outfitter;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/** Gets this machine what the catalogue's lessons need. */
final class MachineOutfitter implements Outfitter {

  private final Machine machine;
  private final Supplier<Library> library;

  MachineOutfitter(Machine machine, Supplier<Library> library) {
    this.machine = machine;
    this.library = library;
  }

  @Override
  public MachineReport examine() throws InterruptedException {
    return new Preflight(machine).examine(allNeeds());
  }

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

  private List<LabNeeds> allNeeds() {
    return library.get().lessons().stream().map(LessonCard::needs).toList();
  }
}
