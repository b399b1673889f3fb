package dev.deckhand.shell;

import dev.deckhand.lab.BootProgress;
import dev.deckhand.lab.LabFault;
import dev.deckhand.lab.preflight.HostMachine;
import dev.deckhand.lab.preflight.LabVersionFinder;
import dev.deckhand.lab.preflight.LabVersions;
import dev.deckhand.lab.preflight.MachineReport;
import dev.deckhand.lab.preflight.Preflight;
import dev.deckhand.lab.preflight.setup.SetupPlan;
import dev.deckhand.lab.preflight.setup.SetupRunner;
import dev.deckhand.lesson.CourseLibrary;
import dev.deckhand.lesson.LabNeeds;
import dev.deckhand.lesson.LessonCard;
import dev.deckhand.lesson.version.VersionedTool;
import dev.deckhand.shell.cli.common.Provisioner;
import java.time.Clock;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/** Installs what the catalogue's lessons need on this machine. */
final class LocalMachineSetup implements Provisioner {

  private final HostMachine hostMachine;
  private final Supplier<CourseLibrary> courseLibrary;
  private final SetupRunner setup;
  private final Clock clock;

  LocalMachineSetup(HostMachine hostMachine, Supplier<CourseLibrary> courseLibrary, Clock clock) {
    this.clock = clock;
    this.hostMachine = hostMachine;
    this.courseLibrary = courseLibrary;
    this.setup = new SetupRunner(hostMachine);
  }

  @Override
  public MachineReport examine() throws InterruptedException {
    return new Preflight(hostMachine, clock).examine(allLabNeeds());
  }

  @Override
  public LabVersions labVersions(Collection<VersionedTool> tools) throws InterruptedException {
    return new LabVersionFinder(hostMachine).find(tools);
  }

  @Override
  public Optional<MissingRequirement> findMissing(LabNeeds needs) throws InterruptedException {
    Optional<LabFault> misfit =
        needs.versions().isEmpty()
            ? Optional.empty()
            : labVersions(needs.versions().keySet()).misfit(needs);
    if (misfit.isPresent()) {
      // before anything is installed for a lesson that can't be taken here
      return Optional.of(new MissingRequirement(misfit.get(), ""));
    }
    SetupPlan plan = setup.plan(List.of(needs));
    // images in a registry are pulled when the lab starts, which needs no confirmation
    return plan.isUrgent()
        ? missingPart(plan).map(missing -> withRest(missing, plan))
        : Optional.empty();
  }

  /** Says that building goes on after what the lesson itself needs. */
  private static MissingRequirement withRest(MissingRequirement missing, SetupPlan plan) {
    return plan.builds().isEmpty() || missing.proposal().isEmpty()
        ? missing
        : new MissingRequirement(
            missing.fault(),
            "The images of other lessons are built in the background afterwards, while you learn.\n"
                + missing.proposal());
  }

  @Override
  public Optional<MissingRequirement> findMissing() {
    return missingPart(setup.plan(allLabNeeds()));
  }

  @Override
  public void provision(BootProgress progress) throws InterruptedException {
    setup.run(allLabNeeds(), progress);
    setup.endBackgroundBuild();
  }

  @Override
  public void provision(LabNeeds needs, BootProgress progress) throws InterruptedException {
    List<LabNeeds> own = List.of(needs);
    setup.run(own, progress);
    if (setup.plan(allLabNeeds()).isUrgent()) {
      setup.requestBackgroundBuild();
    }
  }

  @Override
  public boolean backgroundBuildPending() {
    return setup.backgroundBuildPending();
  }

  @Override
  public void buildInBackground(BootProgress progress) throws InterruptedException {
    setup.buildInBackground(allLabNeeds(), progress);
  }

  private static Optional<MissingRequirement> missingPart(SetupPlan plan) {
    return plan.fault().map(fault -> new MissingRequirement(fault, plan.question()));
  }

  private List<LabNeeds> allLabNeeds() {
    return courseLibrary.get().lessons().stream().map(LessonCard::needs).toList();
  }
}
