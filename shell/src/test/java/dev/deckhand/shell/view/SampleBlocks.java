package dev.deckhand.shell.view;

import dev.deckhand.check.Check;
import dev.deckhand.check.CountConstraint;
import dev.deckhand.check.Expectation;
import dev.deckhand.check.Question;
import dev.deckhand.check.Subject;
import dev.deckhand.check.diagnostic.SourcePosition;
import dev.deckhand.check.pattern.DataPattern;
import dev.deckhand.lesson.Block;
import dev.deckhand.lesson.CourseCard;
import dev.deckhand.lesson.Hint;
import dev.deckhand.lesson.Inline;
import dev.deckhand.lesson.LabKind;
import dev.deckhand.lesson.LabNeeds;
import dev.deckhand.lesson.Lesson;
import dev.deckhand.lesson.LessonCard;
import dev.deckhand.lesson.LessonId;
import dev.deckhand.lesson.LessonMetadata;
import dev.deckhand.lesson.Quiz;
import dev.deckhand.lesson.ScriptSet;
import dev.deckhand.lesson.Step;
import dev.deckhand.lesson.StepContent;
import dev.deckhand.lesson.StepOrderMode;
import dev.deckhand.lesson.StepTasks;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Lesson parts to draw, short to write. */
final class SampleBlocks {

  static final SourcePosition PLACE = new SourcePosition("kubernetes/deployments.adoc", 1);

  private SampleBlocks() {}

  static Inline words(String text) {
    return new Inline.Words(text);
  }

  static Inline code(String text) {
    return new Inline.Code(text);
  }

  static Inline strong(String text) {
    return new Inline.Strong(List.of(words(text)));
  }

  static Inline emphasis(String text) {
    return new Inline.Emphasis(List.of(words(text)));
  }

  static Block paragraph(Inline... content) {
    return new Block.Paragraph(List.of(content));
  }

  static Block paragraph(String text) {
    return paragraph(words(text));
  }

  static List<Inline> cell(String text) {
    return List.of(words(text));
  }

  static Check check(String id, String title, Check.Role role, boolean hidden) {
    var subject = new Subject.KubernetesObject("apps/v1", "Deployment", "front", null, Map.of());
    var shape = new DataPattern.Shape(Map.of(), List.of(), PLACE);
    return new Check(
        id,
        title,
        List.of(new Expectation(subject, shape)),
        new Check.Settings(
            role, Check.DEFAULT_WITHIN, Duration.ZERO, CountConstraint.ANY, 1, hidden),
        PLACE);
  }

  static Check goal(String id, String title) {
    return check(id, title, Check.Role.GOAL, false);
  }

  static Quiz quiz() {
    return new Quiz(
        "2.q1",
        "Who started the new Pod?",
        List.of(
            new Quiz.Choice(
                List.of(words("The kubelet noticed that a container was missing")),
                false,
                List.of(
                    paragraph(
                        "The kubelet restarts containers of Pods that it still has. This Pod was"
                            + " deleted: for the kubelet there is nothing left to restart."))),
            new Quiz.Choice(
                List.of(
                    words("The ReplicaSet controller, because two were wanted and one was there")),
                true,
                List.of()),
            new Quiz.Choice(List.of(words("The "), code("scheduler")), false, List.of())),
        PLACE);
  }

  static Question question() {
    return new Question(
        "5.a1", "Which revision is it now? Guess before you look.", List.of(), PLACE);
  }

  static Step step() {
    return new Step(
        2,
        "Break it",
        new StepContent(
            List.of(
                paragraph(
                    "Two Pods are up. Delete one of them, and look at the list again straight"
                        + " away."),
                paragraph(
                    words("Predict first: will there be "),
                    emphasis("one"),
                    words(" Pod, or "),
                    emphasis("two"),
                    words("? And will the new one, if there is one, have the old name?")),
                new Block.Run(
                    List.of("kubectl get pods", "kubectl delete pod NAME", "kubectl get pods"))),
            List.of(
                paragraph(
                    "The Pod was not healed; it was replaced, with a new name and a new address."
                        + " The controller compares what is wanted with what is there, and acts on"
                        + " the difference. It neither knew nor cared that it was you.")),
            List.of()),
        new StepTasks(
            List.of(
                goal("2.1", "A Pod that was not there before is running"),
                check("2.2", "You deleted a Pod, not the Deployment", Check.Role.KEEP, false),
                check("2.3", "Nobody sees this", Check.Role.GOAL, true)),
            List.of(question()),
            List.of(quiz()),
            List.of(
                new Hint(
                    List.of(
                        paragraph(
                            code("kubectl get pods"),
                            words(" lists the names; each has the ReplicaSet's name in front.")))),
                new Hint(
                    List.of(
                        paragraph(
                            code(
                                "kubectl delete $(kubectl get pods -l app=front -o name | head"
                                    + " -1)")))))),
        ScriptSet.NONE,
        PLACE);
  }

  static Lesson lesson() {
    return new Lesson(
        LessonId.of("kubernetes/deployments"),
        "Deployments: say how many, and change your mind safely",
        new LabNeeds(Set.of(LabKind.KUBERNETES), List.of("nginx:1.30"), Set.of(), "shop"),
        new LessonMetadata(List.of("pods"), 20, "beginner", StepOrderMode.WRITTEN),
        List.of(
            paragraph(
                "A Pod that dies stays dead. Nobody wants to sit up at night and start it again, so"
                    + " in Kubernetes you rarely run Pods yourself: you write down how many there"
                    + " should be, and let something else keep it true. That note is a"
                    + " Deployment.")),
        List.of(step()),
        "kubernetes/deployments.adoc");
  }

  static List<CourseCard> courses() {
    return List.of(
        new CourseCard(
            "containers",
            "Containers",
            "What a container is, and how to run one without fear.",
            "CC-BY-4.0",
            List.of(
                card("containers/first-container", "Your first container", LabKind.DOCKER, 10, 4),
                card(
                    "containers/images",
                    "Images: what a container is made of",
                    LabKind.DOCKER,
                    15,
                    5))),
        new CourseCard(
            "kubernetes",
            "Kubernetes",
            "",
            "CC-BY-4.0",
            List.of(
                LessonCard.of(lesson()),
                card(
                    "kubernetes/services",
                    "Services: one name for many Pods that come and go,"
                        + " and for those that stay",
                    LabKind.KUBERNETES,
                    0,
                    6))));
  }

  private static LessonCard card(String id, String title, LabKind kind, int minutes, int steps) {
    var needs = new LabNeeds(Set.of(kind), List.of(), Set.of(), "default");
    return new LessonCard(LessonId.of(id), title, needs, List.of(), minutes, "beginner", steps);
  }
}
