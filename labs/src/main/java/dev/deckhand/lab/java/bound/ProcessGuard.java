package dev.deckhand.lab.java.bound;

import java.io.FileDescriptor;
import java.io.FileInputStream;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintStream;

/** Limits the damage that a snippet can do to its process, and ends the process with its parent. */
public final class ProcessGuard {

  /** The exit code of a process that had more than {@link #MAX_THREADS} threads. */
  public static final int TOO_MANY_THREADS_EXIT_CODE = 87;

  /** How many threads are allowed. */
  public static final int MAX_THREADS = 256;

  /**
   * The byte that stands for the end of the input, since a stream that is at its end stays there.
   */
  public static final int END_OF_INPUT = 4;

  private static final int POLL_INTERVAL_MILLIS = 20;

  private ProcessGuard() {}

  /** Installs the guard in this process. */
  public static void install() {
    // the streams share a connection with the results, which closing one of them would close
    System.setOut(new UncloseablePrintStream(System.out));
    System.setErr(new UncloseablePrintStream(System.err));
    System.setIn(new ReopenableInputStream(System.in));
    startDaemon("guard-parent", ProcessGuard::exitWithParent);
    startDaemon("guard-threads", ProcessGuard::limitThreads);
  }

  private static void startDaemon(String name, Runnable work) {
    Thread.ofPlatform().daemon().name(name).start(work);
  }

  /** Ends this process when standard input ends, which it does however the shell ends. */
  private static void exitWithParent() {
    try (var input = new FileInputStream(FileDescriptor.in)) {
      while (input.read() >= 0) {
        // no input is expected
      }
    } catch (IOException gone) {
      // the same as the end
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

  /** Ignores being closed. */
  private static final class UncloseablePrintStream extends PrintStream {

    UncloseablePrintStream(PrintStream stream) {
      super(stream, true, stream.charset());
    }

    @Override
    public void close() {
      flush();
    }
  }

  /** Ends at {@link #END_OF_INPUT}, as a terminal does, and can be read again afterwards. */
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
      // the next snippet may read from it
    }
  }
}
