package dev.deckhand.shell.cli.machine;

import dev.deckhand.lab.LabFault;
import dev.deckhand.shell.cli.common.CommandContext;
import dev.deckhand.shell.cli.common.DeckhandCommand;
import dev.deckhand.shell.cli.common.ExitCode;
import dev.deckhand.shell.cli.common.Provisioner;
import dev.deckhand.shell.cli.common.ProvisioningDialog;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;

/** {@code deckhand setup}. */
@Command(
    name = "setup",
    mixinStandardHelpOptions = true,
    description = {
      "Install what is missing: an engine from the distribution's packages, and the images.",
      "Images are pulled from a registry, or built from distribution packages if no registry"
          + " answers."
    })
public final class SetupCommand implements Callable<Integer> {

  private final CommandContext context;
  private final DeckhandCommand deckhand;

  public SetupCommand(CommandContext context, DeckhandCommand deckhand) {
    this.context = context;
    this.deckhand = deckhand;
  }

  @Override
  public Integer call() throws InterruptedException {
    var console = deckhand.console(context);
    boolean yes = deckhand.yes;
    Optional<Provisioner.MissingRequirement> missingRequirement =
        context.provisioner().findMissing();
    if (missingRequirement.isEmpty()) {
      console.print("Nothing is missing: the engine and the images are installed.");
      return ExitCode.OK.code();
    }
    LabFault fault = missingRequirement.get().fault();
    console.print(fault.problem());
    if (missingRequirement.get().proposal().isEmpty()) {
      console.error("Deckhand can't install it by itself.", fault.remedy());
      return ExitCode.NO_LAB.code();
    }
    if (!yes && !context.environment().interactive()) {
      console.error("There's no terminal to ask on.", "Type: deckhand setup --yes");
      return ExitCode.NO_LAB.code();
    }
    if (!yes && !console.confirm(missingRequirement.get().proposal())) {
      console.print("Nothing was changed.");
      return ExitCode.NO_LAB.code();
    }
    Optional<LabFault> left =
        new ProvisioningDialog(context.provisioner(), console)
            .provision()
            .or(() ->
                context.provisioner().findMissing().map(Provisioner.MissingRequirement::fault));
    left.ifPresentOrElse(
        missing -> console.error(missing.problem(), missing.remedy()),
        () -> console.print("Everything is installed now. Start with: deckhand learn"));
    return (left.isPresent() ? ExitCode.NO_LAB : ExitCode.OK).code();
  }
}
