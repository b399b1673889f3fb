package dev.deckhand.workshop.terminal;

import java.io.IOException;

/**
 * A seat's terminal, which outlives the connections to it. Any number of viewers see the same
 * screen. Thread-safe.
 */
public interface SeatTerminal {

  /** Shows a terminal somewhere. */
  interface Viewer {

    /**
     * Shows bytes of the terminal: UTF-8 with control sequences. May wait for a slow connection,
     * and then slows the terminal down; must give up after a bounded time. Called by one thread at
     * a time.
     *
     * @throws IOException if the viewer is gone; it's detached then
     */
    void show(byte[] bytes) throws IOException;

    /**
     * The size of the terminal is another one.
     *
     * @throws IOException if the viewer is gone; it's detached then
     */
    default void resized(int columns, int rows) throws IOException {}

    /** The seat has ended, or was taken from the learner. Called once, last. */
    void ended(String why);
  }

  /** What a viewer may do. */
  enum Access {
    /** The learner's own: types, and sets the size of the terminal. */
    OWNER,
    /** Types, and doesn't set the size. */
    TYPES,
    /** Sees. */
    SEES
  }

  /** A viewer that is attached. */
  interface Attachment extends AutoCloseable {

    /**
     * Types bytes. Returns at once: what doesn't fit into a bounded queue is dropped, and the
     * terminal's bell rings. Does nothing without the access to type.
     */
    void type(byte[] bytes);

    /** Sets the size, within 10 to 500 columns and 5 to 200 rows, if the viewer is the owner's. */
    void resize(int columns, int rows);

    /** Detaches the viewer; safe to call twice. The terminal goes on. */
    @Override
    void close();
  }

  /**
   * Attaches a viewer: it's shown the whole screen as it is, and then what changes.
   *
   * @throws IOException if the viewer is gone, or there are too many
   */
  Attachment attach(Viewer viewer, Access access) throws IOException;

  /** The current width in columns. */
  int columns();

  /** The current height in rows. */
  int rows();
}
