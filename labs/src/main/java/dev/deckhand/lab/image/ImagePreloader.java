package dev.deckhand.lab.image;

import dev.deckhand.lab.BootProgress;
import dev.deckhand.lab.docker.EngineApi;
import java.util.List;

/** Copies images from the machine's engine into a lab. */
public record ImagePreloader(EngineApi host, HostImages images) {

  /** Starts to export images for a store that doesn't exist yet. */
  public ImageTransfer startTransfer(List<HostImage> cargo) {
    return ImageTransfer.of(host, images, cargo);
  }

  /**
   * Copies images into a store, where they get the names that the lesson uses.
   *
   * @throws dev.deckhand.lab.LabFault if the store can't load them
   */
  public void load(ImageStore store, List<HostImage> cargo, BootProgress progress) {
    try (ImageTransfer transfer = startTransfer(cargo)) {
      transfer.loadInto(store, progress);
    }
  }
}
