package dev.deckhand.shell.view;

import org.jline.utils.AttributedString;
import org.jline.utils.AttributedStringBuilder;
import org.jline.utils.AttributedStyle;

/**
 * The one way in which text becomes a styled line. What it writes holds no control characters, so
 * no text, a lesson's or a cluster's, drives the learner's terminal.
 */
final class Ink {

  private final AttributedStringBuilder line = new AttributedStringBuilder();

  /** Writes text as it stands, made harmless. */
  Ink put(String text) {
    return put(text, AttributedStyle.DEFAULT);
  }

  /** Writes text in a style, made harmless. */
  Ink put(String text, AttributedStyle style) {
    line.append(Harmless.line(text), style);
    return this;
  }

  /** Adds what draws a picture: it takes no column of the line that it begins on. */
  Ink draw(String sequence) {
    line.append(sequence, AttributedStyle.DEFAULT.hidden());
    return this;
  }

  /** Adds what another ink wrote. */
  Ink put(AttributedString written) {
    line.append(written);
    return this;
  }

  /** Ends the line where the author wants it to; {@link Wrap} keeps that. */
  Ink feed() {
    line.append("\n");
    return this;
  }

  /** Lays a style under all that was written: what its own styles leave open shows it. */
  Ink under(AttributedStyle ground) {
    AttributedString written = line.toAttributedString();
    line.setLength(0);
    for (int i = 0; i < written.length(); i++) {
      line.append(String.valueOf(written.charAt(i)), Palette.over(ground, written.styleAt(i)));
    }
    return this;
  }

  /** Fills with spaces up to a column, where the line is not there yet. */
  Ink pad(int column) {
    line.append(" ".repeat(Math.max(0, column - line.columnLength())));
    return this;
  }

  AttributedString done() {
    return line.toAttributedString();
  }

  /** Text in a style. */
  static AttributedString of(String text, AttributedStyle style) {
    return new Ink().put(text, style).done();
  }

  /** Text as it stands. */
  static AttributedString of(String text) {
    return new Ink().put(text).done();
  }
}
