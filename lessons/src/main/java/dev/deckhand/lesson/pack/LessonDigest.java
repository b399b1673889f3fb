package dev.deckhand.lesson.pack;

import com.fasterxml.jackson.core.JsonProcessingException;
import dev.deckhand.lesson.Lesson;
import dev.deckhand.lesson.Script;
import dev.deckhand.lesson.Step;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.Stream;

/** Tells versions of a lesson apart, by everything that is in its compiled form. */
public final class LessonDigest {

  private LessonDigest() {}

  /**
   * The SHA-256 of the lesson's JSON in a pack, as {@code sha256:} and 64 hexadecimal digits.
   *
   * @param lesson with its steps as they are written
   */
  public static String of(Lesson lesson) {
    return sha256(lesson);
  }

  /**
   * The SHA-256 of what a lab is prepared with: the lesson's needs, and the commands of each step's
   * setup and solution. If it's the same in two versions of a lesson, what was observed with one of
   * them could have been observed with the other.
   *
   * @param lesson with its steps as they are written
   */
  public static String ofConditions(Lesson lesson) {
    var steps = new ArrayList<List<List<String>>>();
    for (Step step : lesson.steps()) {
      var scripts = new ArrayList<>(step.setup().stream().map(Script::entries).toList());
      Stream.ofNullable(step.solution()).map(Script::entries).forEach(scripts::add);
      steps.add(scripts);
    }
    return sha256(List.of(lesson.needs(), steps));
  }

  private static String sha256(Object value) {
    try {
      byte[] json = PackFormat.mapper().writeValueAsBytes(value);
      byte[] digest = MessageDigest.getInstance("SHA-256").digest(json);
      return "sha256:" + HexFormat.of().formatHex(digest);
    } catch (JsonProcessingException | NoSuchAlgorithmException impossible) {
      throw new IllegalStateException("lessons can be written, and hashed", impossible);
    }
  }
}
