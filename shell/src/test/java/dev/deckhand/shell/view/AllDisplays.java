package dev.deckhand.shell.view;

import static dev.deckhand.shell.view.SampleBlocks.goal;
import static dev.deckhand.shell.view.SampleBlocks.paragraph;

import dev.deckhand.check.Check;
import dev.deckhand.check.Evidence;
import dev.deckhand.check.Verdict;
import dev.deckhand.lesson.Block;
import dev.deckhand.lesson.Hint;
import dev.deckhand.lesson.Script;
import dev.deckhand.lesson.Step;
import dev.deckhand.manual.ManualLookupResult;
import dev.deckhand.session.CheckState;
import dev.deckhand.session.Display;
import dev.deckhand.session.FailedAttempts;
import dev.deckhand.session.ReplayedStep;
import dev.deckhand.session.StepProgress;
import dev.deckhand.session.journal.StepOutcome;
import dev.deckhand.shell.view.lesson.DisplayContext;
import dev.deckhand.shell.view.lesson.DisplayRenderer;
import dev.deckhand.shell.view.prose.BlockRenderer;
import dev.deckhand.shell.view.style.RenderContext;
import dev.deckhand.trace.Trace;
import dev.deckhand.trace.TraceWindow;
import dev.deckhand.trace.XrayResult;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.jline.utils.AttributedString;

/** Each kind of scene that a session can show, for the golden files. */
public final class AllDisplays {

  static final DisplayContext AROUND =
      new DisplayContext(
          SampleBlocks.courses(),
          Map::of,
          Map::of,
          "/home/ada/.deckhand/notes/kubernetes/deployments/notes.adoc",
          "/home/ada/.deckhand/attic/kubernetes/deployments");

  private AllDisplays() {}

  public static List<AttributedString> lines(RenderContext context) {
    var view = new DisplayRenderer(context);
    var lines = new ArrayList<AttributedString>();
    for (Display display : displays()) {
      lines.addAll(view.render(display, AROUND));
    }
    return lines;
  }

  /** A drawing with its words. */
  public static List<AttributedString> picture(RenderContext context) {
    return new BlockRenderer(context)
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

  static List<Display> displays() {
    return Stream.concat(
            helpDisplays(),
            Arrays.stream(Display.NoticeKind.values())
                .map(one -> new Display.Notice(one, detail(one))))
        .toList();
  }

  private static Stream<Display> helpDisplays() {
    var lesson = SampleBlocks.lesson();
    var step = SampleBlocks.step();
    var front = goal("2.1", "A Pod that was not there before is running");
    var passed = state(front, new Verdict.Passed());
    var finding =
        new Verdict.Finding("Pod \"front-1\"", "status.phase", "Pending", "Running", List.of());
    var failed = state(front, new Verdict.Failed(List.of(finding)));
    var work = work(step, failed);
    return Stream.of(
        new Display.LessonIntroduction(lesson, false),
        new Display.LessonIntroduction(lesson, true),
        new Display.StepText(lesson, step),
        new Display.CheckPassed(passed),
        new Display.CheckReport(lesson, work, Map.of(), true),
        new Display.StepCompleted(lesson, step, StepOutcome.DONE, true),
        new Display.StepCompleted(lesson, step, StepOutcome.SKIPPED, false),
        new Display.StepCompleted(lesson, step, StepOutcome.READ, false),
        new Display.HintText(new Hint(List.of(paragraph("Look at the names."))), 1, 2),
        new Display.StepReset(work, List.of(new ReplayedStep(1, List.of()))),
        new Display.ReplayFailure(
            List.of(new ReplayedStep(1, List.of("front has 3 ready replicas")))),
        new Display.ResetConfirmation(step),
        new Display.SolutionConfirmation(0),
        new Display.SolutionConfirmation(2),
        new Display.ManualEntry(
            new ManualLookupResult.NotFound("deploymnt", "", List.of("deployment"))),
        new Display.SolutionText(
            new Script("", List.of("kubectl delete pods -l app=front"), SampleBlocks.PLACE)),
        new Display.AnswerVerdict(SampleBlocks.question(), "3", new Verdict.Passed()),
        new Display.ChoiceVerdict(SampleBlocks.quiz(), Set.of(1), false),
        new Display.LessonSummary(lesson, Map.of(2, StepOutcome.DONE)),
        new Display.LessonSummary(lesson, Map.of(2, StepOutcome.SKIPPED)),
        new Display.LessonCatalogue(),
        new Display.CommandHelp(),
        new Display.InvariantBroken(
            state(
                SampleBlocks.check("2.3", "The disk is kept", Check.Role.FATAL, false),
                new Verdict.Failed(List.of(finding)))),
        new Display.XrayReport(new XrayResult.Empty(XrayResult.EmptyReason.NO_COMMAND), 0),
        new Display.XrayUpdate(
            new Trace(new TraceWindow("ls", Instant.EPOCH, Instant.MAX), List.of(), 0), 0),
        new Display.LabUnavailable(
            "The cluster does not answer since 20 s.", "type \"reset\" to start the step again."));
  }

  static StepProgress work(Step step, CheckState... states) {
    return new StepProgress(
        step,
        new Evidence(Map.of(), Map.of()),
        List.of(states),
        Set.of(),
        Set.of(),
        0,
        new FailedAttempts(0, Map.of()));
  }

  static CheckState state(Check check, Verdict verdict) {
    return new CheckState(check, verdict, null, false, false);
  }

  private static String detail(Display.NoticeKind noticeKind) {
    return switch (noticeKind) {
      case NO_SUCH_CHOICE, SHELL_ENDED, PREFILL_STARTED, HINT_OFFERED -> "3";
      case INVALID_USAGE -> "answer TEXT";
      case IMAGES_NOT_BUILT ->
          "Images 3/6: nginx:1.30: building needs 2 GB. Make room, and run: deckhand setup";
      case PROGRESS_SAVED -> "kubernetes/deployments";
      case ANNOUNCED -> "We go on at ten.";
      case INSTRUCTOR_HINT -> "Look at the labels of the Pods.";
      default -> "kubectl get pods";
    };
  }
}
