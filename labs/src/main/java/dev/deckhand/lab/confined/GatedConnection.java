package dev.deckhand.lab.confined;

import dev.deckhand.lab.xray.HttpStreamParser;
import dev.deckhand.lab.xray.HttpStreamParser.BodyFraming;
import dev.deckhand.lab.xray.HttpStreamParser.MessageHead;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.UnixDomainSocketAddress;
import java.nio.channels.Channels;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;

/** One connection of a submission to its engine, through the gate. */
final class GatedConnection {

  private static final int BUFFER_SIZE = 32 * 1024;
  private static final int SWITCHING_PROTOCOLS = 101;

  /** How long the engine may take to say that it switches; it does so at once or never. */
  private static final int SWITCH_TIMEOUT_SECONDS = 60;

  /** How long answers to earlier requests may take, before a refusal follows them. */
  private static final int ANSWERS_TIMEOUT_SECONDS = 5;

  private final SocketChannel guest;
  private final SocketChannel engine;
  private final InputStream fromGuest;
  private final OutputStream toGuest;
  private final OutputStream toEngine;
  private final Deque<Pending> pending = new ArrayDeque<>();

  /** A request that has been forwarded, and the status of its answer. */
  private record Pending(boolean isHead, CompletableFuture<Integer> status) {}

  GatedConnection(SocketChannel guest, SocketChannel engine) {
    this.guest = guest;
    this.engine = engine;
    this.fromGuest = new BufferedInputStream(Channels.newInputStream(guest), BUFFER_SIZE);
    this.toGuest = Channels.newOutputStream(guest);
    this.toEngine = Channels.newOutputStream(engine);
  }

  /**
   * Serves connections to an engine.
   *
   * @param engine its own socket
   */
  static GuestSocket.Service to(Path engine) {
    return guest -> {
      try (SocketChannel host = SocketChannel.open(UnixDomainSocketAddress.of(engine))) {
        new GatedConnection(guest, host).serve();
      }
    };
  }

  /** Serves the connection until one side ends it. */
  void serve() {
    Thread answers = Thread.ofVirtual().name("gate-answers").start(this::forwardAnswers);
    try {
      EngineGate.Decision.Refuse refusal = forwardRequests();
      engine.shutdownOutput();
      if (refusal == null) {
        answers.join();
      } else {
        answers.join(ANSWERS_TIMEOUT_SECONDS * 1000L);
        refuse(refusal);
      }
    } catch (IOException broken) {
      // one of the two has gone
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
    } finally {
      GuestSocket.closeQuietly(guest);
      GuestSocket.closeQuietly(engine);
    }
  }

  /** Returns the refusal that ends the connection, or null if the guest ended it. */
  private EngineGate.Decision.@Nullable Refuse forwardRequests()
      throws IOException, InterruptedException {
    while (true) {
      RequestHead head;
      byte[] description = null;
      try {
        Optional<RequestHead> next = RequestHead.read(fromGuest);
        if (next.isEmpty()) {
          return null;
        }
        head = next.get();
        if (head.request().describesSomething()) {
          description = RequestBody.read(head, fromGuest);
        }
      } catch (IOException invalid) {
        return new EngineGate.Decision.Refuse(400, String.valueOf(invalid.getMessage()));
      }
      if (EngineGate.decide(head.request(), description)
          instanceof EngineGate.Decision.Refuse refusal) {
        return refusal;
      }
      Pending sent = forward(head, description);
      if (head.upgrade() && awaitStatus(sent) == SWITCHING_PROTOCOLS) {
        fromGuest.transferTo(toEngine);
        return null;
      }
    }
  }

  private Pending forward(RequestHead head, byte @Nullable [] description) throws IOException {
    var sent = new Pending(head.request().method().equals("HEAD"), new CompletableFuture<>());
    synchronized (pending) {
      pending.add(sent);
    }
    if (description != null) {
      toEngine.write(head.bytes(description.length));
      toEngine.write(description);
      toEngine.flush();
    } else {
      toEngine.write(head.bytes());
      toEngine.flush();
      RequestBody.forward(head, fromGuest, toEngine);
    }
    return sent;
  }

  /**
   * What follows a request for another protocol is only forwarded unread if the engine has
   * switched: otherwise, it's the next request.
   */
  private static int awaitStatus(Pending sent) throws IOException, InterruptedException {
    try {
      return sent.status().get(SWITCH_TIMEOUT_SECONDS, TimeUnit.SECONDS);
    } catch (TimeoutException | ExecutionException unanswered) {
      throw new IOException("the engine doesn't answer", unanswered);
    }
  }

  private void forwardAnswers() {
    var parser = new HttpStreamParser(this::answerRead);
    var buffer = new byte[BUFFER_SIZE];
    try (InputStream answers = Channels.newInputStream(engine)) {
      for (int read = answers.read(buffer); read >= 0; read = answers.read(buffer)) {
        // first, so that an answer is known before the guest can send what follows it
        parser.accept(buffer, read);
        toGuest.write(buffer, 0, read);
      }
    } catch (IOException broken) {
      GuestSocket.closeQuietly(guest);
    } finally {
      synchronized (pending) {
        pending.forEach(request -> request.status().cancel(false));
      }
    }
  }

  private BodyFraming answerRead(MessageHead answer) {
    int status = Integer.parseInt(answer.startLine().split(" ", 3)[1]);
    if (status == 100) {
      return new BodyFraming.FixedLength(0);
    }
    Pending request;
    synchronized (pending) {
      request = pending.remove();
    }
    request.status().complete(status);
    if (status == SWITCHING_PROTOCOLS) {
      return new BodyFraming.UntilClose();
    }
    boolean empty = request.isHead() || status == 204 || status == 304;
    return empty
        ? new BodyFraming.FixedLength(0)
        : answer.bodyFraming(new BodyFraming.UntilClose());
  }

  private void refuse(EngineGate.Decision.Refuse refusal) throws IOException {
    String message =
        refusal.message().replaceAll("[^\\x20-\\x7e]", "?").replace("\\", "/").replace('"', '\'');
    byte[] body = ("{\"message\":\"" + message + "\"}\n").getBytes(StandardCharsets.US_ASCII);
    String head =
        "HTTP/1.1 "
            + refusal.status()
            + (refusal.status() == 403 ? " Forbidden" : " Bad Request")
            + "\r\nContent-Type: application/json\r\nConnection: close\r\nContent-Length: "
            + body.length
            + "\r\n\r\n";
    toGuest.write(head.getBytes(StandardCharsets.US_ASCII));
    toGuest.write(body);
    guest.shutdownOutput();
    // a guest that is still sending would otherwise see a reset instead of the answer
    long unread = 1 << 20;
    var buffer = new byte[BUFFER_SIZE];
    for (int read = 0; unread > 0 && read >= 0; unread -= read) {
      read = fromGuest.read(buffer);
    }
  }
}
