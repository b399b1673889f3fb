package dev.deckhand.lab.workspace;

import dev.deckhand.lab.Console;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * A console in memory. Types when the output says that it is time to: no test waits for a clock.
 */
public final class FakeConsole implements Console {

  private final List<ScriptedInput> inputs = new ArrayList<>();
  private final ByteArrayOutputStream shown = new ByteArrayOutputStream();
  private final StringBuilder unread = new StringBuilder();
  private long total;
  private boolean noInput;
  private @Nullable IOException broken;
  private volatile int columns = 80;
  private Consumer<String> listener = text -> {};

  private record ScriptedInput(String after, String type, boolean again) {}

  /** Types this once the output holds that. */
  public synchronized FakeConsole type(String after, String type) {
    inputs.add(new ScriptedInput(after, type, false));
    return this;
  }

  /** Types this again and again once the output holds that. */
  synchronized FakeConsole typeRepeatedly(String after, String type) {
    inputs.add(new ScriptedInput(after, type, true));
    return this;
  }

  /** There is no input and will be none: a script. */
  public synchronized FakeConsole withoutInput() {
    noInput = true;
    return this;
  }

  synchronized FakeConsole failWrites() {
    broken = new IOException("the window was closed");
    return this;
  }

  synchronized FakeConsole onOutput(Consumer<String> next) {
    listener = next;
    return this;
  }

  void widen(int to) {
    columns = to;
  }

  @Override
  public synchronized void write(byte[] bytes, int offset, int length) throws IOException {
    if (broken != null) {
      throw broken;
    }
    total += length;
    if (shown.size() < 50_000) {
      shown.write(bytes, offset, length);
      listener.accept(text());
    }
    notifyAll();
  }

  @Override
  public synchronized int read(byte[] buffer, Duration timeout) throws IOException {
    if (noInput) {
      return -1;
    }
    if (!awaitInput(timeout)) {
      return 0;
    }
    var scriptedInput = inputs.getFirst();
    if (!scriptedInput.again()) {
      inputs.removeFirst();
    }
    var bytes = scriptedInput.type().getBytes(StandardCharsets.UTF_8);
    System.arraycopy(bytes, 0, buffer, 0, bytes.length);
    return bytes.length;
  }

  private synchronized boolean awaitInput(Duration timeout) {
    long end = System.nanoTime() + timeout.toNanos();
    try {
      for (long left = timeout.toMillis();
          !isInputDue() && left > 0;
          left = (end - System.nanoTime()) / 1_000_000) {
        wait(left);
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    return isInputDue();
  }

  private synchronized boolean isInputDue() {
    return !inputs.isEmpty() && text().contains(inputs.getFirst().after());
  }

  @Override
  public synchronized void unread(byte[] typed) {
    unread.append(new String(typed, StandardCharsets.UTF_8));
  }

  @Override
  public int columns() {
    return columns;
  }

  @Override
  public int rows() {
    return 24;
  }

  public synchronized String text() {
    return shown.toString(StandardCharsets.UTF_8);
  }

  public synchronized String unread() {
    return unread.toString();
  }

  public synchronized long total() {
    return total;
  }
}
