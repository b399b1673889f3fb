package dev.deckhand.shell.view.style;

import org.jline.utils.AttributedString;
import org.jline.utils.AttributedStringBuilder;
import org.jline.utils.AttributedStyle;

/**
 * Builds styled lines. It removes control characters, so that no text from a lesson or a cluster
 * can control the learner's terminal.
 */
public final class StyledLineBuilder {

  private final AttributedStringBuilder line = new AttributedStringBuilder();

  /** Appends sanitized text. */
  public StyledLineBuilder append(String text) {
    return append(text, AttributedStyle.DEFAULT);
  }

  /** Appends sanitized text in a style. */
  public StyledLineBuilder append(String text, AttributedStyle style) {
    line.append(TextSanitizer.singleLine(text), style);
    return this;
  }

  /** Adds what draws a picture: it takes no column of the line that it begins on. */
  public StyledLineBuilder appendImage(String sequence) {
    line.append(sequence, AttributedStyle.DEFAULT.hidden());
    return this;
  }

  /** Appends a styled line. */
  public StyledLineBuilder append(AttributedString written) {
    line.append(written);
    return this;
  }

  /** Ends the line where the author wants it to; {@link LineWrapper} keeps that. */
  public StyledLineBuilder lineBreak() {
    line.append("\n");
    return this;
  }

  /** Lays a style under all that was written: what its own styles leave open shows it. */
  public StyledLineBuilder withBackground(AttributedStyle ground) {
    AttributedString written = line.toAttributedString();
    line.setLength(0);
    for (int i = 0; i < written.length(); i++) {
      line.append(String.valueOf(written.charAt(i)), Palette.overlay(ground, written.styleAt(i)));
    }
    return this;
  }

  /** Fills with spaces up to a column, where the line is not there yet. */
  public StyledLineBuilder pad(int column) {
    line.append(" ".repeat(Math.max(0, column - line.columnLength())));
    return this;
  }

  public AttributedString build() {
    return line.toAttributedString();
  }

  /** Text in a style. */
  public static AttributedString of(String text, AttributedStyle style) {
    return new StyledLineBuilder().append(text, style).build();
  }

  /** Text as it stands. */
  public static AttributedString of(String text) {
    return new StyledLineBuilder().append(text).build();
  }
}
