package dev.deckhand.workshop.ssh;

/** Text for a terminal that nobody but us has a say in. */
final class PrintableText {

  private PrintableText() {}

  /** The text without control characters, except for line breaks. */
  static String of(String text) {
    return text.replaceAll("[\\p{Cc}\\p{Cf}&&[^\\n]]", "");
  }
}
