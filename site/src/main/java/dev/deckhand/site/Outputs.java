package dev.deckhand.site;

import java.util.List;

/** What stands below a command that is offered, in AsciiDoc. */
interface Outputs {

  /** Nothing, whatever the command. */
  Outputs NONE = _ -> List.of();

  /**
   * Returns the lines below a command, to be asked once for each, in the order of the text.
   *
   * @return safe AsciiDoc lines; empty for nothing
   */
  List<String> below(String command);
}
