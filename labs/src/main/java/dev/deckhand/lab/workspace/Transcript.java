package dev.deckhand.lab.workspace;

import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;

/**
 * Keeps the readable part of what a command wrote, in bounded memory: no control sequences,
 * progress bars as they ended, nothing of a program that takes the whole screen.
 */
public final class Transcript {

  private final CharsetDecoder decoder =
      StandardCharsets.UTF_8
          .newDecoder()
          .onMalformedInput(CodingErrorAction.REPLACE)
          .onUnmappableCharacter(CodingErrorAction.REPLACE);
  private final ByteBuffer undecoded = ByteBuffer.allocate(8);
  private final CharBuffer chars = CharBuffer.allocate(8192);
  private final TranscriptBuffer lines;
  private final ControlSequenceParser reader;

  /**
   * @param keep how many lines are kept from the beginning, and how many from the end
   */
  public Transcript(int keep) {
    this.lines = new TranscriptBuffer(keep);
    this.reader = new ControlSequenceParser(lines);
  }

  /** Takes the next piece, which may end within a character or a control sequence. */
  public void append(byte[] bytes, int offset, int length) {
    var input = ByteBuffer.wrap(bytes, offset, length);
    while (undecoded.position() > 0 && input.hasRemaining()) {
      undecoded.put(input.get());
      undecoded.flip();
      decode(undecoded);
      undecoded.compact();
      if (!undecoded.hasRemaining()) {
        undecoded.clear();
      }
    }
    decode(input);
    undecoded.put(input);
  }

  /** The lines that were kept, joined; a line in the middle says how many were not. */
  public String text() {
    return lines.text();
  }

  private void decode(ByteBuffer input) {
    boolean full;
    do {
      full = decoder.decode(input, chars, false).isOverflow();
      chars.flip();
      reader.accept(chars);
      chars.clear();
    } while (full);
  }
}
