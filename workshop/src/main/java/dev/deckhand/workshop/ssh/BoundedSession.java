package dev.deckhand.workshop.ssh;

import java.io.IOException;
import java.util.concurrent.atomic.AtomicInteger;
import org.apache.sshd.common.SshException;
import org.apache.sshd.common.io.IoSession;
import org.apache.sshd.common.io.IoWriteFuture;
import org.apache.sshd.common.util.buffer.Buffer;
import org.apache.sshd.server.ServerFactoryManager;
import org.apache.sshd.server.session.ServerSessionImpl;

/**
 * A session that ends when too much waits to be sent: a client may ask again and again, and read no
 * answer. The output of terminals has a bound of its own, long before.
 */
final class BoundedSession extends ServerSessionImpl {

  private static final int LIMIT = 512 * 1024;

  /** What a packet costs beside its content. */
  private static final int OVERHEAD = 64;

  private final AtomicInteger waiting = new AtomicInteger();

  BoundedSession(ServerFactoryManager server, IoSession connection) throws Exception {
    super(server, connection);
  }

  @Override
  public IoWriteFuture writePacket(Buffer buffer) throws IOException {
    int size = buffer.available() + OVERHEAD;
    if (waiting.addAndGet(size) > LIMIT) {
      waiting.addAndGet(-size);
      close(true);
      throw new SshException("the client doesn't read");
    }
    IoWriteFuture future = super.writePacket(buffer);
    future.addListener(_ -> waiting.addAndGet(-size));
    return future;
  }
}
