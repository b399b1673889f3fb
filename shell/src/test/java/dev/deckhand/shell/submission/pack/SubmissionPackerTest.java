package dev.deckhand.shell.submission.pack;

import static org.assertj.core.api.Assertions.assertThat;

import dev.deckhand.lesson.Lesson;
import dev.deckhand.lesson.Step;
import dev.deckhand.session.journal.JournalEvent;
import dev.deckhand.session.journal.JournalEvent.CommandFinished;
import dev.deckhand.session.journal.JournalEvent.CommandTyped;
import dev.deckhand.session.journal.JournalEvent.HintGiven;
import dev.deckhand.session.journal.JournalEvent.LessonFinished;
import dev.deckhand.session.journal.JournalEvent.QuestionAnswered;
import dev.deckhand.session.journal.JournalEvent.QuizAnswered;
import dev.deckhand.session.journal.JournalEvent.SandboxEntered;
import dev.deckhand.session.journal.JournalEvent.SandboxLeft;
import dev.deckhand.session.journal.JournalEvent.SeedDrawn;
import dev.deckhand.session.journal.JournalEvent.SessionLeft;
import dev.deckhand.session.journal.JournalEvent.SessionResumed;
import dev.deckhand.session.journal.JournalEvent.SolutionShown;
import dev.deckhand.session.journal.JournalEvent.StepBegan;
import dev.deckhand.session.journal.JournalEvent.StepOrderDrawn;
import dev.deckhand.session.journal.JournalEvent.StepPassed;
import dev.deckhand.session.journal.JournalEvent.StepReset;
import dev.deckhand.session.journal.StepOutcome;
import dev.deckhand.shell.journal.JournalEntry;
import dev.deckhand.shell.submission.LearnerHelp;
import dev.deckhand.shell.submission.LessonSamples;
import dev.deckhand.shell.submission.SeededLesson;
import dev.deckhand.shell.submission.SubmissionReader;
import dev.deckhand.shell.submission.SubmissionResult;
import dev.deckhand.shell.submission.SubmissionWriter;
import dev.deckhand.shell.submission.SubmittedEntry;
import dev.deckhand.shell.submission.SubmittedScript;
import dev.deckhand.shell.submission.SubmittedWork;
import dev.deckhand.shell.submission.archive.CollectedFiles;
import dev.deckhand.shell.submission.archive.SubmissionLimits;
import dev.deckhand.shell.submission.archive.SubmittedFile;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A journal, packed, written, read and understood as a grader does. */
class SubmissionPackerTest {

  private static final StepPassed FIRST_DONE = new StepPassed(1, StepOutcome.DONE);

  private final List<JournalEntry> journal = new ArrayList<>();
  private Lesson lesson = LessonSamples.docker();
  private Map<String, SubmittedFile> workspace = Map.of();

  @Test
  void whatWasTypedComesOutAtTheGrader() {
    session("a", new StepBegan(1));
    run(1, "docker run -d --name web nginx");
    run(1, "cat > page.html <<E\nnext\n'\nE");
    run(1, "java\nint x = 1;\n/exit");
    session("a", FIRST_DONE, new StepBegan(2));
    run(2, "  docker inspect web  ");
    session(
        "a",
        new HintGiven(2, 1),
        new HintGiven(2, 2),
        new QuestionAnswered(2, "2.q1", "1: wrong", false),
        new QuestionAnswered(2, "2.q1", "it's 2", true),
        new StepPassed(2, StepOutcome.DONE),
        new StepBegan(3),
        new QuizAnswered(3, "3.z1", Set.of(1, 3), false),
        new SolutionShown(3),
        new QuizAnswered(3, "3.z1", Set.of(2), true),
        new StepPassed(3, StepOutcome.DONE),
        new SessionLeft(3));

    SubmittedWork work = graded(pack());

    assertThat(texts(work))
        .isEqualTo(
            Map.of(
                1,
                List.of(
                    "docker run -d --name web nginx",
                    "cat > page.html <<E\nnext\n'\nE",
                    "java\nint x = 1;\n/exit"),
                2,
                List.of("docker inspect web", "answer 1: it's 2"),
                3,
                List.of("choose 1: 2")));
    assertThat(work.help()).isEqualTo(LearnerHelp.of(Map.of(2, 2), List.of(3), List.of()));
    assertThat(work.lessonVersion()).isEqualTo("sha256:1");
    assertThat(work.remarks()).isEmpty();
    assertThat(pack().steps())
        .extracting(PackedLesson.PackedStep::isMissing)
        .containsExactly(false, false, false, true);
  }

  @Test
  void onlyWhatFollowsTheLastResetCounts() {
    session("a", new StepBegan(1));
    run(1, "docker run mistake");
    session("a", new StepReset(1));
    run(1, "docker run right");
    session("a", FIRST_DONE, new StepReset(1));
    run(1, "docker run again");

    assertThat(texts(graded(pack()))).isEqualTo(Map.of(1, List.of("docker run right")));

    session("a", FIRST_DONE);
    assertThat(texts(graded(pack()))).isEqualTo(Map.of(1, List.of("docker run again")));
  }

