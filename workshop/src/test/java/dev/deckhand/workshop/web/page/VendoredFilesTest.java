package dev.deckhand.workshop.web.page;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.List;
import java.util.Objects;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class VendoredFilesTest {

  private static final String FOLDER = "/dev/deckhand/workshop/web/page/vendor/";

  private static byte[] read(String name) throws IOException {
    try (var stream = VendoredFilesTest.class.getResourceAsStream(FOLDER + name)) {
      return Objects.requireNonNull(stream, name).readAllBytes();
    }
  }

  @Test
  void theFilesOfOthersAreAsTheyWereFetched() throws Exception {
    var expected = new TreeMap<String, String>();
    new String(read("checksums"), StandardCharsets.UTF_8)
        .lines()
        .map(line -> line.split(" {2}", -1))
        .forEach(parts -> expected.put(parts[1], parts[0]));
    assertThat(expected.keySet())
        .containsExactlyInAnyOrderElementsOf(namesInList())
        .anyMatch(name -> name.contains("license"));
    for (var entry : expected.entrySet()) {
      byte[] digest = MessageDigest.getInstance("SHA-256").digest(read(entry.getKey()));
      assertThat(HexFormat.of().formatHex(digest)).as(entry.getKey()).isEqualTo(entry.getValue());
    }
  }

  private static List<String> namesInList() throws IOException {
    try (Stream<String> lines = Files.lines(Path.of("vendor", "packages.tsv"))) {
      return lines
          .filter(line -> !line.startsWith("#"))
          .map(line -> line.substring(line.lastIndexOf('\t') + 1))
          .toList();
    }
  }

  @Test
  void noFileAsksAnotherHost() throws IOException {
    for (String name :
        List.of(
            "base.css",
            "seat.css",
            "join.css",
            "instructor.css",
            "terminal.css",
            "seat.html",
            "join.html",
            "instructor.html",
            "seat.js",
            "terminal.js",
            "vendor/xterm.css")) {
      String text = new String(read("../" + name), StandardCharsets.UTF_8);
      assertThat(text)
          .as(name)
          .doesNotContain("src=\"http", "href=\"http", "url(http", "@import", "from \"http");
    }
  }
}
