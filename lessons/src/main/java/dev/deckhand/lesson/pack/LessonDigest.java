package dev.deckhand.lesson.pack;

import com.fasterxml.jackson.core.JsonProcessingException;
import dev.deckhand.lesson.Lesson;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/** Tells versions of a lesson apart, by everything that is in its compiled form. */
public final class LessonDigest {

  private LessonDigest() {}

  /**
   * The SHA-256 of the lesson's JSON in a pack, as {@code sha256:} and 64 hexadecimal digits.
   *
   * @param lesson with its steps as they are written
   */
  public static String of(Lesson lesson) {
    try {
      byte[] json = PackFormat.mapper().writeValueAsBytes(lesson);
      byte[] digest = MessageDigest.getInstance("SHA-256").digest(json);
      return "sha256:" + HexFormat.of().formatHex(digest);
    } catch (JsonProcessingException | NoSuchAlgorithmException impossible) {
      throw new IllegalStateException("lessons can be written, and hashed", impossible);
    }
  }
}
