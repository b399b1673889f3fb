package dev.deckhand.shell.loop;

import dev.deckhand.session.Message;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;

/** The queue of messages for the session. Thread-safe. */
public final class Inbox {

  private final BlockingQueue<Message> messages = new LinkedBlockingQueue<>();

  /** Adds a message. */
  public void post(Message message) {
    messages.add(message);
  }

  /** Waits for the next message. */
  public Message take() throws InterruptedException {
    return messages.take();
  }
}
