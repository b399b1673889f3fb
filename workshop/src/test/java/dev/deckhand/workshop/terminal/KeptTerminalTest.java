package dev.deckhand.workshop.terminal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.deckhand.workshop.screen.KeptScreen;
import dev.deckhand.workshop.terminal.SeatTerminal.Access;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** A terminal, its viewers, and who has to wait for whom. */
@Timeout(30)
class KeptTerminalTest {

  private final LinkedBlockingQueue<String> typed = new LinkedBlockingQueue<>();
  private final CountDownLatch reading = new CountDownLatch(1);
  private final List<Integer> owners = new ArrayList<>();
  private boolean deaf;

  private final KeptTerminal terminal =
      new KeptTerminal(
          "test",
          new KeptTerminal.Line() {
            @Override
            public void typed(byte[] bytes) throws IOException {
              if (deaf) {
                await(reading);
              }
              typed.add(new String(bytes, StandardCharsets.UTF_8));
            }

            @Override
            public void resized(int columns, int rows) {
              typed.add(columns + "x" + rows);
            }
          },
          new KeptTerminal.Listener() {
            @Override
            public void typed() {}

            @Override
            public synchronized void attached(int now) {
              owners.add(now);
            }
          });

  private static void await(CountDownLatch latch) {
    try {
      latch.await();
    } catch (InterruptedException closing) {
      Thread.currentThread().interrupt();
    }
  }

  @AfterEach
  void close() {
    reading.countDown();
    terminal.close();
  }

  private void write(String text) throws InterruptedException {
    byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
    terminal.write(bytes, 0, bytes.length);
  }

  /** Shows as much as it has permits for. */
  private static final class SlowViewer implements SeatTerminal.Viewer {
    private final Semaphore permits = new Semaphore(0);
    private final KeptScreen screen = new KeptScreen(80, 24);
    private String ended = "";
    private boolean gone;

    @Override
    public void show(byte[] bytes) throws IOException {
      permits.acquireUninterruptibly();
      synchronized (this) {
        if (gone) {
          throw new IOException("gone");
        }
        screen.take(bytes, 0, bytes.length);
        notifyAll();
      }
    }

    @Override
    public synchronized void ended(String why) {
      ended = why;
      notifyAll();
    }

    synchronized void awaitUntil(BooleanSupplier condition) throws InterruptedException {
      while (!condition.getAsBoolean()) {
        wait();
      }
    }

    private boolean shows(String text) {
      return String.join("\n", screen.text()).contains(text);
    }

    void awaitText(String text) throws InterruptedException {
      awaitUntil(() -> shows(text));
    }

    static SlowViewer free() {
      var viewer = new SlowViewer();
      viewer.permits.release(Integer.MAX_VALUE / 2);
      return viewer;
    }
  }

  @Test
  void whoComesLaterSeesTheScreenAsItIs() throws Exception {
    write("first\r\nsecond");
    var viewer = SlowViewer.free();
    terminal.attach(viewer, Access.OWNER);
    viewer.awaitText("second");
    assertThat(viewer.screen.text()).startsWith("first", "second");
    write(" and more");
    viewer.awaitText("second and more");
  }

  @Test
  void whatIsTypedReachesTheProgramsUnlessTheViewerMayOnlySee() throws Exception {
    terminal.attach(SlowViewer.free(), Access.SEES).type("no".getBytes(StandardCharsets.UTF_8));
    terminal.attach(SlowViewer.free(), Access.TYPES).type("yes".getBytes(StandardCharsets.UTF_8));
    assertThat(typed.poll(10, TimeUnit.SECONDS)).isEqualTo("yes");
  }

  @Test
  void theOwnerAloneSetsTheSize() throws Exception {
    terminal.attach(SlowViewer.free(), Access.TYPES).resize(132, 50);
    terminal.attach(SlowViewer.free(), Access.OWNER).resize(9999, 1);
    assertThat(typed.poll(10, TimeUnit.SECONDS)).isEqualTo("500x5");
    assertThat(terminal.columns()).isEqualTo(500);
  }

