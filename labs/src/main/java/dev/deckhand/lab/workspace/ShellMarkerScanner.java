package dev.deckhand.lab.workspace;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;

/**
 * Separates the shell's markers from the output of programs, in a stream that arrives in pieces of
 * any size. A marker is {@code ESC ] 7770 ; NONCE ; TEXT NUL}; without the nonce it is ordinary
 * output.
 */
public final class ShellMarkerScanner {

  /** A path has 4096 bytes at most; the rest of a marker is short. */
  private static final int MAX_MARKER_LENGTH = 8192;

  private final byte[] opening;
  private final Sink sink;
  private final ByteArrayOutputStream marker = new ByteArrayOutputStream();
  private int matched;
  private boolean inMarker;

  public ShellMarkerScanner(String nonce, Sink sink) {
    this.opening = ("\033]7770;" + nonce + ";").getBytes(StandardCharsets.US_ASCII);
    this.sink = sink;
  }

  /** Scans the next piece; the sink is called in the order of the stream. */
  public void scan(byte[] bytes, int length) {
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

  /** Passes on the beginning of an incomplete marker, when the stream has ended. */
  public void end() {
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

  /** Receives the parts of the stream, in order. */
  public interface Sink {

    /** Output of a program. */
    void output(byte[] bytes, int offset, int length);

    /** A marker of the shell. */
    void marker(String text);
  }
}
