package dev.deckhand.lab.workspace;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;

/**
 * Tells the shell's own marks from what programs write, in a stream that comes in pieces of any
 * size. A mark is {@code ESC ] 7770 ; NONCE ; TEXT NUL}; without the nonce it is output like any
 * other.
 */
final class ShellMarkerScanner {

  /** A folder's name has 4096 bytes at most; the rest of a mark is short. */
  private static final int MAX_MARKER_LENGTH = 8192;

  private final byte[] opening;
  private final Sink sink;
  private final ByteArrayOutputStream marker = new ByteArrayOutputStream();
  private int matched;
  private boolean inMarker;

  ShellMarkerScanner(String nonce, Sink sink) {
    this.opening = ("\033]7770;" + nonce + ";").getBytes(StandardCharsets.US_ASCII);
    this.sink = sink;
  }

  /** Takes the next piece; the sink is told in the stream's order. */
  void scan(byte[] bytes, int length) {
    int from = 0;
    for (int i = 0; i < length; i++) {
      byte b = bytes[i];
      if (inMarker) {
        from = i + 1;
        appendToMarker(b);
      } else if (b == opening[matched]) {
        if (matched == 0) {
          pass(bytes, from, i);
        }
        matched++;
        from = i + 1;
        if (matched == opening.length) {
          matched = 0;
          inMarker = true;
        }
      } else if (matched > 0) {
        passPartialOpening();
        from = i;
        i--;
      }
    }
    pass(bytes, from, length);
  }

  /** Hands out what looked like the beginning of a mark, once nothing more will come. */
  void end() {
    passPartialOpening();
  }

  private void passPartialOpening() {
    int held = matched;
    matched = 0;
    pass(opening, 0, held);
  }

  private void pass(byte[] bytes, int from, int to) {
    if (to > from) {
      sink.output(bytes, from, to - from);
    }
  }

  private void appendToMarker(byte b) {
    if (b == 0) {
      inMarker = false;
      var text = marker.toString(StandardCharsets.UTF_8);
      marker.reset();
      sink.marker(text);
    } else if (marker.size() < MAX_MARKER_LENGTH) {
      marker.write(b);
    }
  }

  /** Told what came, in order. */
  interface Sink {

    /** Something that a program wrote. */
    void output(byte[] bytes, int offset, int length);

    /** A mark of the shell's. */
    void marker(String text);
  }
}
