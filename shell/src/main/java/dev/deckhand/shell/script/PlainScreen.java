package dev.deckhand.shell.script;

import dev.deckhand.lab.BootProgress;
import dev.deckhand.lab.Console;
import dev.deckhand.session.Display;
import dev.deckhand.session.Session;
import dev.deckhand.shell.loop.Screen;
import dev.deckhand.shell.view.lesson.DisplayContext;
import dev.deckhand.shell.view.lesson.DisplayRenderer;
import dev.deckhand.shell.view.report.BootProgressView;
import dev.deckhand.shell.view.style.NoticeView;
import dev.deckhand.shell.view.style.RenderContext;
import java.io.IOException;
import java.io.PrintStream;
import java.time.Duration;
import java.util.List;
import java.util.function.Supplier;
import org.jline.utils.AttributedString;

/** Output that is not a terminal: lines are only appended. */
public final class PlainScreen implements Screen {

  private final PrintStream out;
  private final RenderContext context;
  private final Supplier<DisplayContext> displayContext;
  private final Runnable closedListener;
  private boolean closed;

  /**
   * @param closedListener called once when the output is closed
   */
  public PlainScreen(
      PrintStream out,
      RenderContext context,
      Supplier<DisplayContext> displayContext,
      Runnable closedListener) {
    this.out = out;
    this.context = context;
    this.displayContext = displayContext;
    this.closedListener = closedListener;
  }

  @Override
  public void show(Session session, Display display) {
    print(new DisplayRenderer(context).render(display, displayContext.get()));
  }

  @Override
  public void showFault(String what, String next) {
    print(new NoticeView(context).error(what, next));
  }

  /** Shows a line of the script after its prompt. */
  public void echo(String prompt, String line) {
    print(List.of(new AttributedString(prompt + line)));
  }

  private synchronized void print(List<AttributedString> lines) {
    lines.forEach(line -> out.println(line.toString()));
    flush();
  }

  /** Flushes; returns whether the output is still open. */
  private synchronized boolean flush() {
    boolean broken = out.checkError();
    if (broken && !closed) {
      closed = true;
      closedListener.run();
    }
    return !broken;
  }

  @Override
  public Console handOver() {
    return new Console() {
      @Override
      public void write(byte[] bytes, int offset, int length) throws IOException {
        synchronized (PlainScreen.this) {
          out.write(bytes, offset, length);
          if (!flush()) {
            throw new IOException("the output is closed");
          }
        }
      }

      @Override
      public int read(byte[] buffer, Duration patience) {
        return -1;
      }

      @Override
      public int columns() {
        return context.columns();
      }

      @Override
      public int rows() {
        return 24;
      }
    };
  }

  @Override
  public void takeBack() {}

  @Override
  public BootProgress progress() {
    var bootProgressView = new BootProgressView(context);
    return new BootProgress() {
      @Override
      public void began(String step) {
        print(List.of(bootProgressView.plainStarted(step)));
      }

      @Override
      public void advanced(String step, long done, long total, String unit) {}

      @Override
      public void finished(String step, Duration took) {
        print(List.of(bootProgressView.plainDone(step, took)));
      }
    };
  }
}
