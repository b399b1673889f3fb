package dev.deckhand.shell.journal;

import dev.deckhand.lesson.LessonId;
import java.nio.file.Path;

/**
 * Where Deckhand keeps what lasts: one folder, easily found and easily removed.
 *
 * @param root {@code ~/.deckhand} unless told otherwise
 */
public record StateFolder(Path root) {

  /** The record of all that the learner did. */
  public Path journal() {
    return root.resolve("journal.jsonl");
  }

  /** The learner's files of a lesson. */
  public Path workspace(LessonId lesson) {
    return root.resolve("work").resolve(lesson.course()).resolve(lesson.lesson());
  }

  /** Where a workspace's files are put aside before a reset or a replay. */
  public Path attic(LessonId lesson) {
    return root.resolve("attic").resolve(lesson.course()).resolve(lesson.lesson());
  }

  /** The learner's notes of a lesson. */
  public Path notes(LessonId lesson) {
    return root.resolve("notes").resolve(lesson.course()).resolve(lesson.lesson());
  }

  /** The lines that were typed in a lesson. */
  public Path history(LessonId lesson) {
    return root.resolve("history").resolve(lesson.course() + "-" + lesson.lesson());
  }

  /** The folders of sessions that run, or were killed. */
  public Path run() {
    return root.resolve("run");
  }

  /** What the program has to say about itself when something goes wrong. */
  public Path log() {
    return root.resolve("log");
  }

  /** Whose containers are ours: the label's value tells state folders of one machine apart. */
  public String owner() {
    return Integer.toHexString(root.toAbsolutePath().normalize().toString().hashCode());
  }
}
