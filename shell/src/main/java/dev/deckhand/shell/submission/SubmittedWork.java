package dev.deckhand.shell.submission;

import dev.deckhand.lesson.Lesson;
import dev.deckhand.shell.submission.archive.SubmittedFile;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * What a grader runs and judges: the work that is in a submission for a lesson. Everything in it
 * comes from the learner: nothing in it is true because it's written there.
 *
 * @param lesson with its steps in the order in which the learner had them, and the learner's names
 *     and numbers
 * @param script what to run
 * @param answers from {@code answers.yaml}, by the ids of the questions; they are given when the
 *     step's script has ended. A question is answered here or in the script, not in both
 * @param choices from {@code answers.yaml}, by the ids of the quizzes, counted from 1
 * @param help that the learner took, as the learner's program recorded it
 * @param seed with which names and numbers were drawn for the learner, if any
 * @param lessonVersion of the lesson that the learner had; empty if it isn't known
 * @param files the learner's other files, by their paths in the workspace
 * @param remarks one sentence each on what was left out or isn't as expected, without those of the
 *     submission itself
 */
public record SubmittedWork(
    Lesson lesson,
    SubmittedScript script,
    Map<String, String> answers,
    Map<String, Set<Integer>> choices,
    LearnerHelp help,
    OptionalLong seed,
    String lessonVersion,
    SortedMap<String, SubmittedFile> files,
    List<String> remarks) {

  public SubmittedWork {
    answers = Collections.unmodifiableMap(new TreeMap<>(answers));
    choices = Collections.unmodifiableMap(new TreeMap<>(choices));
    files = Collections.unmodifiableSortedMap(new TreeMap<>(files));
    remarks = List.copyOf(remarks);
  }

  /**
   * Reads the work in a submission. Whatever is in it, there is a result: what can't be used is
   * left out, with a remark.
   *
   * @param lesson with its steps as they are written
   */
  public static SubmittedWork of(Submission submission, Lesson lesson) {
    return of(submission, lesson, OptionalLong.empty());
  }

  /**
   * The same for a learner whose seed is known.
   *
   * @param assigned the learner's seed; empty to take the one that the submission states
   */
  public static SubmittedWork of(Submission submission, Lesson lesson, OptionalLong assigned) {
    return new WorkReader(submission, lesson, assigned).read();
  }

  /** Whether the lesson has names and numbers of the learner's own, and nothing says which. */
  public boolean lacksSeed() {
    return !lesson.variation().isNone() && seed.isEmpty();
  }
}
