package dev.deckhand.shell.grade;

import dev.deckhand.lab.BootProgress;
import dev.deckhand.lab.Console;
import dev.deckhand.session.Scene;
import dev.deckhand.session.Session;
import dev.deckhand.shell.loop.Screen;
import dev.deckhand.shell.view.Boot;
import dev.deckhand.shell.view.Look;
import dev.deckhand.shell.view.Messages;
import dev.deckhand.shell.view.SceneView;
import dev.deckhand.shell.view.Surroundings;
import java.io.PrintStream;
import java.time.Duration;
import java.util.List;
import java.util.function.Supplier;
import org.jline.utils.AttributedString;

/** Output that is not a terminal: lines, one after another, never drawn over. */
public final class PlainScreen implements Screen {

  private final PrintStream out;
  private final Look look;
  private final Supplier<Surroundings> surroundings;

  public PlainScreen(PrintStream out, Look look, Supplier<Surroundings> surroundings) {
    this.out = out;
    this.look = look;
    this.surroundings = surroundings;
  }

  @Override
  public void show(Session session, Scene scene) {
    print(new SceneView(look).draw(scene, surroundings.get()));
  }

  @Override
  public void trouble(String what, String next) {
    print(new Messages(look).trouble(what, next));
  }

  /** Shows a line that was typed by a script, as if it had been typed here. */
  public void typed(String prompt, String line) {
    print(List.of(new AttributedString(prompt + line)));
  }

  private synchronized void print(List<AttributedString> lines) {
    lines.forEach(line -> out.println(line.toString()));
    out.flush();
  }

  @Override
  public Console handOver() {
    return new Console() {
      @Override
      public void write(byte[] bytes, int offset, int length) {
        synchronized (PlainScreen.this) {
          out.write(bytes, offset, length);
          out.flush();
        }
      }

      @Override
      public int read(byte[] buffer, Duration patience) {
        return -1;
      }

      @Override
      public int columns() {
        return look.columns();
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
    var boot = new Boot(look);
    return new BootProgress() {
      @Override
      public void began(String step) {
        print(List.of(boot.plainBegan(step)));
      }

      @Override
      public void advanced(String step, long done, long total, String unit) {}

      @Override
      public void finished(String step, Duration took) {
        print(List.of(boot.plainDone(step, took)));
      }
    };
  }
}
