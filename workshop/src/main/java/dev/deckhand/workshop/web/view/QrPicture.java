package dev.deckhand.workshop.web.view;

import io.nayuki.qrcodegen.QrCode;

/** An address as a QR code. */
public final class QrPicture {

  private static final int QUIET = 4;
  private static final String FULL = "\u2588";
  private static final String UPPER = "\u2580";
  private static final String LOWER = "\u2584";

  private final QrCode code;

  /**
   * Encodes a text.
   *
   * @throws IllegalArgumentException if it's longer than a code can hold, about 2,300 bytes
   */
  public QrPicture(String text) {
    this.code = QrCode.encodeText(text, QrCode.Ecc.MEDIUM);
  }

  /** As an SVG picture, dark on white whatever the page's colours are: phones read it so. */
  public String svg() {
    int size = code.size + 2 * QUIET;
    var path = new StringBuilder();
    for (int y = 0; y < code.size; y++) {
      for (int x = 0; x < code.size; x++) {
        if (code.getModule(x, y)) {
          path.append('M').append(x + QUIET).append(' ').append(y + QUIET).append("h1v1h-1z");
        }
      }
    }
    return """
    <svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 %1$d %1$d" shape-rendering="crispEdges">\
    <rect width="%1$d" height="%1$d" fill="#fff"/><path d="%2$s" fill="#000"/></svg>
    """
        .formatted(size, path);
  }

  /** As lines of a terminal, two rows in a line; light on dark, as most terminals are. */
  public String text() {
    var lines = new StringBuilder();
    for (int y = -QUIET; y < code.size + QUIET; y += 2) {
      for (int x = -QUIET; x < code.size + QUIET; x++) {
        boolean upper = !code.getModule(x, y);
        boolean lower = y + 1 < code.size + QUIET && !code.getModule(x, y + 1);
        lines.append(upper ? (lower ? FULL : UPPER) : (lower ? LOWER : " "));
      }
      lines.append('\n');
    }
    return lines.toString();
  }
}
