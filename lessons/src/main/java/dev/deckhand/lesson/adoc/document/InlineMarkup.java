package dev.deckhand.lesson.adoc.document;

/**
 * The unambiguous markup of converted text: each element begins with a tag that contains a control
 * character, {@code <^a KIND TARGET>}, and ends with {@code <^a/>}.
 *
 * <p>The tags look like HTML because Asciidoctor's later substitutions skip HTML. No lesson may
 * contain the control character, so authors can't write such tags.
 */
public final class InlineMarkup {

  public static final char MARK = '\u0001';
  public static final String OPEN = "<" + MARK;
  public static final String CLOSE = "<" + MARK + "/>";

  private InlineMarkup() {}

  /** An element; the target is empty for most. */
  public static String element(String kind, String target, String text) {
    String address = target.isEmpty() ? "" : " " + target;
    return OPEN + kind + address + ">" + text + CLOSE;
  }
}
