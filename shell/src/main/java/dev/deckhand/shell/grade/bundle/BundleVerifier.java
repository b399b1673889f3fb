package dev.deckhand.shell.grade.bundle;

import dev.deckhand.check.Judge;
import dev.deckhand.grade.Grade;
import dev.deckhand.lesson.CourseLibrary;
import dev.deckhand.lesson.Lesson;
import dev.deckhand.lesson.StepOrder;
import dev.deckhand.lesson.pack.LessonDigest;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Optional;

/** Checks bundles, and judges again what they recorded, without a lab. */
public final class BundleVerifier {

  private final CourseLibrary library;
  private final EvidenceJudge evidence;
  private final String trustedKey;

  /**
   * @param trustedKey the public key of the grader whose bundles are expected
   */
  public BundleVerifier(CourseLibrary library, Judge judge, String trustedKey) {
    this.library = library;
    this.evidence = new EvidenceJudge(judge);
    this.trustedKey = trustedKey;
  }

  /** What a check of a bundle found. */
  public sealed interface Result {
    /** It's whole, and judging again leads to the same grade. */
    record Valid(Bundle bundle) implements Result {}

    /** It was changed, or isn't a bundle. */
    record Damaged(String reason) implements Result {}

    /** It's whole, but somebody else signed it. */
    record ForeignKey(Bundle bundle) implements Result {}

    /** It's whole, but this program has another version of the lesson, or doesn't have it. */
    record OtherLesson(Bundle bundle, String reason) implements Result {}

    /** It's whole, but judging again leads to another grade. */
    record OtherGrade(Bundle bundle, Grade again) implements Result {}
  }

  /** Checks a bundle's file, of which no more is read than a bundle may have. */
  public Result verify(Path file) {
    try {
      return verify(Bundle.read(file));
    } catch (IOException damaged) {
      return new Result.Damaged(String.valueOf(damaged.getMessage()));
    }
  }

  /** Checks the bytes of a bundle's file. */
  public Result verify(byte[] file) {
    try {
      return verify(Bundle.read(file));
    } catch (IOException damaged) {
      return new Result.Damaged(String.valueOf(damaged.getMessage()));
    }
  }

  private Result verify(Bundle bundle) {
    if (!bundle.key().equals(trustedKey)) {
      return new Result.ForeignKey(bundle);
    }
    Optional<Lesson> lesson = library.lesson(bundle.content().lesson());
    if (lesson.isEmpty()) {
      return new Result.OtherLesson(bundle, "This program doesn't have the lesson.");
    }
    if (!LessonDigest.of(lesson.get()).equals(bundle.content().lessonDigest())) {
      return new Result.OtherLesson(bundle, "The lesson has changed since.");
    }
    Lesson taken =
        bundle.content().drawn(lesson.get()).withStepOrder(new StepOrder(bundle.content().order()));
    Grade again = evidence.judge(bundle.content(), taken);
    return Arrays.equals(Bundle.json(again), Bundle.json(bundle.content().grade()))
        ? new Result.Valid(bundle)
        : new Result.OtherGrade(bundle, again);
  }
}
