package dev.deckhand.shell.cli;

import dev.deckhand.lab.LabFault;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.ParentCommand;

/** {@code deckhand setup}. */
@Command(
    name = "setup",
    mixinStandardHelpOptions = true,
    description = {
      "Get what is missing: an engine from the distribution's packages, and the images.",
      "Images are pulled where a registry answers, and built from distribution packages where none"
          + " does."
    })
final class SetupCommand implements Callable<Integer> {

  @ParentCommand @Nullable DeckhandCommand parent;

  private final Ports ports;

  SetupCommand(Ports ports) {
    this.ports = ports;
  }

  @Override
  public Integer call() throws InterruptedException {
    var voice = new Voice(ports.outside(), parent != null && parent.plain);
    boolean yes = parent != null && parent.yes;
    Optional<Outfitter.Lack> lack = ports.outfitter().lacks();
    if (lack.isEmpty()) {
      voice.say("Everything is there: engine and images.");
      return ExitCode.OK.code();
    }
    LabFault fault = lack.get().fault();
    voice.say(fault.what());
    if (lack.get().offer().isEmpty()) {
      voice.trouble("Deckhand cannot get it by itself.", fault.next());
      return ExitCode.NO_LAB.code();
    }
    if (!yes && !ports.outside().interactive()) {
      voice.trouble("Nobody is there to be asked.", "Type: deckhand setup --yes");
      return ExitCode.NO_LAB.code();
    }
    if (!yes && !voice.agrees(lack.get().offer())) {
      voice.say("Nothing was changed.");
      return ExitCode.NO_LAB.code();
    }
    Optional<LabFault> left =
        new Outfitting(ports.outfitter(), voice)
            .provide()
            .or(() -> ports.outfitter().lacks().map(Outfitter.Lack::fault));
    left.ifPresentOrElse(
        missing -> voice.trouble(missing.what(), missing.next()),
        () -> voice.say("Everything is there now. Begin with: deckhand learn"));
    return (left.isPresent() ? ExitCode.NO_LAB : ExitCode.OK).code();
  }
}
