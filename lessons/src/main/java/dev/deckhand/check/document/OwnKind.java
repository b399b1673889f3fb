package dev.deckhand.check.document;

import java.util.List;
import java.util.stream.Stream;

/**
 * A kind of {@code deckhand/v1}.
 *
 * <p>Source: the table of kinds in the authors' reference page.
 */
enum OwnKind {
  HTTP("Http", "url", "status, headers or body"),
  EXEC("Exec", "in command", "exitCode, stdout or stderr"),
  FILE("File", "path", "exists, content or yaml"),
  SNIPPET("Snippet", "variable", "type or value");

  private final String word;
  private final String address;
  private final String said;

  OwnKind(String word, String address, String said) {
    this.word = word;
    this.address = address;
    this.said = said;
  }

  static OwnKind of(String word) {
    return Stream.of(values()).filter(kind -> kind.word.equals(word)).findFirst().orElseThrow();
  }

  /** The kind as it is written. */
  String word() {
    return word;
  }

  /** Fields that say what to look at. */
  List<String> address() {
    return List.of(address.split(" "));
  }

  /** What can be seen there, in words. */
  String said() {
    return said;
  }
}
