package dev.deckhand.lesson.pack;

import static org.assertj.core.api.Assertions.assertThat;

import dev.deckhand.lesson.LessonCard;
import dev.deckhand.lesson.LessonId;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Objects;
import org.junit.jupiter.api.Test;

class LessonDigestTest {

  private static final String BEFORE_LESSON = "\"lesson\":";

  /** Packs are written by another process, in which sets have other orders. */
  @Test
  void theDigestIsThatOfTheLessonInItsPack() throws IOException {
    PackLibrary library = PackLibrary.builtIn();
    assertThat(library.lessons()).isNotEmpty();
    for (LessonCard card : library.lessons()) {
      String digest = LessonDigest.of(library.lesson(card.id()).orElseThrow());
      assertThat(digest).as(card.id().toString()).isEqualTo("sha256:" + sha256(json(card.id())));
    }
  }

  private static String json(LessonId id) throws IOException {
    String name = "/dev/deckhand/courses/" + PackFormat.fileOf(id);
    try (InputStream in =
        Objects.requireNonNull(LessonDigestTest.class.getResourceAsStream(name))) {
      String file = new String(in.readAllBytes(), StandardCharsets.UTF_8);
      int start = file.indexOf(BEFORE_LESSON) + BEFORE_LESSON.length();
      return file.substring(start, file.lastIndexOf('}'));
    }
  }

  private static String sha256(String text) {
    try {
      byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
      return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
    } catch (NoSuchAlgorithmException impossible) {
      throw new IllegalStateException(impossible);
    }
  }
}
