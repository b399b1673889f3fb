package dev.deckhand.shell.submission;

import dev.deckhand.lesson.Lesson;
import dev.deckhand.lesson.adoc.CompiledLesson;
import dev.deckhand.lesson.adoc.CourseCompiler;
import dev.deckhand.lesson.adoc.LessonVariants;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;

/** A lesson in which each learner scales a Deployment to another number. */
public final class SeededLesson {

  private static final String TEXT =
      """
      = Scale
      :lab: kubernetes
      :vars: count=2..900

      == More of them

      Let `web` have {count} replicas.

      .There are {count} replicas
      [source.check,yaml,within=5s]
      ----
      apiVersion: apps/v1
      kind: Deployment
      metadata: {name: web}
      spec: {replicas: {count}}
      ----

      [source.solution,shell]
      ----
      kubectl scale deployment web --replicas {count}
      ----

      == Once more

      That was all.
      """;

  private SeededLesson() {}

  /** The lesson with the example's number. */
  public static Lesson compile(Path folder) throws IOException {
    Path file = Files.createDirectories(folder.resolve("course")).resolve("01-scale.adoc");
    Files.writeString(file, TEXT);
    try (var compiler = new CourseCompiler()) {
      CompiledLesson compiled = compiler.compileInCourse(file);
      if (!compiled.isValid()) {
        throw new IllegalStateException(compiled.findings().toString());
      }
      return Objects.requireNonNull(compiled.lesson());
    }
  }

  /** The number of replicas that a seed leads to. */
  public static String count(Lesson lesson, long seed) {
    return LessonVariants.of(lesson, seed).variation().values().getFirst().value();
  }
}
