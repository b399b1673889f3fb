package dev.deckhand.lab.cluster;

import dev.deckhand.lab.BootProgress;
import dev.deckhand.lab.api.ApiException;
import dev.deckhand.lab.container.LabContainer;
import dev.deckhand.lab.container.ReadinessWait;
import dev.deckhand.lab.image.ClusterImageStore;
import dev.deckhand.lab.image.ImageTransfer;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;

/** Loads images into a cluster while it starts. */
record ClusterImageTransfer(ImageTransfer transfer, BootProgress progress) {

  private static final Duration POLL_INTERVAL = Duration.ofMillis(100);

  /** Waits for containerd and loads the images, on a thread of its own. */
  CompletableFuture<Void> startLoading(ReadinessWait readinessWait) {
    var loaded = new CompletableFuture<Void>();
    Thread.ofVirtual()
        .name("image-import")
        .start(() -> {
          try {
            if (!transfer.isEmpty()) {
              awaitContainerd(readinessWait);
              LabContainer container = readinessWait.container();
              transfer.loadInto(
                  new ClusterImageStore(container.host().api(), container.id()), progress);
            }
            loaded.complete(null);
          } catch (RuntimeException | InterruptedException failure) {
            loaded.completeExceptionally(failure);
          }
        });
    return loaded;
  }

  private static void awaitContainerd(ReadinessWait readinessWait) throws InterruptedException {
    while (true) {
      try {
        if (readinessWait.container().run("k3s", "ctr", "version").exitCode() == 0) {
          return;
        }
      } catch (ApiException notYet) {
        // readinessWait notices the container's end
      }
      readinessWait.pause(POLL_INTERVAL);
    }
  }
}
