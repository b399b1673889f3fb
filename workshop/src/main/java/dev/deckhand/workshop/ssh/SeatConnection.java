package dev.deckhand.workshop.ssh;

import dev.deckhand.workshop.room.Refusal;
import dev.deckhand.workshop.room.SeatId;
import dev.deckhand.workshop.room.Workshop;
import dev.deckhand.workshop.terminal.SeatTerminal;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Arrays;
import org.apache.sshd.common.channel.Channel;
import org.apache.sshd.common.io.IoInputStream;
import org.apache.sshd.common.io.IoOutputStream;
import org.apache.sshd.common.io.IoWriteFuture;
import org.apache.sshd.common.util.buffer.ByteArrayBuffer;
import org.apache.sshd.server.Environment;
import org.apache.sshd.server.ExitCallback;
import org.apache.sshd.server.Signal;
import org.apache.sshd.server.channel.ChannelDataReceiver;
import org.apache.sshd.server.channel.ChannelSession;
import org.apache.sshd.server.command.AsyncCommandStreamsAware;
import org.apache.sshd.server.command.Command;
import org.jspecify.annotations.Nullable;

/**
 * A client that shows a seat's terminal. Its bytes are sent by a thread of its own, a few at a
 * time, so that a client that doesn't read costs a bounded backlog, and the terminal next to no
 * time.
 */
final class SeatConnection
    implements Command, AsyncCommandStreamsAware, ChannelDataReceiver, SeatTerminal.Viewer {

  /** How much is on its way at a time. */
  private static final int CHUNK = 4096;

  /**
   * A client that takes longer for a chunk is gone; asking it has most likely found that before.
   */
  private static final Duration STALLED = Duration.ofMinutes(2);

  /** Ends what a chunk that was dropped may have begun: a control sequence, or a string. */
  private static final byte[] END_OF_SEQUENCE = ascii("\u0018\u001b\\");

  /** What a program may have left behind on the client's own terminal. */
  private static final String TIDY =
      "\u001b[?1049l\u001b[?1000l\u001b[?1002l\u001b[?1003l\u001b[?1006l\u001b[?2004l\u001b[?25h"
          + "\u001b[0m\r\n";

  private final Workshop workshop;
  private final SeatId seat;
  private final SshLimits limits;
  private final Backlog backlog;

  private @Nullable IoOutputStream out;
  private @Nullable ExitCallback exit;
  private volatile SeatTerminal.@Nullable Attachment attachment;
  private volatile boolean ended;
  private volatile int columns = 80;
  private volatile int rows = 24;

  SeatConnection(Workshop workshop, SeatId seat, SshLimits limits) {
    this.workshop = workshop;
    this.seat = seat;
    this.limits = limits;
    this.backlog = new Backlog(limits.backlog());
  }

  private static byte[] ascii(String text) {
    return text.getBytes(StandardCharsets.US_ASCII);
  }

  @Override
  public void start(ChannelSession channel, Environment environment) {
    Thread.ofVirtual().name("workshop-ssh-", 0).start(this::send);
    if (!environment.getEnv().containsKey(Environment.ENV_COLUMNS)) {
      finish("The workshop needs a terminal. Next: connect with \"ssh -t\".");
      return;
    }
    measure(environment);
    environment.addSignalListener(
        (Channel _, Signal _) -> {
          measure(environment);
          resize();
        },
        Signal.WINCH);
    attach();
  }

  private void measure(Environment environment) {
    columns = number(environment.getEnv().get(Environment.ENV_COLUMNS), 10, 500, 80);
    rows = number(environment.getEnv().get(Environment.ENV_LINES), 5, 200, 24);
  }

  private static int number(@Nullable String text, int least, int most, int other) {
    // a client that doesn't know its size says 0
    boolean known = text != null && text.matches("[1-9][0-9]{0,8}");
    return known ? Math.clamp(Integer.parseInt(text), least, most) : other;
  }

  private void attach() {
    try {
      SeatTerminal terminal = workshop.terminal(seat);
      SeatTerminal.Attachment attached = terminal.attach(this, SeatTerminal.Access.OWNER);
      attachment = attached;
      if (ended) {
        attached.close();
      }
      resize();
    } catch (Refusal refusal) {
      finish(refusal.problem() + " " + refusal.remedy());
    } catch (IOException failure) {
      finish("The terminal can't be shown. Next: connect again in a moment.");
    }
  }

  private void resize() {
    SeatTerminal.Attachment attached = attachment;
    if (attached != null) {
      attached.resize(columns, rows);
    }
  }

  /** Takes all at once: the terminal bounds what waits to be typed. */
  @Override
  public int data(ChannelSession channel, byte[] buffer, int start, int length) {
    SeatTerminal.Attachment attached = attachment;
    if (attached != null) {
      attached.type(Arrays.copyOfRange(buffer, start, start + length));
    }
    return length;
  }

  /** The client types no more; it may still look. */
  @Override
  public void close() {}

  @Override
  public void show(byte[] bytes) throws IOException {
    if (!backlog.add(bytes, limits.patience())) {
      throw new IOException("the client is too slow, or gone");
    }
  }

  @Override
  public void ended(String why) {
    finish(why);
  }

  private void finish(String why) {
    String text = TIDY + PrintableText.of(why).replace("\n", "\r\n") + "\r\n";
    backlog.finish(text.getBytes(StandardCharsets.UTF_8));
  }

  /** Sends what is shown until there's no more to come, or the client is gone. */
  private void send() {
    try {
      for (byte[] chunk = backlog.take(CHUNK); chunk != null; chunk = backlog.take(CHUNK)) {
        if (chunk.length == 0) {
          detach();
          write(END_OF_SEQUENCE);
          attach();
        } else {
          write(chunk);
        }
      }
    } catch (IOException gone) {
      // there's nobody to tell
    } finally {
      detach();
      backlog.abort();
      ExitCallback callback = exit;
      if (callback != null) {
        callback.onExit(0);
      }
    }
  }

  private void write(byte[] bytes) throws IOException {
    IoOutputStream stream = out;
    if (stream == null) {
      throw new IOException("there's no stream");
    }
    IoWriteFuture written = stream.writeBuffer(new ByteArrayBuffer(bytes));
    if (!written.await(STALLED) || !written.isWritten()) {
      throw new IOException("the client doesn't read");
    }
  }

  private void detach() {
    SeatTerminal.Attachment attached = attachment;
    if (attached != null) {
      attached.close();
    }
  }

  /** The connection is closed, or lost. The seat goes on. */
  @Override
  public void destroy(ChannelSession channel) {
    ended = true;
    backlog.abort();
    detach();
  }

  @Override
  public void setIoOutputStream(IoOutputStream stream) {
    out = stream;
  }

  @Override
  public void setExitCallback(ExitCallback callback) {
    exit = callback;
  }

  @Override
  public void setIoInputStream(IoInputStream stream) {}

  @Override
  public void setIoErrorStream(IoOutputStream stream) {}

  @Override
  public void setInputStream(InputStream stream) {}

  @Override
  public void setOutputStream(OutputStream stream) {}

  @Override
  public void setErrorStream(OutputStream stream) {}
}
