package dev.deckhand.shell.submission.pack;

import dev.deckhand.lesson.Lesson;
import dev.deckhand.lesson.Step;
import dev.deckhand.lesson.StepOrderMode;
import dev.deckhand.lesson.adoc.LessonVariants;
import dev.deckhand.shell.journal.JournalEntry;
import dev.deckhand.shell.submission.Submission;
import dev.deckhand.shell.submission.SubmissionDetails;
import dev.deckhand.shell.submission.SubmittedWork;
import dev.deckhand.shell.submission.archive.CollectedFiles;
import dev.deckhand.shell.submission.archive.SubmittedFile;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.OptionalLong;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.regex.Pattern;

/** Makes a submission of a lesson's journal and the learner's files. */
public final class SubmissionPacker {

  /** Names that a file of the workspace can't have in a submission. */
  private static final Pattern RESERVED =
      Pattern.compile("(step-\\d+\\.sh|submission\\.(sh|yaml)|answers\\.ya?ml)(/.*)?");

  private final Lesson lesson;
  private final String lessonVersion;
  private final String program;

  /**
   * @param lesson with its steps as they are written
   * @param lessonVersion a digest of the lesson
   * @param program the version of this program
   */
  public SubmissionPacker(Lesson lesson, String lessonVersion, String program) {
    this.lesson = lesson;
    this.lessonVersion = lessonVersion;
    this.program = program;
  }

  /**
   * Packs a lesson.
   *
   * @param name of the submission
   * @param entries the lesson's entries in the journal
   * @param workspace the learner's files
   */
  public PackedLesson pack(String name, List<JournalEntry> entries, CollectedFiles workspace) {
    JournalReplay.Replayed replayed = JournalReplay.of(lesson, entries);
    Lesson ordered =
        LessonVariants.of(lesson, replayed.attempt().seed()).withStepOrder(replayed.order());
    List<String> remarks = new ArrayList<>(workspace.remarks());
    SortedMap<String, SubmittedFile> files = new TreeMap<>(CollectedFiles.pathOrder());
    workspace
        .files()
        .forEach((path, file) -> {
          if (RESERVED.matcher(path.toLowerCase(Locale.ROOT)).matches()) {
            remarks.add(
                "\"%s\" of your files is left out: it has a name of its own in submissions."
                    .formatted(path));
          } else {
            files.put(path, file);
          }
        });
    List<String> ownFiles = List.copyOf(files.keySet());
    var steps = new ArrayList<PackedLesson.PackedStep>();
    var references = new FileReferences(ownFiles);
    for (Step step : ordered.steps()) {
      StepScriptWriter.StepScript script =
          StepScriptWriter.of(step, replayed.attempt().actions(step.number()));
      if (!script.entries().isEmpty()) {
        files.put("step-" + step.number() + ".sh", SubmittedFile.text(script.text()));
      }
      remarks.addAll(script.leftOut());
      script.entries().forEach(entry -> references.add(step.number(), entry));
      steps.add(packed(step, script, replayed));
    }
    files.put(SubmissionDetails.FILE, SubmittedFile.text(details(replayed).toYaml()));
    Submission submission = Submission.of(name, files);
    // what a grader will say
    remarks.addAll(SubmittedWork.of(submission, lesson).remarks());
    return new PackedLesson(
        submission,
        replayed.attempt().begunAt(),
        replayed.earlierAttempt(),
        steps,
        ownFiles,
        references.missing(),
        remarks);
  }

  private static PackedLesson.PackedStep packed(
      Step step, StepScriptWriter.StepScript script, JournalReplay.Replayed replayed) {
    return new PackedLesson.PackedStep(
        step.number(),
        step.title(),
        replayed.attempt().outcomes().get(step.number()),
        script.entries().size() - script.answers(),
        script.answers(),
        replayed.help().hints().getOrDefault(step.number(), 0),
        replayed.help().solutions().contains(step.number()),
        !step.isReadingOnly());
  }

  private SubmissionDetails details(JournalReplay.Replayed replayed) {
    boolean drawn = lesson.ordering() == StepOrderMode.DRAWN;
    return new SubmissionDetails(
        lesson.id().toString(),
        lessonVersion,
        program,
        drawn ? replayed.order().written() : List.of(),
        lesson.variation().isNone()
            ? OptionalLong.empty()
            : OptionalLong.of(replayed.attempt().seed()),
        replayed.help());
  }
}
