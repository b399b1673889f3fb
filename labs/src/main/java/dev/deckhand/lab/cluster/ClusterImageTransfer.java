package dev.deckhand.lab.cluster;

import dev.deckhand.lab.BootProgress;
import dev.deckhand.lab.api.ApiException;
import dev.deckhand.lab.container.ReadinessWait;
import dev.deckhand.lab.docker.EngineApi;
import dev.deckhand.lab.docker.EngineExec;
import dev.deckhand.lab.image.ClusterImageStore;
import dev.deckhand.lab.image.ImageTransfer;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;

/** The images that a cluster is given while it starts. */
record ClusterImageTransfer(ImageTransfer transfer, BootProgress progress) {

  private static final Duration POLL_INTERVAL = Duration.ofMillis(100);

  /** Waits for containerd and loads the images, on a thread of its own. */
  CompletableFuture<Void> startLoading(EngineApi host, ReadinessWait readinessWait) {
    var stowed = new CompletableFuture<Void>();
    Thread.ofVirtual()
        .name("image-import")
        .start(() -> {
          try {
            if (!transfer.isEmpty()) {
              awaitContainerd(host, readinessWait);
              transfer.loadInto(new ClusterImageStore(host, readinessWait.container()), progress);
            }
            stowed.complete(null);
          } catch (RuntimeException | InterruptedException failure) {
            stowed.completeExceptionally(failure);
          }
        });
    return stowed;
  }

  private static void awaitContainerd(EngineApi host, ReadinessWait readinessWait)
      throws InterruptedException {
    while (true) {
      try {
        var look = List.of("k3s", "ctr", "version");
        if (EngineExec.run(host, readinessWait.container(), look).exitCode() == 0) {
          return;
        }
      } catch (ApiException notYet) {
        // the container's end is told to whoever waits for it
      }
      readinessWait.pause(POLL_INTERVAL);
    }
  }
}
