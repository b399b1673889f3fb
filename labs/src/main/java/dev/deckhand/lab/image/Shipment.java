package dev.deckhand.lab.image;

import com.github.dockerjava.transport.DockerHttpClient.Request;
import dev.deckhand.lab.BootProgress;
import dev.deckhand.lab.LabFault;
import dev.deckhand.lab.docker.EngineApi;
import dev.deckhand.lab.docker.EngineGone;
import dev.deckhand.lab.docker.EngineRefusal;
import dev.deckhand.lab.docker.Reply;
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
 * Images on their way from the machine's engine into a lab, in one stream, so that layers go once.
 * The engine packs them while the lab starts.
 */
public final class Shipment implements AutoCloseable {

  private static final long TELL_EVERY_BYTES = 1 << 20;

  private final EngineApi host;
  private final List<HostImage> cargo;
  private final HostImages images;
  private final FutureTask<Reply> packing;
  private volatile boolean closed;

  private Shipment(EngineApi host, HostImages images, List<HostImage> cargo) {
    this.host = host;
    this.images = images;
    this.cargo = List.copyOf(cargo);
    this.packing = new FutureTask<>(() -> pack(host));
  }

  static Shipment of(EngineApi host, HostImages images, List<HostImage> cargo) {
    var shipment = new Shipment(host, images, cargo);
    if (!cargo.isEmpty()) {
      Thread.ofVirtual().name("pack").start(shipment.packing);
    }
    return shipment;
  }

  private Reply pack(EngineApi host) {
    String names =
        cargo.stream()
            .map(image -> "names=" + EngineApi.quoted(image.tag()))
            .distinct()
            .collect(Collectors.joining("&"));
    Reply packed = host.open(Request.Method.GET, "/images/get?" + names, null);
    if (closed) {
      packed.close();
    }
    return packed;
  }

  /** Whether there is nothing in it. */
  public boolean isEmpty() {
    return cargo.isEmpty();
  }

  /**
   * Unloads into a store; the images have the lesson's names there.
   *
   * @throws LabFault if the store does not take them
   */
  public void into(ImageStore store, BootProgress progress) {
    if (isEmpty()) {
      return;
    }
    String step = cargo.size() == 1 ? "Load 1 image" : "Load " + cargo.size() + " images";
    long began = System.nanoTime();
    progress.began(step);
    try {
      unload(store, step, progress);
      store.rename(cargo);
    } catch (IOException | UncheckedIOException | EngineRefusal | EngineGone failed) {
      throw notLoaded(cargo, failed);
    }
    progress.finished(step, Duration.ofNanos(System.nanoTime() - began));
  }

  /**
   * Unloads, and once more with a fresh stream if the first one broke off: an image that is built
   * anew while it is packed ends the stream in the middle.
   */
  private void unload(ImageStore store, String step, BootProgress progress) throws IOException {
    try {
      store.load(new Counted(packed().body(), images.bytes(cargo), step, progress));
    } catch (IOException | UncheckedIOException | EngineGone brokenOff) {
      if (Thread.currentThread().isInterrupted() || isFull(brokenOff)) {
        throw brokenOff;
      }
      try (Shipment again = of(host, images, cargo)) {
        store.load(new Counted(again.packed().body(), images.bytes(cargo), step, progress));
      }
    }
  }

  private static boolean isFull(Exception failed) {
    return String.valueOf(failed.getMessage()).contains("no space left on device");
  }

  private Reply packed() {
    try {
      return packing.get();
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
      throw new EngineGone("interrupted", stopped);
    } catch (ExecutionException failed) {
      if (failed.getCause() instanceof EngineRefusal refusal) {
        throw refusal;
      }
      throw new EngineGone(String.valueOf(failed.getMessage()), failed);
    }
  }

  @Override
  public void close() {
    closed = true;
    if (packing.state() == java.util.concurrent.Future.State.SUCCESS) {
      packing.resultNow().close();
    } else {
      packing.cancel(true);
    }
  }

  private static LabFault notLoaded(List<HostImage> cargo, Exception failed) {
    String why = String.valueOf(failed.getMessage());
    String names =
        cargo.stream()
            .map(HostImage::name)
            .map(ImageName::toString)
            .collect(Collectors.joining(", "));
    boolean full = isFull(failed);
    return new LabFault(
        full ? LabFault.Kind.NO_SPACE : LabFault.Kind.NOT_STARTED,
        "The lab could not be given its images ("
            + names
            + "): "
            + (full ? "the disk that Docker uses is full." : why),
        full ? "Free some space, for instance with: docker system prune" : "Run: deckhand doctor",
        failed);
  }

  /** Tells the progress while it is read. */
  private static final class Counted extends FilterInputStream {

    private final long total;
    private final String step;
    private final BootProgress progress;
    private long done;
    private long told;

    Counted(InputStream in, long total, String step, BootProgress progress) {
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
      if (done - told >= TELL_EVERY_BYTES) {
        told = done;
        // the tar has headers that no layer counts
        progress.advanced(step, Math.min(done, total), total, "bytes");
      }
    }
  }
}
