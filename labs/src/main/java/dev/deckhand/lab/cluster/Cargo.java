package dev.deckhand.lab.cluster;

import dev.deckhand.lab.BootProgress;
import dev.deckhand.lab.container.Waiting;
import dev.deckhand.lab.docker.EngineApi;
import dev.deckhand.lab.docker.EngineExec;
import dev.deckhand.lab.docker.EngineGone;
import dev.deckhand.lab.docker.EngineRefusal;
import dev.deckhand.lab.image.ClusterStore;
import dev.deckhand.lab.image.Shipment;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;

/** The images that a cluster is given while it starts. */
record Cargo(Shipment shipment, BootProgress progress) {

  private static final Duration BETWEEN_LOOKS = Duration.ofMillis(100);

  /** Waits for containerd and loads the images, on a thread of its own. */
  CompletableFuture<Void> stow(EngineApi host, Waiting waiting) {
    var stowed = new CompletableFuture<Void>();
    Thread.ofVirtual()
        .name("stow")
        .start(() -> {
          try {
            if (!shipment.isEmpty()) {
              awaitContainerd(host, waiting);
              shipment.into(new ClusterStore(host, waiting.container()), progress);
            }
            stowed.complete(null);
          } catch (RuntimeException | InterruptedException failure) {
            stowed.completeExceptionally(failure);
          }
        });
    return stowed;
  }

  private static void awaitContainerd(EngineApi host, Waiting waiting) throws InterruptedException {
    while (true) {
      try {
        var look = List.of("k3s", "ctr", "version");
        if (EngineExec.run(host, waiting.container(), look).exitCode() == 0) {
          return;
        }
      } catch (EngineRefusal | EngineGone notYet) {
        // the container's end is told to whoever waits for it
      }
      waiting.pause(BETWEEN_LOOKS);
    }
  }
}
