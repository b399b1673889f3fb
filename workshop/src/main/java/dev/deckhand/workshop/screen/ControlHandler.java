package dev.deckhand.workshop.screen;

/** Is told what stands in the output of a program, in its order. */
interface ControlHandler {

  /** A character to show. */
  void print(int codePoint);

  /** One of the control characters below a space, except for escape. */
  void control(int character);

  /**
   * A sequence of escape and one character.
   *
   * @param intermediate the character between, or 0
   */
  void escape(int intermediate, int last);

  /**
   * A control sequence.
   *
   * @param prefix one of {@code < = > ?}, or 0
   * @param intermediate the last character before the final one that is none of a number's, or 0
   */
  void sequence(int prefix, ControlParameters parameters, int intermediate, int last);

  /** An operating system command, such as a title: at most 4,096 characters of it. */
  void command(String text);
}
