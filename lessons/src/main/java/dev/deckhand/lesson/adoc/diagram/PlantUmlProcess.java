package dev.deckhand.lesson.adoc.diagram;

import dev.deckhand.file.FolderTree;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * A PlantUML process that renders diagrams in one format, one after the other. It is started for
 * the first diagram and restarted after a crash, with an empty environment. Not thread-safe.
 */
final class PlantUmlProcess implements AutoCloseable {

  /** Longer than any diagram takes, even on a busy machine. */
  static final Duration TIMEOUT = Duration.ofSeconds(20);

  private static final int CHUNK = 64 * 1024;

  private final Function<Path, List<String>> program;
  private final String format;
  private final int maxBytes;
  private @Nullable RunningProcess runningProcess;

  /**
   * The process is started by the first diagram.
   *
   * @param program returns the command for a temporary home folder
   * @param format PlantUML's option for it
   * @param most the largest output, in bytes
   */
  PlantUmlProcess(Function<Path, List<String>> program, String format, int most) {
    this.program = program;
    this.format = format;
    this.maxBytes = most;
  }

  /** The result of rendering. */
  sealed interface Output {

    /**
     * It was rendered, perhaps with errors.
     *
     * @param report errors in the source; blank for none
     */
    record Rendered(ByteBuffer bytes, String report) implements Output {

      byte[] content() {
        byte[] all = new byte[bytes.remaining()];
        bytes.duplicate().get(all);
        return all;
      }
    }

    /** It took too long, or the output is too large. */
    record LimitExceeded() implements Output {}

    /** The process ended. */
    record Terminated(String report) implements Output {}
  }

  /** Renders a text. */
  Output render(String text) throws IOException {
    boolean fresh = runningProcess == null;
    Output output = send(text);
    // try again in a new process: earlier diagrams may have used up the memory
    return !fresh && output instanceof Output.Terminated ? send(text) : output;
  }

  private Output send(String text) throws IOException {
    RunningProcess now = runningProcess;
    if (now == null || !now.isReady()) {
      close();
      now = start();
      runningProcess = now;
    }
    Output output = now.send(text);
    if (!(output instanceof Output.Rendered)) {
      close();
    }
    return output;
  }

  private RunningProcess start() throws IOException {
    Path folder = Files.createTempDirectory("diagram");
    String end = "end-" + UUID.randomUUID();
    var command = new ArrayList<>(program.apply(folder));
    command.addAll(
        List.of(format, "-pipe", "-pipedelimitor", end, "-stdrpt:1", "-charset", "UTF-8"));
    Path report = folder.resolve("report");
    var builder =
        new ProcessBuilder(command).directory(folder.toFile()).redirectError(report.toFile());
    builder.environment().clear();
    try {
      return new RunningProcess(
          builder.start(), folder, report, end + System.lineSeparator(), maxBytes);
    } catch (IOException absent) {
      FolderTree.delete(folder);
      throw absent;
    }
  }

  @Override
  public void close() throws IOException {
    RunningProcess last = runningProcess;
    runningProcess = null;
    if (last != null) {
      last.stop();
    }
  }

  /**
   * A running process.
   *
   * @param endMarker the line that it writes after each drawing
   */
  private record RunningProcess(
      Process process, Path folder, Path report, String endMarker, int maxBytes) {

    boolean isReady() throws IOException {
      return process.isAlive() && process.getInputStream().available() == 0;
    }

    Output send(String text) throws IOException {
      long said = Files.size(report);
      var late = new AtomicBoolean();
      var done = new AtomicBoolean();
      Thread watch = Thread.ofVirtual().start(() -> enforceTimeout(late, done));
      try {
        byte[] out = exchange(text);
        done.set(true);
        byte[] mark = endMarker.getBytes(StandardCharsets.UTF_8);
        int length = out.length - mark.length;
        if (length >= 0 && Arrays.equals(out, length, out.length, mark, 0, mark.length)) {
          return new Output.Rendered(
              ByteBuffer.wrap(Arrays.copyOf(out, length)), reportSince(said));
        }
        return late.get() || out.length > maxBytes
            ? new Output.LimitExceeded()
            : new Output.Terminated(reportSince(said));
      } finally {
        watch.interrupt();
      }
    }

    private byte[] exchange(String text) throws IOException {
      try {
        OutputStream in = process.getOutputStream();
        in.write(text.getBytes(StandardCharsets.UTF_8));
        in.flush();
      } catch (IOException ended) {
        // its report says why
        process.onExit().join();
      }
      var out = new ByteArrayOutputStream();
      byte[] mark = endMarker.getBytes(StandardCharsets.UTF_8);
      byte[] chunk = new byte[CHUNK];
      InputStream stream = process.getInputStream();
      for (int read = stream.read(chunk); read >= 0; read = stream.read(chunk)) {
        out.write(chunk, 0, read);
        if (out.size() > maxBytes + mark.length || endsWith(chunk, read, out, mark)) {
          break;
        }
      }
      return out.toByteArray();
    }

    /** Whether the end marker was read; it may span two chunks. */
    private static boolean endsWith(
        byte[] chunk, int read, ByteArrayOutputStream out, byte[] mark) {
      if (chunk[read - 1] != mark[mark.length - 1] || out.size() < mark.length) {
        return false;
      }
      byte[] all = read >= mark.length ? Arrays.copyOf(chunk, read) : out.toByteArray();
      return Arrays.equals(all, all.length - mark.length, all.length, mark, 0, mark.length);
    }

    private void enforceTimeout(AtomicBoolean late, AtomicBoolean done) {
      try {
        if (!process.waitFor(TIMEOUT.toSeconds(), TimeUnit.SECONDS) && !done.get()) {
          late.set(true);
          process.destroyForcibly();
        }
      } catch (InterruptedException drawn) {
        Thread.currentThread().interrupt();
      }
    }

    private String reportSince(long said) throws IOException {
      byte[] all = Files.readAllBytes(report);
      int from = Math.toIntExact(Math.min(said, all.length));
      return new String(all, from, all.length - from, StandardCharsets.UTF_8);
    }

    void stop() throws IOException {
      process.destroyForcibly();
      process.onExit().join();
      FolderTree.delete(folder);
    }
  }
}
