package dev.deckhand.lab.java.bound;

import java.io.FileDescriptor;
import java.io.FileInputStream;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintStream;

/** Keeps what a snippet does from costing more than the snippet. */
public final class ProcessGuard {

  /** How a process ends that has more threads than a lesson needs. */
  public static final int TOO_MANY_THREADS_EXIT_CODE = 87;

  /** How many threads there may be. */
  public static final int MAX_THREADS = 256;

  /** What is sent for the end of the input: the stream's own end would be for good. */
  public static final int END_OF_INPUT = 4;

  private static final int POLL_INTERVAL_MILLIS = 20;

  private ProcessGuard() {}

  /** Begins. */
  public static void install() {
    // the streams share a line with the answers: one that is closed would take that along
    System.setOut(new UncloseablePrintStream(System.out));
    System.setErr(new UncloseablePrintStream(System.err));
    System.setIn(new ReopenableInputStream(System.in));
    startDaemon("guard-parent", ProcessGuard::exitWithParent);
    startDaemon("guard-threads", ProcessGuard::limitThreads);
  }

  private static void startDaemon(String name, Runnable work) {
    Thread.ofPlatform().daemon().name(name).start(work);
  }

  /** Standard input ends when the shell does, however it does. */
  private static void exitWithParent() {
    try (var input = new FileInputStream(FileDescriptor.in)) {
      while (input.read() >= 0) {
        // nothing is written there
      }
    } catch (IOException gone) {
      // as good as its end
    }
    Runtime.getRuntime().halt(0);
  }

  private static void limitThreads() {
    ThreadGroup root = Thread.currentThread().getThreadGroup();
    while (root.getParent() != null) {
      root = root.getParent();
    }
    try {
      while (root.activeCount() <= MAX_THREADS) {
        Thread.sleep(POLL_INTERVAL_MILLIS);
      }
    } catch (InterruptedException unasked) {
      return;
    }
    Runtime.getRuntime().halt(TOO_MANY_THREADS_EXIT_CODE);
  }

  /** Stays open. */
  private static final class UncloseablePrintStream extends PrintStream {

    UncloseablePrintStream(PrintStream stream) {
      super(stream, true, stream.charset());
    }

    @Override
    public void close() {
      flush();
    }
  }

  /** Ends where the key for it was pressed, as a terminal does, and can be read on after that. */
  private static final class ReopenableInputStream extends FilterInputStream {

    ReopenableInputStream(InputStream in) {
      super(in);
    }

    @Override
    public int read() throws IOException {
      int next = super.read();
      return next == END_OF_INPUT ? -1 : next;
    }

    @Override
    public int read(byte[] bytes, int offset, int length) throws IOException {
      if (length == 0) {
        return 0;
      }
      int next = read();
      if (next < 0) {
        return -1;
      }
      bytes[offset] = (byte) next;
      return 1;
    }

    @Override
    public void close() {
      // the next snippet may want to read
    }
  }
}
