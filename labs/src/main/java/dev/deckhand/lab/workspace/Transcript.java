package dev.deckhand.lab.workspace;

import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;

/**
 * Keeps the readable part of a command's output, in bounded memory: no control sequences, only the
 * final state of progress bars, and nothing of full-screen programs.
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
   * @param limit how many lines to keep from the beginning, and how many from the end
   */
  public Transcript(int limit) {
    this.lines = new TranscriptBuffer(limit);
    this.reader = new ControlSequenceParser(lines);
  }

  /** Appends the next piece, which may end within a character or a control sequence. */
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

  /** The kept lines; a line between them says how many were left out. */
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
