package dev.deckhand.workshop.web.socket;

import dev.deckhand.workshop.terminal.SeatTerminal;
import dev.deckhand.workshop.terminal.SeatTerminal.Access;
import dev.deckhand.workshop.terminal.SeatTerminal.Attachment;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicReference;
import java.util.concurrent.locks.ReentrantLock;
import org.eclipse.jetty.websocket.api.Callback;
import org.eclipse.jetty.websocket.api.Session;
import org.eclipse.jetty.websocket.api.StatusCode;
import org.jspecify.annotations.Nullable;

/**
 * A terminal in one browser. Binary messages are the terminal's bytes, in both directions; texts
 * are small JSON messages about it.
 */
public final class TerminalSocket implements Session.Listener.AutoDemanding {

  private final SeatTerminal terminal;
  private final SocketAccess socketAccess;
  private final Duration patience;
  private final OpenTerminals terminals;
  private final AckWindow window;
  private final AtomicBoolean closed = new AtomicBoolean();
  private final ReentrantLock attaching = new ReentrantLock();
  private final AtomicReference<@Nullable Attached> attached = new AtomicReference<>();
  private volatile @Nullable SocketLine line;
  private volatile long heard = System.nanoTime();
  private volatile ClientMessage.@Nullable Resize wanted;

  /**
   * @param patience how long a browser may say nothing while something waits to be shown
   */
  public TerminalSocket(
      SeatTerminal terminal,
      SocketAccess socketAccess,
      Duration patience,
      OpenTerminals terminals) {
    this.terminal = terminal;
    this.socketAccess = socketAccess;
    this.patience = patience;
    this.terminals = terminals;
    this.window = new AckWindow(patience, System::nanoTime);
  }

  @Override
  public void onWebSocketOpen(Session session) {
    line = new SocketLine(session, patience);
    terminals.opened(this);
    // messages are read only after this method; the first screen may have to wait for some
    Thread.ofVirtual().name("workshop-attach").start(this::attach);
  }

  /**
   * Attaches, or attaches again where other things are allowed now. Closes where nothing is.
   *
   * @return whether the terminal is still shown
   */
  public boolean attach() {
    attaching.lock();
    try {
      if (closed.get()) {
        return false;
      }
      Optional<Access> allowed = socketAccess.now();
      if (allowed.isEmpty()) {
        end("The learner shows this terminal no longer.", StatusCode.NORMAL);
        return false;
      }
      Attached before = attached.get();
      if (before == null || before.access() != allowed.get()) {
        attach(allowed.get());
      }
      return true;
    } catch (IOException | RuntimeException failed) {
      end("The terminal can't be shown now.", StatusCode.TRY_AGAIN_LATER);
      return false;
    } finally {
      attaching.unlock();
    }
  }

  private void attach(Access allowed) throws IOException {
    detach();
    line().send(ServerMessage.size(terminal.columns(), terminal.rows()));
    Attachment attachment = terminal.attach(new BrowserViewer(), allowed);
    attached.set(new Attached(attachment, allowed));
    ClientMessage.Resize size = wanted;
    if (size != null && allowed == Access.OWNER) {
      attachment.resize(size.columns(), size.rows());
    }
    // it may have gone while it was attached
    if (closed.get()) {
      detach();
    }
    line().send(ServerMessage.access(allowed.name()));
  }

  private void detach() {
    Attached before = attached.getAndSet(null);
    if (before != null) {
      before.attachment().close();
    }
  }

  /**
   * What is typed before the terminal is attached is lost; the page doesn't let anybody type then.
   */
  @Override
  public void onWebSocketBinary(ByteBuffer payload, Callback callback) {
    byte[] bytes = new byte[payload.remaining()];
    payload.get(bytes);
    callback.succeed();
    heard = System.nanoTime();
    Attached here = attached.get();
    if (here == null || here.access() == Access.SEES) {
      return;
    }
    // what was allowed a moment ago may not be allowed any more
    if (socketAccess.now().filter(here.access()::equals).isPresent()) {
      terminals.typed(bytes.length);
      here.attachment().type(bytes);
    }
  }

  @Override
  public void onWebSocketText(String text) {
    heard = System.nanoTime();
    Optional<ClientMessage> message = ClientMessage.parse(text);
    if (message.isEmpty() || !accept(message.get())) {
      line().close(StatusCode.POLICY_VIOLATION, "that message makes no sense");
    }
  }

  private boolean accept(ClientMessage message) {
    switch (message) {
      case ClientMessage.Resize resize -> resize(resize);
      case ClientMessage.Shown(long total) -> {
        return window.acknowledge(total);
      }
      case ClientMessage.Probe(int number) -> answer(number);
    }
    return true;
  }

  private void resize(ClientMessage.Resize resize) {
    wanted = resize;
    Attached here = attached.get();
    if (here != null && here.access() == Access.OWNER) {
      here.attachment().resize(resize.columns(), resize.rows());
    }
  }

  private void answer(int number) {
    try {
      line().send(ServerMessage.probe(number));
    } catch (IOException gone) {
      line().session().disconnect();
    }
  }

  @Override
  public void onWebSocketPong(ByteBuffer payload) {
    heard = System.nanoTime();
  }

  /** Asks the browser whether it's there, unless it has been silent for too long. */
  void ping(Duration silence) {
    Session session = line().session();
    if (System.nanoTime() - heard > silence.toNanos()) {
      session.disconnect();
    } else {
      session.sendPing(ByteBuffer.allocate(0), Callback.NOOP);
    }
  }

  @Override
  public void onWebSocketClose(int status, String reason, Callback callback) {
    callback.succeed();
    release();
  }

  @Override
  public void onWebSocketError(Throwable cause) {
    release();
  }

  private void release() {
    if (closed.compareAndSet(false, true)) {
      terminals.closed(this);
      window.close();
      detach();
    }
  }

  private void end(String why, int status) {
    try {
      line().send(ServerMessage.ended(why));
    } catch (IOException gone) {
      // then there's nobody to be told
    }
    line().close(status, "");
    release();
  }

  private SocketLine line() {
    return Objects.requireNonNull(line, "the connection is open");
  }

  /** How the browser is attached. */
  private record Attached(Attachment attachment, Access access) {}

  /** Shows the terminal in pieces that leave room for other messages. */
  private final class BrowserViewer implements SeatTerminal.Viewer {

    @Override
    public void show(byte[] bytes) throws IOException {
      try {
        for (int from = 0; from < bytes.length; from += AckWindow.LEAST / 2) {
          int length = Math.min(AckWindow.LEAST / 2, bytes.length - from);
          window.take(length);
          line().send(bytes, from, length);
          terminals.shown(length);
        }
      } catch (IOException gone) {
        if (!closed.get()) {
          terminals.gaveUp();
          line().session().disconnect();
        }
        throw gone;
      }
    }

    @Override
    public void resized(int columns, int rows) throws IOException {
      line().send(ServerMessage.size(columns, rows));
    }

    @Override
    public void ended(String why) {
      end(why, StatusCode.NORMAL);
    }
  }
}
