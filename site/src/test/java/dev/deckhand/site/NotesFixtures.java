package dev.deckhand.site;

import dev.deckhand.check.Question;
import dev.deckhand.check.diagnostic.SourcePosition;
import dev.deckhand.lesson.Block;
import dev.deckhand.lesson.Inline;
import dev.deckhand.lesson.LabKind;
import dev.deckhand.lesson.LabNeeds;
import dev.deckhand.lesson.Lesson;
import dev.deckhand.lesson.LessonId;
import dev.deckhand.lesson.LessonMetadata;
import dev.deckhand.lesson.Quiz;
import dev.deckhand.lesson.ScriptSet;
import dev.deckhand.lesson.Step;
import dev.deckhand.lesson.StepContent;
import dev.deckhand.lesson.StepOrderMode;
import dev.deckhand.lesson.StepTasks;
import dev.deckhand.session.journal.JournalEvent;
import dev.deckhand.site.notes.LessonNotes;
import java.time.Instant;
import java.util.List;
import java.util.Set;

/** Notes to write, short to make. */
public final class NotesFixtures {

  public static final Instant AT = Instant.parse("2026-03-01T23:30:00Z");
  private static final SourcePosition PLACE = new SourcePosition("deployments.adoc", 1);

  private NotesFixtures() {}

  public static LessonNotes of(LessonNotes.Event... entries) {
    return new LessonNotes(lesson(), "Ada", List.of(entries));
  }

  public static LessonNotes.Event typed(String command, int exitCode, String output) {
    return new LessonNotes.Event(
        new JournalEvent.CommandFinished(1, command, exitCode, output), AT);
  }

  static Lesson lesson() {
    return new Lesson(
        LessonId.of("kubernetes/deployments"),
        "Deployments: say how many, and change your mind safely",
        new LabNeeds(Set.of(LabKind.KUBERNETES), List.of(), Set.of(), "shop"),
        new LessonMetadata(List.of(), 20, "beginner", StepOrderMode.WRITTEN),
        List.of(),
        List.of(
            step(1, "Write the note", List.of(), debrief()),
            step(2, "Break it", List.of(quiz()), List.of())),
        "kubernetes/deployments.adoc");
  }

  private static Step step(int number, String title, List<Quiz> quizzes, List<Block> debrief) {
    return new Step(
        number,
        title,
        new StepContent(List.of(), debrief, List.of()),
        new StepTasks(
            List.of(),
            List.of(new Question(number + ".a1", "Which revision is it now?", List.of(), PLACE)),
            quizzes,
            List.of()),
        ScriptSet.NONE,
        PLACE);
  }

  private static Quiz quiz() {
    return new Quiz(
        "2.q1",
        "Who started the new Pod?",
        List.of(
            new Quiz.Choice(words("The kubelet"), false, List.of()),
            new Quiz.Choice(words("The ReplicaSet controller"), true, List.of())),
        PLACE);
  }

  private static List<Block> debrief() {
    return List.of(
        new Block.Paragraph(
            List.of(
                new Inline.Words("Four objects, not three. "),
                new Inline.Code("kubectl get deploy,rs,pods"),
                new Inline.Words(" shows the one in the "),
                new Inline.Strong(words("middle")),
                new Inline.Words("; see "),
                new Inline.Link(words("the manual, part [1]"), "https://kubernetes.io/docs/?a=[b]"),
                new Inline.Words("."))),
        new Block.Bullets(
            false,
            List.of(
                List.of(new Block.Paragraph(words("a Deployment"))),
                List.of(
                    new Block.Paragraph(words("a ReplicaSet")),
                    new Block.Run(List.of("kubectl get rs")),
                    new Block.Bullets(
                        true, List.of(List.of(new Block.Paragraph(words("of two Pods")))))))),
        new Block.Admonition(
            Block.Tone.TIP,
            List.of(new Block.Paragraph(words("Names are yours.")), new Block.Rule())),
        new Block.Terms(
            List.of(
                new Block.Term(
                    words("Pod"), List.of(new Block.Paragraph(words("the smallest thing")))))),
        new Block.Table(
            "",
            List.of(words("Object"), words("Made by")),
            List.of(List.of(words("Pod | Pods"), words("the ReplicaSet")))),
        new Block.Listing("front.yaml", "yaml", List.of("  kind: Deployment", "", "  a: <b>")));
  }

  public static List<Inline> words(String text) {
    return List.of(new Inline.Words(text));
  }
}
