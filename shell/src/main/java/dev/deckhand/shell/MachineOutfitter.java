package dev.deckhand.shell;

import dev.deckhand.lab.BootProgress;
import dev.deckhand.lab.preflight.Machine;
import dev.deckhand.lab.preflight.MachineReport;
import dev.deckhand.lab.preflight.Preflight;
import dev.deckhand.lab.preflight.SetupPlan;
import dev.deckhand.lab.preflight.SetupRun;
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
  private final SetupRun setup;

  MachineOutfitter(Machine machine, Supplier<Library> library) {
    this.machine = machine;
    this.library = library;
    this.setup = new SetupRun(machine);
  }

  @Override
  public MachineReport examine() throws InterruptedException {
    return new Preflight(machine).examine(allNeeds());
  }

  @Override
  public Optional<Lack> lacks(LabNeeds needs) {
    SetupPlan plan = setup.plan(List.of(needs));
    // what a registry has is pulled when the lab starts, with a bar of its own: nothing to ask
    return plan.isUrgent() ? lack(plan) : Optional.empty();
  }

  @Override
  public Optional<Lack> lacks() {
    return lack(setup.plan(allNeeds()));
  }

  @Override
  public void provide(BootProgress progress) throws InterruptedException {
    setup.provide(allNeeds(), progress);
  }

  private static Optional<Lack> lack(SetupPlan plan) {
    return plan.fault().map(fault -> new Lack(fault, plan.offer()));
  }

  private List<LabNeeds> allNeeds() {
    return library.get().lessons().stream().map(LessonCard::needs).toList();
  }
}
