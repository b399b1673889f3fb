package dev.deckhand.site.asciidoc;

import java.util.List;

/** What stands below a command that is offered, in AsciiDoc. */
public interface OutputBlocks {

  /** Nothing, whatever the command. */
  OutputBlocks NONE = _ -> List.of();

  /**
   * Returns the lines below a command, to be asked once for each, in the order of the text.
   *
   * @return safe AsciiDoc lines; empty for nothing
   */
  List<String> linesBelow(String command);
}
