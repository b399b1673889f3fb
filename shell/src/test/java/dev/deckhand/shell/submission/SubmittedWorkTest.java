package dev.deckhand.shell.submission;

import static org.assertj.core.api.Assertions.assertThat;

import dev.deckhand.lesson.Lesson;
import dev.deckhand.session.input.SessionCommand;
import dev.deckhand.shell.submission.archive.SubmittedFile;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

/** What a grader gets to run, from scripts and manifests. */
class SubmittedWorkTest {

  @Test
  void eachStepHasItsScript() {
    SubmittedWork work =
        work(
            LessonSamples.docker(),
            Map.of(
                "step-1.sh",
                """
                #!/bin/bash
                # start it
                docker run -d \\
                  --name web nginx
                cat > a.txt <<E
                next
                E
                """,
                "step-02.sh",
                "answer it's 2\nnext\n",
                "step-3.sh",
                "choose 1, 3\n",
                "Dockerfile",
                "FROM nginx"));
    assertThat(work.script())
        .isEqualTo(
            new SubmittedScript.BySteps(
                new TreeMap<>(
                    Map.of(
                        1,
                        List.of(
                            command("docker run -d \\\n  --name web nginx"),
                            command("cat > a.txt <<E\nnext\nE")),
                        2,
                        List.of(new SubmittedEntry.Answer("answer it's 2", "2.q1", "it's 2")),
                        3,
                        List.of(new SubmittedEntry.Choice("choose 1, 3", "3.z1", Set.of(1, 3)))))));
    assertThat(work.files()).containsOnlyKeys("Dockerfile");
    assertThat(work.remarks()).isEmpty();
  }

  @Test
  void javaAndLoopsAreEntriesOfTheirOwn() {
    SubmittedWork work =
        work(
            LessonSamples.docker(),
            Map.of(
                "step-1.sh",
                "java\nint x = 1;\nx + 1\n/exit\nfor i in 1 2; do\n  echo $i\ndone\n"));
    assertThat(texts(work, 1))
        .containsExactly("java\nint x = 1;\nx + 1\n/exit", "for i in 1 2; do\n  echo $i\ndone");
    assertThat(entries(work, 1).getFirst())
        .isEqualTo(
            new SubmittedEntry.Command(
                "java\nint x = 1;\nx + 1\n/exit", new SessionCommand.Java("int x = 1;\nx + 1")));
  }

  @Test
  void oneScriptIsDividedAtNext() {
    SubmittedWork work =
        work(
            LessonSamples.docker(),
            Map.of("submission.sh", "docker ps\nnext\nanswer 3\nnext\nnext\ndocker images\n"));
    assertThat(texts(work, 1)).containsExactly("docker ps");
    assertThat(texts(work, 2)).containsExactly("answer 3");
    assertThat(texts(work, 3)).isEmpty();
    assertThat(texts(work, 4)).containsExactly("docker images");
    assertThat(work.remarks()).isEmpty();
  }

  @Test
  void moreStepsThanTheLessonHasAreLeftOut() {
    SubmittedWork work =
        work(
            LessonSamples.docker(),
            Map.of(
                "submission.sh",
                "a\nnext\nb\nnext\nc\nnext\nd\nnext\nnext\ne\nf\n",
                "other.txt",
                "x"));
    assertThat(texts(work, 4)).containsExactly("d");
    assertThat(work.remarks())
        .containsExactly(
            "submission.sh, line 10: from here on it's left out, because this is after the last"
                + " step.");
  }

  @Test
  void oneScriptWithoutNextHasNoSteps() {
    SubmittedWork work =
        work(
            LessonSamples.docker(),
            Map.of(
                "submission.sh",
                """
                docker ps
                answer one
                answer two
                answer three
                answer four
                choose 1
                choose 2
                choose 3
                """));
    assertThat(work.script())
        .isEqualTo(
            new SubmittedScript.Whole(
                List.of(
                    command("docker ps"),
                    new SubmittedEntry.Answer("answer one", "2.q1", "one"),
                    new SubmittedEntry.Answer("answer two", "4.q1", "two"),
                    new SubmittedEntry.Answer("answer four", "4.q2", "four"),
                    new SubmittedEntry.Choice("choose 1", "3.z1", Set.of(1)),
                    new SubmittedEntry.Choice("choose 3", "4.z1", Set.of(3)))));
    assertThat(work.remarks())
        .containsExactly(
            "submission.sh, line 4: this is left out, because a later line is for 4.q2 too.",
            "submission.sh, line 7: this is left out, because a later line is for 4.z1 too.");
  }

