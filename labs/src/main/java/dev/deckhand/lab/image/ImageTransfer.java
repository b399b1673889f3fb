package dev.deckhand.lab.image;

import com.github.dockerjava.transport.DockerHttpClient.Request;
import dev.deckhand.lab.BootProgress;
import dev.deckhand.lab.LabFault;
import dev.deckhand.lab.api.ApiException;
import dev.deckhand.lab.api.ApiServer;
import dev.deckhand.lab.api.ApiUnavailable;
import dev.deckhand.lab.docker.EngineApi;
import dev.deckhand.lab.docker.StreamedResponse;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.stream.Collectors;

/**
 * A transfer of images from the machine's engine into a lab, in one stream, so that shared layers
 * are copied once. The engine exports them while the lab starts.
 */
public final class ImageTransfer implements AutoCloseable {

  private static final long REPORT_INTERVAL_BYTES = 1 << 20;

  private final List<HostImage> lessonImages;
  private final HostImages images;
  private final FutureTask<StreamedResponse> export;
  private volatile boolean closed;

  private ImageTransfer(HostImages images, List<HostImage> lessonImages) {
    this.images = images;
    this.lessonImages = List.copyOf(lessonImages);
    this.export = new FutureTask<>(this::startExport);
  }

  /** Starts to export images, for a store that may not exist yet. */
  public static ImageTransfer start(HostImages images, List<HostImage> lessonImages) {
    var transfer = new ImageTransfer(images, lessonImages);
    if (!transfer.isEmpty()) {
      Thread.ofVirtual().name("image-export").start(transfer.export);
    }
    return transfer;
  }

  private StreamedResponse startExport() {
    String names =
        lessonImages.stream()
            .map(image -> "names=" + EngineApi.urlEncode(image.tag()))
            .distinct()
            .collect(Collectors.joining("&"));
    StreamedResponse tar = images.api().open(Request.Method.GET, "/images/get?" + names, null);
    if (closed) {
      tar.close();
    }
    return tar;
  }

  /** Whether there is nothing to load. */
  public boolean isEmpty() {
    return lessonImages.isEmpty();
  }

  /**
   * Loads the images into a store, under the names that the lesson uses.
   *
   * @throws LabFault if the store can't load them
   */
  public void loadInto(ImageStore store, BootProgress progress) {
    if (isEmpty()) {
      return;
    }
    String step =
        lessonImages.size() == 1 ? "Load 1 image" : "Load " + lessonImages.size() + " images";
    long began = System.nanoTime();
    progress.began(step);
    try {
      loadWithRetry(store, step, progress);
      store.rename(lessonImages);
    } catch (IOException | UncheckedIOException | ApiException failed) {
      throw notLoadedFault(failed);
    }
    progress.finished(step, Duration.ofNanos(System.nanoTime() - began));
  }

  /**
   * Loads the images, and tries once more with a new stream if the first one broke off: an image
   * that is rebuilt during its export ends the stream in the middle.
   */
  private void loadWithRetry(ImageStore store, String step, BootProgress progress)
      throws IOException {
    try {
      store.load(
          new ProgressInputStream(
              awaitExport().body(), images.totalBytes(lessonImages), step, progress));
    } catch (IOException | UncheckedIOException | ApiUnavailable brokenOff) {
      if (Thread.currentThread().isInterrupted() || isDiskFull(brokenOff)) {
        throw brokenOff;
      }
      try (ImageTransfer again = start(images, lessonImages)) {
        store.load(
            new ProgressInputStream(
                again.awaitExport().body(), images.totalBytes(lessonImages), step, progress));
      }
    }
  }

  private static boolean isDiskFull(Exception failed) {
    return String.valueOf(failed.getMessage()).contains("no space left on device");
  }

  private StreamedResponse awaitExport() {
    try {
      return export.get();
    } catch (InterruptedException stopped) {
      throw ApiUnavailable.interrupted(ApiServer.ENGINE, stopped);
    } catch (ExecutionException failed) {
      throw ApiUnavailable.of(ApiServer.ENGINE, failed.getCause());
    }
  }

  @Override
  public void close() {
    closed = true;
    if (export.state() == java.util.concurrent.Future.State.SUCCESS) {
      export.resultNow().close();
    } else {
      export.cancel(true);
    }
  }

  private LabFault notLoadedFault(Exception failed) {
    String why =
        failed instanceof ApiException known ? known.message() : ApiUnavailable.reason(failed);
    String names =
        lessonImages.stream()
            .map(HostImage::name)
            .map(ImageName::toString)
            .collect(Collectors.joining(", "));
    boolean full = isDiskFull(failed);
    return new LabFault(
        full ? LabFault.Kind.NO_SPACE : LabFault.Kind.NOT_STARTED,
        "The lesson's images could not be loaded into the lab ("
            + names
            + "): "
            + (full ? "the disk that Docker uses is full." : why),
        full ? "Free some space, for instance with: docker system prune" : "Run: deckhand doctor",
        failed);
  }

  /** Reports progress as it is read. */
  private static final class ProgressInputStream extends FilterInputStream {

    private final long total;
    private final String step;
    private final BootProgress progress;
    private long done;
    private long reported;

    ProgressInputStream(InputStream in, long total, String step, BootProgress progress) {
      super(in);
      this.total = total;
      this.step = step;
      this.progress = progress;
    }

    @Override
    public int read() throws IOException {
      int one = super.read();
      count(one < 0 ? 0 : 1);
      return one;
    }

    @Override
    public int read(byte[] buffer, int offset, int length) throws IOException {
      int read = super.read(buffer, offset, length);
      count(Math.max(0, read));
      return read;
    }

    private void count(int bytes) {
      done += bytes;
      if (done - reported >= REPORT_INTERVAL_BYTES) {
        reported = done;
        // the headers of the tar aren't counted in the total
        progress.advanced(step, Math.min(done, total), total, "bytes");
      }
    }
  }
}
