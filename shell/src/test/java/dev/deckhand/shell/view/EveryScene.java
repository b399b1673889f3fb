package dev.deckhand.shell.view;

import static dev.deckhand.shell.view.Samples.goal;
import static dev.deckhand.shell.view.Samples.paragraph;

import dev.deckhand.check.Check;
import dev.deckhand.check.Verdict;
import dev.deckhand.lesson.Block;
import dev.deckhand.lesson.Hint;
import dev.deckhand.lesson.Script;
import dev.deckhand.lesson.Step;
import dev.deckhand.manual.Answer;
import dev.deckhand.session.CheckState;
import dev.deckhand.session.Misses;
import dev.deckhand.session.Replayed;
import dev.deckhand.session.Scene;
import dev.deckhand.session.StepOutcome;
import dev.deckhand.session.StepWork;
import dev.deckhand.trace.Exposure;
import dev.deckhand.trace.Trace;
import dev.deckhand.trace.Window;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.jline.utils.AttributedString;

/** Each kind of scene that a session can show, for the golden files. */
final class EveryScene {

  static final Surroundings AROUND =
      new Surroundings(
          Samples.courses(),
          Map.of(),
          "/home/ada/.deckhand/notes/kubernetes/deployments/notes.adoc",
          "/home/ada/.deckhand/attic/kubernetes/deployments");

  private EveryScene() {}

  static List<AttributedString> lines(Look look) {
    var view = new SceneView(look);
    var lines = new ArrayList<AttributedString>();
    for (Scene scene : scenes()) {
      lines.addAll(view.draw(scene, AROUND));
    }
    return lines;
  }

  /** A drawing with its words. */
  static List<AttributedString> picture(Look look) {
    return new Prose(look)
        .lines(
            List.of(
                new Block.Picture(
                    "You write a Deployment, and it writes the Pods",
                    "deployment.png",
                    List.of(
                        "+------------+",
                        "| Deployment |",
                        "+------------+",
                        "  |",
                        "  v",
                        " Pods")),
                new Block.Picture("A row of ships", "", List.of("<###> ".repeat(9))),
                new Block.Picture("A quay", "quay.png", List.of())));
  }

  static List<Scene> scenes() {
    return Stream.concat(
            telling(),
            Arrays.stream(Scene.Saying.values()).map(one -> new Scene.Remark(one, detail(one))))
        .toList();
  }

  private static Stream<Scene> telling() {
    var lesson = Samples.lesson();
    var step = Samples.step();
    var front = goal("2.1", "A Pod that was not there before is running");
    var passed = state(front, new Verdict.Passed());
    var finding =
        new Verdict.Finding("Pod \"front-1\"", "status.phase", "Pending", "Running", List.of());
    var failed = state(front, new Verdict.Failed(List.of(finding)));
    var work = work(step, failed);
    return Stream.of(
        new Scene.Opening(lesson, false),
        new Scene.Opening(lesson, true),
        new Scene.StepText(lesson, step),
        new Scene.CheckHolds(passed),
        new Scene.Standing(lesson, work, Map.of(), true),
        new Scene.StepDone(lesson, step, StepOutcome.DONE, true),
        new Scene.StepDone(lesson, step, StepOutcome.SKIPPED, false),
        new Scene.StepDone(lesson, step, StepOutcome.READ, false),
        new Scene.HintText(new Hint(List.of(paragraph("Look at the names."))), 1, 2),
        new Scene.BackAtBeginning(work, List.of(new Replayed(1, List.of()))),
        new Scene.ReplayTrouble(List.of(new Replayed(1, List.of("front has 3 ready replicas")))),
        new Scene.AskSolution(0),
        new Scene.AskSolution(2),
        new Scene.ManualEntry(new Answer.Unknown("deploymnt", "", List.of("deployment"))),
        new Scene.SolutionText(
            new Script("", List.of("kubectl delete pods -l app=front"), Samples.PLACE)),
        new Scene.AnswerJudged(Samples.question(), "3", new Verdict.Passed()),
        new Scene.ChoiceJudged(Samples.quiz(), Set.of(1), false),
        new Scene.Ending(lesson, Map.of(2, StepOutcome.DONE)),
        new Scene.Ending(lesson, Map.of(2, StepOutcome.SKIPPED)),
        new Scene.Catalogue(),
        new Scene.WordsHelp(),
        new Scene.Broken(
            state(
                Samples.check("2.3", "The disk is kept", Check.Role.FATAL, false),
                new Verdict.Failed(List.of(finding)))),
        new Scene.Xray(new Exposure.Blank(Exposure.Why.NO_COMMAND), 0),
        new Scene.XrayNews(
            new Trace(new Window("ls", Instant.EPOCH, Instant.MAX), List.of(), 0), 0),
        new Scene.LabTrouble(
            "The cluster does not answer since 20 s.", "type \"reset\" to begin it again."));
  }

  static StepWork work(Step step, CheckState... states) {
    return new StepWork(
        step,
        StepWork.Stage.OPEN,
        Map.of(),
        Map.of(),
        List.of(states),
        Set.of(),
        Set.of(),
        0,
        new Misses(0, Map.of()));
  }

  static CheckState state(Check check, Verdict verdict) {
    return new CheckState(check, verdict, null, false, false);
  }

  private static String detail(Scene.Saying saying) {
    return switch (saying) {
      case NO_SUCH_CHOICE, SHELL_ENDED, DICTATING, HINT_OFFERED -> "3";
      case MISUSED -> "answer TEXT";
      case SAVED -> "kubernetes/deployments";
      default -> "kubectl get pods";
    };
  }
}
