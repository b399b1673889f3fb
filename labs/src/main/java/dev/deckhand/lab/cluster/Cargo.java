package dev.deckhand.lab.cluster;

import dev.deckhand.lab.BootProgress;
import dev.deckhand.lab.container.Waiting;
import dev.deckhand.lab.docker.EngineApi;
import dev.deckhand.lab.docker.EngineExec;
import dev.deckhand.lab.docker.EngineGone;
import dev.deckhand.lab.docker.EngineRefusal;
import dev.deckhand.lab.image.ClusterStore;
import dev.deckhand.lab.image.HostImage;
import dev.deckhand.lab.image.Preload;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;

/** The images that a cluster is given while it starts. */
record Cargo(Preload preload, List<HostImage> images, BootProgress progress) {

  private static final Duration BETWEEN_LOOKS = Duration.ofMillis(100);

  Cargo {
    images = List.copyOf(images);
  }

  /** Waits for containerd and loads the images, on a thread of its own. */
  CompletableFuture<Void> stow(EngineApi host, Waiting waiting) {
    var stowed = new CompletableFuture<Void>();
    Thread.ofVirtual()
        .name("stow")
        .start(() -> {
          try {
            if (!images.isEmpty()) {
              awaitContainerd(host, waiting);
              preload.into(new ClusterStore(host, waiting.container()), images, progress);
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
