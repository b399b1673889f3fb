package dev.deckhand.lab.java;

import dev.deckhand.lab.Console;
import dev.deckhand.lab.workspace.Transcript;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/** Passes what snippets print to the console and to the transcript. */
final class SnippetOutputStream extends OutputStream {

  private static final int TRANSCRIPT_LINES = 100;

  private Transcript transcript = new Transcript(TRANSCRIPT_LINES);
  private @Nullable Console console;
  private boolean lineOpen;

  /** Starts to show what is printed. */
  synchronized void attach(Console next) {
    transcript = new Transcript(TRANSCRIPT_LINES);
    console = next;
    lineOpen = false;
  }

  /** Stops showing it; returns the transcript. */
  synchronized String detach() {
    console = null;
    return transcript.text();
  }

  /** Prints a message of Deckhand on lines of its own. */
  synchronized void printMessage(String lines) {
    print((lineOpen ? "\n" : "") + lines + "\n");
  }

  /** Echoes what is typed, as a terminal does. */
  synchronized void echo(String typed) {
    print(typed);
  }

  private void print(String text) {
    byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
    write(bytes, 0, bytes.length);
  }

  @Override
  public void write(int one) {
    write(new byte[] {(byte) one}, 0, 1);
  }

  @Override
  public synchronized void write(byte[] bytes, int offset, int length) {
    Console shown = console;
    if (shown == null || length == 0) {
      return;
    }
    transcript.append(bytes, offset, length);
    lineOpen = bytes[offset + length - 1] != '\n';
    byte[] lines = withCarriageReturns(bytes, offset, length);
    try {
      shown.write(lines, 0, lines.length);
    } catch (IOException gone) {
      console = null;
    }
  }

  /**
   * Adds the carriage returns that a raw terminal needs. On bytes, since a chunk may end within a
   * character.
   */
  private static byte[] withCarriageReturns(byte[] bytes, int offset, int length) {
    var lines = new byte[2 * length];
    int end = 0;
    for (int i = offset; i < offset + length; i++) {
      if (bytes[i] == '\n') {
        lines[end++] = '\r';
      }
      lines[end++] = bytes[i];
    }
    return java.util.Arrays.copyOf(lines, end);
  }
}