  @Test
  void whatWasPlayedWithDoesNotCount() {
    session("a", new StepBegan(1));
    run(1, "docker run before");
    session("a", new SandboxEntered(1));
    run(1, "docker rm -f everything");
    session("a", new SandboxLeft(1));
    run(1, "docker run right");
    session("a", FIRST_DONE, new SandboxEntered(1));
    run(1, "docker rm -f everything");
    session("a", new SandboxLeft(1), new StepBegan(2));
    run(2, "docker ps");

    assertThat(texts(graded(pack())))
        .isEqualTo(Map.of(1, List.of("docker run right"), 2, List.of("docker ps")));
  }

  @Test
  void aCommandThatEndsAfterItsStepIsThereOnce() {
    session(
        "a",
        new StepBegan(1),
        new CommandTyped(1, "docker compose up"),
        FIRST_DONE,
        new CommandFinished(1, "docker compose up", 0, ""),
        new StepBegan(2));

    assertThat(texts(graded(pack()))).isEqualTo(Map.of(1, List.of("docker compose up")));
  }

  @Test
  void whatIsTypedAfterAStepBelongsToTheNext() {
    session("a", new StepBegan(1));
    run(1, "docker run web");
    session("a", FIRST_DONE);
    run(1, "docker rm -f web");
    session("a", new StepBegan(2));
    run(2, "docker run other");

    assertThat(texts(graded(pack())))
        .isEqualTo(
            Map.of(
                1, List.of("docker run web"), 2, List.of("docker rm -f web", "docker run other")));
  }

  @Test
  void aNewLabForgetsAndTheSameLabDoesNot() {
    session("a", new StepBegan(1));
    run(1, "docker run one");
    session("a", new StepBegan(1), new SessionResumed(1, true));
    run(1, "docker run two");
    session("a", FIRST_DONE, new StepBegan(2));
    run(2, "docker ps --all");
    session("a", new StepBegan(2), new SessionResumed(2, false));
    run(2, "docker ps");
    session("a", new SessionLeft(2));
    session("b", new StepBegan(2));
    assertThat(texts(graded(pack())))
        .as("nothing was done in the new session yet")
        .isEqualTo(Map.of(1, List.of("docker run one", "docker run two"), 2, List.of("docker ps")));

    session("b", new CommandTyped(2, "docker images"));
    assertThat(texts(graded(pack()))).containsEntry(2, List.of("docker images"));
  }

  @Test
  void theAttemptThatGotFurthestIsPacked() {
    session("a", new StepBegan(1), new SolutionShown(1));
    run(1, "docker run one");
    session("a", FIRST_DONE, new LessonFinished(), new SessionLeft(1));
    session("b", new StepBegan(1));
    run(1, "docker ps");
    session("b", new SessionLeft(1));

    PackedLesson packed = pack();
    assertThat(packed.earlierAttempt()).isTrue();
    assertThat(texts(graded(packed))).isEqualTo(Map.of(1, List.of("docker run one")));

    session("c", new StepBegan(1));
    run(1, "docker run two");
    session("c", FIRST_DONE);
    assertThat(pack().earlierAttempt()).isFalse();
    assertThat(texts(graded(pack()))).isEqualTo(Map.of(1, List.of("docker run two")));
    assertThat(graded(pack()).help().solutions())
        .as("who has seen a solution knows it in the next attempt")
        .containsExactly(1);
  }

  @Test
  void aSkippedStepIsMissing() {
    session("a", new StepBegan(1));
    run(1, "docker run half");
    session("a", new StepPassed(1, StepOutcome.SKIPPED), new StepBegan(2));

    assertThat(graded(pack()).help().skipped()).containsExactly(1);
    assertThat(texts(graded(pack()))).isEqualTo(Map.of(1, List.of("docker run half")));
  }

  @Test
  void theOrderThatWasDrawnIsKept() {
    lesson = LessonSamples.drawn();
    session("a", new StepOrderDrawn(List.of(1, 2, 3, 4)), new StepBegan(1), new HintGiven(2, 1));
    session("b", new StepOrderDrawn(List.of(2, 1, 4, 3)), new StepBegan(1));
    session("b", new QuestionAnswered(1, "2.q1", "x", true), FIRST_DONE, new StepBegan(2));
    run(2, "docker ps");

    SubmittedWork work = graded(pack());
    assertThat(work.lesson().steps())
        .extracting(Step::title)
        .containsExactly("Step 2", "Step 1", "Step 4", "Step 3");
    assertThat(texts(work)).isEqualTo(Map.of(1, List.of("answer 1: x"), 2, List.of("docker ps")));
    assertThat(work.help().hints()).isEqualTo(Map.of(1, 1));
  }

