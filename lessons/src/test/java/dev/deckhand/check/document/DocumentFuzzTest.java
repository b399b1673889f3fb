package dev.deckhand.check.document;

import static org.assertj.core.api.Assertions.assertThat;

import dev.deckhand.fuzz.Mutator;
import dev.deckhand.fuzz.Runs;
import dev.deckhand.fuzz.Tokens;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Breaks the documents of checks at random. */
class DocumentFuzzTest {

  private static final int ROUNDS = 400;
  private static final Pattern BLOCK =
      Pattern.compile(
          "\\[source\\.(?:check|answer)([^\\n]*)]\\n----\\n(.*?)\\n----", Pattern.DOTALL);

  @Test
  void noDocumentIsTooBrokenToBeToldOf() throws IOException {
    var runs = new Runs(ROUNDS);
    var mutator = new Mutator(documents(), Tokens.OF_DOCUMENTS, Runs.seed());
    while (runs.goesOn()) {
      byte[] text = mutator.next();
      runs.attempt(text, ".yaml", () -> DocumentFuzz.fuzzerTestOneInput(text));
    }
    assertThat(runs.found()).as("found in %d documents", runs.done()).isEmpty();
  }

  private static List<byte[]> documents() throws IOException {
    try (Stream<Path> paths = Files.walk(Path.of("src"))) {
      return paths
          .filter(path -> path.toString().endsWith(".adoc"))
          .sorted()
          .flatMap(DocumentFuzzTest::documents)
          .toList();
    }
  }

  private static Stream<byte[]> documents(Path lesson) {
    try {
      return BLOCK
          .matcher(Files.readString(lesson, StandardCharsets.ISO_8859_1))
          .results()
          .map(DocumentFuzzTest::document)
          .toList()
          .stream();
    } catch (IOException unreadable) {
      throw new java.io.UncheckedIOException(unreadable);
    }
  }

  /** The attributes in the first line, as {@link DocumentFuzz} wants them. */
  private static byte[] document(MatchResult block) {
    String text = block.group(1).replace("yaml,", "") + "\n" + block.group(2);
    return text.getBytes(StandardCharsets.ISO_8859_1);
  }
}
