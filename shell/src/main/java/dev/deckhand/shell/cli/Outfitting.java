package dev.deckhand.shell.cli;

import dev.deckhand.lab.LabFault;
import dev.deckhand.lesson.LabNeeds;
import java.util.Optional;

/** Gets what a lesson's lab needs, after asking once where something would be installed. */
final class Outfitting {

  private final Outfitter outfitter;
  private final Voice voice;

  Outfitting(Outfitter outfitter, Voice voice) {
    this.outfitter = outfitter;
    this.voice = voice;
  }

  /** Makes sure that a lesson's lab can start; what is still missing if it cannot. */
  Optional<LabFault> ensure(LabNeeds needs, boolean yes, boolean askable)
      throws InterruptedException {
    Optional<Outfitter.Lack> lack = outfitter.lacks(needs);
    if (lack.isEmpty()) {
      return Optional.empty();
    }
    LabFault fault = lack.get().fault();
    String offer = lack.get().offer();
    if (offer.isEmpty()) {
      return Optional.of(fault);
    }
    if (!yes) {
      if (!askable) {
        return Optional.of(fault);
      }
      voice.trouble(fault.what(), "");
      if (!voice.agrees(offer)) {
        return Optional.of(fault);
      }
    }
    return provide().or(() -> outfitter.lacks(needs).map(Outfitter.Lack::fault));
  }

  /** Gets all that is missing; what went wrong if something did. */
  Optional<LabFault> provide() throws InterruptedException {
    try (var progress = new SetupLines(voice)) {
      outfitter.provide(progress);
      return Optional.empty();
    } catch (LabFault fault) {
      return Optional.of(fault);
    }
  }
}