  @Test
  void oneScriptOfALessonWithOneStepIsThatStep() {
    SubmittedWork work = work(LessonSamples.oneStep(), Map.of("submission.sh", "docker ps\n"));
    assertThat(texts(work, 1)).containsExactly("docker ps");
  }

  @Test
  void wordsForAPersonAreLeftOut() {
    SubmittedWork work =
        work(
            LessonSamples.docker(),
            Map.of(
                "step-1.sh",
                """
                reset
                hint
                solution show
                play
                back
                quit
                exit
                xray
                skip
                check
                note a\033[2Jb
                explain pod
                edit pod.yaml
                set -e
                set -euo pipefail
                exit 1
                help me
                answer
                set -x
                check --all
                """));
    String rest = " is left out: it does nothing in a submission.";
    assertThat(texts(work, 1)).containsExactly("help me", "set -x", "check --all");
    assertThat(work.remarks())
        .containsExactly(
            "step-1.sh, line 1: \"reset\"" + rest,
            "step-1.sh, line 2: \"hint\"" + rest,
            "step-1.sh, line 3: \"solution show\"" + rest,
            "step-1.sh, line 4: \"play\"" + rest,
            "step-1.sh, line 5: \"back\"" + rest,
            "step-1.sh, line 6: \"quit\"" + rest,
            "step-1.sh, line 7: \"exit\" is left out: a submission runs to its end in any case.",
            "step-1.sh, line 8: \"xray\"" + rest,
            "step-1.sh, line 9: \"skip\"" + rest,
            "step-1.sh, line 10: \"check\"" + rest,
            "step-1.sh, line 11: \"note a<U+001B>[2Jb\"" + rest,
            "step-1.sh, line 12: \"explain pod\"" + rest,
            "step-1.sh, line 13: \"edit pod.yaml\" is left out: the file counts as it was"
                + " submitted.",
            "step-1.sh, line 14: \"set -e\" is left out: a submission runs to its end in any"
                + " case.",
            "step-1.sh, line 15: \"set -euo pipefail\" is left out: a submission runs to its end"
                + " in any case.",
            "step-1.sh, line 16: \"exit 1\" is left out: a submission runs to its end in any"
                + " case.",
            "step-1.sh, line 18: \"answer\" is left out: it should be answer TEXT, or answer 2:"
                + " TEXT for the second question.");
  }

  @Test
  void scriptsThatAreNoneAreSaidToBe() {
    SubmittedWork work =
        work(
            LessonSamples.docker(),
            Map.of(
                "step-1.sh", "a",
                "step-001.sh", "b",
                "step-9.sh", "c",
                "Step2.sh", "d",
                "submission.sh", "e",
                "sub/step-3.sh", "f"));
    assertThat(texts(work, 1)).containsExactly("b");
    assertThat(work.files()).containsOnlyKeys("Step2.sh", "sub/step-3.sh");
    assertThat(work.remarks())
        .containsExactly(
            "step-1.sh is left out, because there is another script for step 1.",
            "step-9.sh is left out: the lesson has steps 1 to 4.",
            "\"Step2.sh\" isn't run: the names of scripts are step-1.sh and so on, or"
                + " submission.sh.",
            "submission.sh is left out, because there are scripts for single steps.");
  }

  @Test
  void aCommandWithoutItsEndWouldWaitForever() {
    SubmittedWork work =
        work(LessonSamples.docker(), Map.of("step-1.sh", "docker ps\necho 'it\nand more\n"));
    assertThat(texts(work, 1)).containsExactly("docker ps");
    assertThat(work.remarks())
        .containsExactly(
            "step-1.sh, line 2: the command has no end (a quote, a bracket or a heredoc); it's"
                + " left out.");
  }