  @Test
  void aFloodWaitsForItsOwner() throws Exception {
    var viewer = new SlowViewer();
    terminal.attach(viewer, Access.OWNER);
    viewer.permits.release(1);
    viewer.awaitUntil(() -> !viewer.screen.text().isEmpty());
    var written = new Semaphore(0);
    String line = "x".repeat(1000);
    Thread flood =
        Thread.ofVirtual()
            .start(() -> {
              try {
                for (int i = 0; i < 2000; i++) {
                  write(line);
                  written.release();
                }
              } catch (InterruptedException stopped) {
                Thread.currentThread().interrupt();
              }
            });
    assertThat(written.tryAcquire(100, 10, TimeUnit.SECONDS)).isTrue();
    // two megabytes don't fit into what may wait
    flood.join(Duration.ofMillis(300));
    assertThat(flood.isAlive()).isTrue();
    viewer.permits.release(Integer.MAX_VALUE / 2);
    flood.join();
  }

  @Test
  void nobodyWaitsForWhoLooksOn() throws Exception {
    var guest = new SlowViewer();
    terminal.attach(guest, Access.SEES);
    for (int i = 0; i < 2000; i++) {
      write("x".repeat(1000));
    }
    write("\r\nthe end");
    guest.permits.release(Integer.MAX_VALUE / 2);
    guest.awaitText("the end");
  }

  @Test
  void ofTwoOwnersTheFasterOneCounts() throws Exception {
    var slow = new SlowViewer();
    var fast = SlowViewer.free();
    terminal.attach(slow, Access.OWNER);
    terminal.attach(fast, Access.OWNER);
    for (int i = 0; i < 2000; i++) {
      write("x".repeat(1000));
    }
    write("\r\nthe end");
    fast.awaitText("the end");
    slow.permits.release(Integer.MAX_VALUE / 2);
    slow.awaitText("the end");
  }

  @Test
  void whileNobodyLooksNothingWaits() throws Exception {
    for (int i = 0; i < 2000; i++) {
      write("x".repeat(1000));
    }
    write("\r\nthe end");
    assertThat(String.join("\n", terminal.text())).contains("the end");
  }

  @Test
  void aViewerThatVanishesHoldsNothingUp() throws Exception {
    var viewer = new SlowViewer();
    terminal.attach(viewer, Access.OWNER);
    Thread flood =
        Thread.ofVirtual()
            .start(() -> {
              try {
                for (int i = 0; i < 2000; i++) {
                  write("x".repeat(1000));
                }
              } catch (InterruptedException stopped) {
                Thread.currentThread().interrupt();
              }
            });
    synchronized (viewer) {
      viewer.gone = true;
    }
    viewer.permits.release(10);
    flood.join();
    assertThat(owners).contains(1, 0);
  }

  @Test
  void keysThatNoProgramReadsRingTheBell() throws Exception {
    deaf = true;
    var viewer = SlowViewer.free();
    SeatTerminal.Attachment attachment = terminal.attach(viewer, Access.OWNER);
    for (int i = 0; i < 1000; i++) {
      attachment.type("x".repeat(4000).getBytes(StandardCharsets.UTF_8));
    }
    reading.countDown();
    assertThat(typed.poll(10, TimeUnit.SECONDS)).startsWith("xxx");
  }

  @Test
  void questionsOfProgramsAreAnsweredWithoutAViewer() throws Exception {
    write("ab\033[6n");
    assertThat(typed.poll(10, TimeUnit.SECONDS)).isEqualTo("\033[1;3R");
  }

  @Test
  void theEndIsTold() throws Exception {
    var viewer = SlowViewer.free();
    terminal.attach(viewer, Access.OWNER);
    terminal.close("It is over.");
    viewer.awaitUntil(() -> viewer.ended.equals("It is over."));
    assertThatExceptionOfType(IOException.class)
        .isThrownBy(() -> terminal.attach(SlowViewer.free(), Access.OWNER));
  }

  @Test
  void thereIsABoundOnViewers() throws Exception {
    for (int i = 0; i < 8; i++) {
      terminal.attach(new SlowViewer(), Access.SEES);
    }
    assertThatExceptionOfType(IOException.class)
        .isThrownBy(() -> terminal.attach(new SlowViewer(), Access.OWNER))
        .withMessageContaining("too many places");
  }
}