  @Test
  void theSeedOfTheAttemptIsKept(@TempDir Path folder) throws IOException {
    lesson = SeededLesson.compile(folder);
    session("a", new SeedDrawn(11), new StepBegan(1));
    run(1, "kubectl scale deployment web --replicas " + SeededLesson.count(lesson, 11));
    session("a", FIRST_DONE, new StepBegan(2));
    session("b", new SeedDrawn(12), new StepBegan(1));
    run(1, "kubectl get deployments");

    SubmittedWork work = graded(pack());
    assertThat(work.seed()).hasValue(11);
    assertThat(work.lesson().variation().seed()).isEqualTo(11);
    assertThat(work.remarks()).isEmpty();
    assertThat(work.lesson().steps().getFirst().checks().getFirst().title())
        .isEqualTo("There are " + SeededLesson.count(lesson, 11) + " replicas");
  }

  @Test
  void whatNeedsAPersonIsLeftOutAndSaid() {
    session("a", new StepBegan(1));
    run(1, "edit pod.yaml");
    run(1, "vi pod.yaml");
    run(1, "kubectl get pods | less");
    run(1, "# a remark");
    run(1, "echo 'open");
    session(
        "a",
        new CommandTyped(1, "kubectl logs -f web"),
        new CommandFinished(1, "kubectl logs -f web", 130, ""));
    run(1, "kubectl apply -f pod.yaml -f gone.yaml");
    run(1, "kubectl create -f - < \u001b[2J.yaml");
    workspace =
        Map.of(
            "pod.yaml", SubmittedFile.text("kind: Pod\n"),
            "Step-1.sh", SubmittedFile.text("x"),
            "answers.yaml", SubmittedFile.text("x"));

    PackedLesson packed = pack();

    assertThat(texts(graded(packed)).get(1)).contains("kubectl apply -f pod.yaml -f gone.yaml");
    assertThat(packed.files()).containsExactly("pod.yaml");
    assertThat(packed.missingFiles())
        .containsExactly(
            new PackedLesson.MissingFile(1, "gone.yaml", "kubectl apply -f pod.yaml -f gone.yaml"));
    assertThat(packed.remarks())
        .containsExactly(
            "\"Step-1.sh\" of your files is left out: it has a name of its own in submissions.",
            "\"answers.yaml\" of your files is left out: it has a name of its own in submissions.",
            "step 1: \"edit pod.yaml\" needs a person; the file is submitted as it is now.",
            "step 1: \"vi pod.yaml\" needs a person at a terminal.",
            "step 1: \"kubectl get pods | less\" needs a person at a terminal.",
            "step 1: \"echo 'open\" isn't a whole command.",
            "step 1: \"kubectl logs -f web\" was stopped by Ctrl-C.");
  }

  @Test
  void filesThatCommandsWriteAreNotMissing() {
    session("a", new StepBegan(1));
    run(1, "cat > a.yaml <<E\nx\nE");
    run(1, "echo x | tee b.yaml");
    run(1, "cat <<E | kubectl apply -f -\nx: c.yaml\nE");
    run(1, "kubectl apply --filename=./a.yaml,x -f b.yaml --values=sub/d.yaml");
    run(1, "kubectl apply -f https://example.org/e.yaml -f /etc/f.yaml");
    run(1, "docker build -f Dockerfile . && docker run nginx < g.txt");

    assertThat(pack().missingFiles())
        .extracting(PackedLesson.MissingFile::path)
        .containsExactly("sub/d.yaml", "Dockerfile", "g.txt");
  }

  private void session(String id, JournalEvent... events) {
    for (JournalEvent event : events) {
      journal.add(new JournalEntry(Instant.ofEpochSecond(journal.size()), id, lesson.id(), event));
    }
  }

  /** In the session that wrote last. */
  private void run(int step, String command) {
    String id = journal.getLast().session();
    session(id, new CommandTyped(step, command), new CommandFinished(step, command, 0, "out"));
  }

  private PackedLesson pack() {
    return new SubmissionPacker(lesson, "sha256:1", "0.1.0")
        .pack("anna", journal, new CollectedFiles(new TreeMap<>(workspace), List.of()));
  }

  /** Writes the zip and reads it. */
  private SubmittedWork graded(PackedLesson packed) {
    byte[] zip = SubmissionWriter.pack(packed.submission());
    SubmissionResult read = new SubmissionReader(SubmissionLimits.DEFAULT).read("anna.zip", zip);
    assertThat(read).isInstanceOf(SubmissionResult.Accepted.class);
    var submission = ((SubmissionResult.Accepted) read).submission();
    assertThat(submission.digest()).isEqualTo(packed.submission().digest());
    return SubmittedWork.of(submission, lesson);
  }

  private static Map<Integer, List<String>> texts(SubmittedWork work) {
    assertThat(work.script()).isInstanceOf(SubmittedScript.BySteps.class);
    var texts = new TreeMap<Integer, List<String>>();
    ((SubmittedScript.BySteps) work.script())
        .steps()
        .forEach((step, entries) ->
            texts.put(step, entries.stream().map(SubmittedEntry::text).toList()));
    return texts;
  }
}
