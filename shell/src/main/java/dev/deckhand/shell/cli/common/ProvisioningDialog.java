package dev.deckhand.shell.cli.common;

import dev.deckhand.lab.BootProgress;
import dev.deckhand.lab.LabFault;
import dev.deckhand.lesson.LabNeeds;
import java.util.Optional;

/** Installs what a lesson's lab needs, after asking for confirmation once. */
public final class ProvisioningDialog {

  private final Provisioner provisioner;
  private final CommandConsole console;

  public ProvisioningDialog(Provisioner provisioner, CommandConsole console) {
    this.provisioner = provisioner;
    this.console = console;
  }

  /** Makes sure that a lesson's lab can start; returns the fault if it can't. */
  public Optional<LabFault> ensureProvisioned(LabNeeds needs, boolean yes, boolean askable)
      throws InterruptedException {
    Optional<Provisioner.MissingRequirement> missingRequirement = provisioner.findMissing(needs);
    if (missingRequirement.isEmpty()) {
      return Optional.empty();
    }
    LabFault fault = missingRequirement.get().fault();
    String offer = missingRequirement.get().proposal();
    if (offer.isEmpty()) {
      return Optional.of(fault);
    }
    if (!yes) {
      if (!askable) {
        return Optional.of(fault);
      }
      console.error(fault.problem(), "");
      if (!console.confirm(offer)) {
        return Optional.of(fault);
      }
    }
    Optional<LabFault> failed = run(progress -> provisioner.provision(needs, progress));
    return failed.isPresent()
        ? failed
        : provisioner.findMissing(needs).map(Provisioner.MissingRequirement::fault);
  }

  /** Installs everything that is missing; returns the fault if that failed. */
  public Optional<LabFault> provision() throws InterruptedException {
    return run(provisioner::provision);
  }

  private Optional<LabFault> run(Installation installation) throws InterruptedException {
    try (var progress = new ConsoleProgress(console)) {
      installation.run(progress);
      return Optional.empty();
    } catch (LabFault fault) {
      return Optional.of(fault);
    }
  }

  private interface Installation {
    void run(BootProgress progress) throws InterruptedException;
  }
}