  @Test
  void answersThatNobodyAskedForAreLeftOut() {
    SubmittedWork work =
        work(
            LessonSamples.docker(),
            Map.of(
                "step-1.sh", "answer 3\nchoose 1\n",
                "step-2.sh", "answer 2: x\nanswer 1: first\nanswer second\n",
                "step-3.sh", "choose 4\nchoose 2\n"));
    assertThat(texts(work, 1)).isEmpty();
    assertThat(texts(work, 2)).containsExactly("answer second");
    assertThat(texts(work, 3)).containsExactly("choose 2");
    assertThat(work.remarks())
        .containsExactly(
            "step-1.sh, line 1: the answer is left out: step 1 has no question.",
            "step-1.sh, line 2: the choice is left out: step 1 has no quiz.",
            "step-2.sh, line 1: the answer is left out: step 2 has only one question.",
            "step-2.sh, line 2: this is left out, because a later line is for 2.q1 too.",
            "step-3.sh, line 1: the choice is left out: the numbers are 1 to 3.");
  }

  @Test
  void manifestsAloneAreApplied() {
    Map<String, String> files =
        Map.of(
            "b.yaml", "apiVersion: v1\nkind: Pod\n",
            "a 1.yml", "# my pod\n---\nkind: Pod\napiVersion: v1\n",
            "c.json", "{\"kind\": \"Pod\", \"apiVersion\": \"v1\"}",
            "values.yaml", "image: nginx\n",
            "k/kustomization.yaml", "apiVersion: kustomize.config.k8s.io/v1\nkind: Kustomization",
            "web/Chart.yaml", "apiVersion: v2\n",
            "web/templates/pod.yaml", "apiVersion: v1\nkind: Pod\n");
    SubmittedWork work = work(LessonSamples.kubernetes(), files);
    assertThat(work.script())
        .isEqualTo(
            new SubmittedScript.Whole(
                List.of(
                    command("kubectl apply -f 'a 1.yml'"),
                    command("kubectl apply -f b.yaml"),
                    command("kubectl apply -f c.json"))));
    assertThat(work.files()).hasSameSizeAs(files);
    assertThat(work.remarks())
        .containsExactly(
            "There is no script, so the manifests are applied in the order of their names: 3"
                + " files.");

    SubmittedWork other = work(LessonSamples.docker(), files);
    assertThat(other.script()).isEqualTo(new SubmittedScript.None());
    assertThat(other.remarks()).containsExactly("There is nothing to run in the submission.");
  }

  @Test
  void anEmptySubmissionHasNothingToRun() {
    SubmittedWork work = work(LessonSamples.kubernetes(), Map.of());
    assertThat(work.script()).isEqualTo(new SubmittedScript.None());
    assertThat(work.remarks()).containsExactly("There is nothing to run in the submission.");
  }

  @Test
  void remarksHaveAnEnd() {
    SubmittedWork work = work(LessonSamples.docker(), Map.of("step-1.sh", "hint\n".repeat(400)));
    assertThat(work.remarks()).hasSize(51).endsWith("There are 350 more remarks of this kind.");
  }

  static SubmittedWork work(Lesson lesson, Map<String, String> files) {
    var submitted = new TreeMap<String, SubmittedFile>();
    files.forEach((path, text) -> submitted.put(path, SubmittedFile.text(text)));
    return SubmittedWork.of(Submission.of("anna", submitted), lesson);
  }

  static List<SubmittedEntry> entries(SubmittedWork work, int step) {
    assertThat(work.script()).isInstanceOf(SubmittedScript.BySteps.class);
    return ((SubmittedScript.BySteps) work.script()).entries(step);
  }

  static List<String> texts(SubmittedWork work, int step) {
    return entries(work, step).stream().map(SubmittedEntry::text).toList();
  }

  private static SubmittedEntry command(String text) {
    return new SubmittedEntry.Command(text, new SessionCommand.Shell(text));
  }
}
