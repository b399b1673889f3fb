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
import java.util.stream.Collectors;

/** Carries images from the machine's engine into a lab, in one stream, so that layers go once. */
public record Preload(EngineApi host, HostImages images) {

  private static final long TELL_EVERY_BYTES = 1 << 20;

  /**
   * Carries images into a store; they have the lesson's names there.
   *
   * @throws LabFault if the store does not take them
   */
  public void into(ImageStore store, List<HostImage> cargo, BootProgress progress) {
    if (cargo.isEmpty()) {
      return;
    }
    String step = cargo.size() == 1 ? "Load 1 image" : "Load " + cargo.size() + " images";
    long began = System.nanoTime();
    progress.began(step);
    String names =
        cargo.stream()
            .map(image -> "names=" + EngineApi.quoted(image.tag()))
            .distinct()
            .collect(Collectors.joining("&"));
    try (Reply saved = host.open(Request.Method.GET, "/images/get?" + names, null)) {
      store.load(new Counted(saved.body(), images.bytes(cargo), step, progress));
      store.rename(cargo);
    } catch (IOException | UncheckedIOException | EngineRefusal | EngineGone failed) {
      throw notLoaded(cargo, failed);
    }
    progress.finished(step, Duration.ofNanos(System.nanoTime() - began));
  }

  private static LabFault notLoaded(List<HostImage> cargo, Exception failed) {
    String why = String.valueOf(failed.getMessage());
    String names =
        cargo.stream()
            .map(HostImage::name)
            .map(ImageName::toString)
            .collect(Collectors.joining(", "));
    boolean full = why.contains("no space left on device");
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
