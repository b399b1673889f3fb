package dev.deckhand.check.document;

import java.util.List;
import java.util.stream.Stream;

/**
 * A kind of {@code deckhand/v1}.
 *
 * <p>Source: the table of kinds in the language reference.
 */
enum DeckhandKind {
  HTTP("Http", "url", "status, headers or body"),
  EXEC("Exec", "in command", "exitCode, stdout or stderr"),
  FILE("File", "path", "exists, content or yaml"),
  SNIPPET("Snippet", "variable", "type or value");

  private final String keyword;
  private final String subjectFields;
  private final String expectableFields;

  DeckhandKind(String word, String address, String said) {
    this.keyword = word;
    this.subjectFields = address;
    this.expectableFields = said;
  }

  static DeckhandKind of(String word) {
    return Stream.of(values()).filter(kind -> kind.keyword.equals(word)).findFirst().orElseThrow();
  }

  /** The kind as it is written in a document. */
  String keyword() {
    return keyword;
  }

  /** The fields that say what to observe. */
  List<String> subjectFields() {
    return List.of(subjectFields.split(" "));
  }

  /** The fields that can be expected, in words. */
  String expectableFields() {
    return expectableFields;
  }
}
