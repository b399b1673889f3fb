import com.pty4j.PtyProcess;
import com.pty4j.PtyProcessBuilder;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;

/** The program at a terminal of 100 columns, with what it has written so far. */
final class ProgramTerminal implements AutoCloseable {

  /** The prompt of a step, with or without colours. */
  static final Pattern PROMPT = Pattern.compile(" \\d+/\\d+(\033\\[[0-9;]*m)* \\$ ");

  private static final int PATIENCE_SECONDS = 60;

  private final PtyProcess process;
  private final StringBuilder screen = new StringBuilder();
  private final long began = System.nanoTime();
  private boolean ended;

  /** Starts ./deckhand of a checkout, with a state folder of its own. */
  ProgramTerminal(Path checkout, Path state, String... arguments) throws IOException {
    var command = new ArrayList<>(List.of("./deckhand"));
    command.addAll(List.of(arguments));
    var environment = new HashMap<>(System.getenv());
    environment.put("TERM", "xterm-256color");
    environment.put("DECKHAND_STATE", state.toString());
    environment.put("DECKHAND_CACHE", "never");
    process =
        new PtyProcessBuilder(command.toArray(String[]::new))
            .setEnvironment(environment)
            .setDirectory(checkout.toString())
            .setInitialColumns(100)
            .setInitialRows(60)
            .start();
    Thread.ofPlatform().daemon().start(this::read);
  }

  private void read() {
    byte[] buffer = new byte[65536];
    try (InputStream in = process.getInputStream()) {
      for (int length = in.read(buffer); length >= 0; length = in.read(buffer)) {
        synchronized (this) {
          screen.append(new String(buffer, 0, length, StandardCharsets.UTF_8));
          notifyAll();
        }
      }
    } catch (IOException over) {
      // it has ended
    }
    synchronized (this) {
      ended = true;
      notifyAll();
    }
  }

  /** Forgets what was written so far. */
  synchronized void forget() {
    screen.setLength(0);
  }

  void type(String keys) throws IOException {
    process.getOutputStream().write(keys.getBytes(StandardCharsets.UTF_8));
    process.getOutputStream().flush();
  }

  /** Waits until a text is written; returns the milliseconds since the program was started. */
  synchronized double awaitSinceStart(Pattern text) throws IOException, InterruptedException {
    return await(text, began);
  }

  /** Waits until a text is written; returns the milliseconds since a moment. */
  synchronized double await(Pattern text, long since) throws IOException, InterruptedException {
    long deadline = System.nanoTime() + TimeUnit.SECONDS.toNanos(PATIENCE_SECONDS);
    while (!text.matcher(screen).find()) {
      long left = TimeUnit.NANOSECONDS.toMillis(deadline - System.nanoTime());
      if (ended || left <= 0) {
        throw new IOException("no \"" + text + "\" in what it wrote: " + screen);
      }
      wait(left);
    }
    return (System.nanoTime() - since) / 1e6;
  }

  @Override
  public void close() throws IOException {
    try {
      // what was typed before doesn't become a part of it
      type("\025quit\r");
      if (!process.waitFor(60, TimeUnit.SECONDS)) {
        process.destroyForcibly();
      }
    } catch (InterruptedException stopped) {
      process.destroyForcibly();
      Thread.currentThread().interrupt();
    }
  }
}
