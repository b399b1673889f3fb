package dev.deckhand.lab.image;

import dev.deckhand.lab.BootProgress;
import dev.deckhand.lab.docker.EngineApi;
import java.util.List;

/** Carries images from the machine's engine into a lab. */
public record ImagePreloader(EngineApi host, HostImages images) {

  /** Lets the engine begin to pack images, for a store that is not there yet. */
  public ImageTransfer startTransfer(List<HostImage> cargo) {
    return ImageTransfer.of(host, images, cargo);
  }

  /**
   * Carries images into a store; they have the lesson's names there.
   *
   * @throws dev.deckhand.lab.LabFault if the store does not take them
   */
  public void load(ImageStore store, List<HostImage> cargo, BootProgress progress) {
    try (ImageTransfer transfer = startTransfer(cargo)) {
      transfer.loadInto(store, progress);
    }
  }
}
