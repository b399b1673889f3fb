package dev.deckhand.lesson.coverage;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/**
 * What the texts name, as somebody noted who read them: each heading, each system and each concept,
 * with the entry that stands for it. The texts themselves are not in this repository.
 */
record TextTerms(List<Term> all) {

  private static final Path FILE = Path.of("src/test/resources/coverage/terms.txt");

  TextTerms {
    all = List.copyOf(all);
  }

  /** One of them, and the name of the entry that stands for it. */
  record Term(String text, String words, String entry) {}

  static TextTerms noted() throws IOException {
    return new TextTerms(
        Files.readAllLines(FILE).stream()
            .filter(line -> !line.isBlank() && !line.startsWith("#"))
            .map(TextTerms::term)
            .toList());
  }

  private static Term term(String line) {
    List<String> parts = List.of(line.split(" \\| ", -1));
    if (parts.size() != 3 || parts.stream().anyMatch(String::isBlank)) {
      throw new AssertionError("TEXT | TERM | ENTRY, and not: " + line);
    }
    return new Term(parts.get(0), parts.get(1), parts.get(2));
  }
}
