package dev.deckhand.shell.view;

import dev.deckhand.check.Judge;
import dev.deckhand.check.Observation;
import dev.deckhand.check.Subject;
import dev.deckhand.check.cel.CelEvaluator;
import dev.deckhand.manual.ManualEntry;
import dev.deckhand.manual.ManualLookupResult;
import dev.deckhand.session.ClusterHealth;
import dev.deckhand.session.Message;
import dev.deckhand.session.ReplayedStep;
import dev.deckhand.session.Session;
import dev.deckhand.session.StepProgress;
import dev.deckhand.session.Update;
import dev.deckhand.session.input.LearnerInput;
import dev.deckhand.shell.view.lesson.ManualView;
import dev.deckhand.shell.view.lesson.ResetReportView;
import dev.deckhand.shell.view.prompt.StatusView;
import dev.deckhand.shell.view.style.LineLayout;
import dev.deckhand.shell.view.style.NoticeView;
import dev.deckhand.shell.view.style.RenderContext;
import dev.deckhand.shell.view.style.TextKey;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jline.utils.AttributedString;

/** The foot of the screen, the manual and what a reset says, for the golden files. */
public final class HelpGoldenViews {

  private static final Instant NOW = Instant.parse("2026-01-01T00:00:00Z");

  private HelpGoldenViews() {}

  /** The line in each state that it can tell of. */
  public static List<AttributedString> status(RenderContext context) {
    var view = new StatusView(context);
    var lines = new ArrayList<AttributedString>();
    for (Session session :
        List.of(
            after(),
            after(ready()),
            after(ready(), prepared()),
            after(
                ready(),
                prepared(),
                new Message.ClusterHealthChanged(new ClusterHealth(1, 1), NOW)),
            after(
                ready(),
                prepared(),
                new Message.ClusterHealthChanged(new ClusterHealth(1, 2), NOW)),
            after(
                ready(),
                prepared(),
                new Message.ClusterHealthChanged(new ClusterHealth(0, 0), NOW)),
            after(ready(), prepared(), new Message.LineTyped(new LearnerInput.EnterSandbox(), NOW)),
            after(
                ready(),
                prepared(),
                new Message.LineTyped(new LearnerInput.SkipStep(), NOW),
                new Message.SolutionFinished(SampleBlocks.step().number(), NOW)),
            after(new Message.LabUnavailable("It is gone.", "Reset.", NOW)),
            after(
                ready(),
                prepared(),
                new Message.BackgroundBuildChanged("Images 3/6: nginx:1.30", NOW)))) {
      lines.add(view.line(session));
    }
    return lines;
  }

  private static Message ready() {
    return new Message.LabReady(Set.of(), NOW);
  }

  private static Message prepared() {
    var before = new LinkedHashMap<Subject, Observation>();
    StepProgress.subjectsOf(SampleBlocks.lesson().steps().getFirst())
        .forEach(subject -> before.put(subject, new Observation.Snapshot(List.of())));
    return new Message.StepPrepared(SampleBlocks.step().number(), before, List.of(), NOW);
  }

  private static Session after(Message... messages) {
    var update = new Update(new Judge(new CelEvaluator()));
    Session session = Session.startingAt(SampleBlocks.lesson(), 1, Map.of());
    for (Message message : messages) {
      session = update.update(session, message).session();
    }
    return session;
  }

  public static List<AttributedString> manual(RenderContext context) {
    var view = new ManualView(context);
    var spec =
        new ManualEntry(
            "Deployment.spec",
            "apps/v1",
            "DeploymentSpec",
            false,
            "Specification of the desired behavior of the Deployment.",
            List.of(),
            List.of(
                new ManualEntry.Field(
                    "minReadySeconds",
                    "integer",
                    false,
                    "Minimum number of seconds for which a newly created pod should be ready."),
                new ManualEntry.Field("replicas", "integer", false, "Number of desired pods."),
                new ManualEntry.Field(
                    "selector", "LabelSelector", true, "Label selector for pods."),
                new ManualEntry.Field(
                    "aNameThatIsLongerThanAnyThatKubernetesHas", "map[string]string", false, "")));
    var policy =
        new ManualEntry(
            "Pod.spec.restartPolicy",
            "v1",
            "string",
            false,
            "Restart policy for all containers within the pod. Default to Always.\nMore info: ...",
            List.of("Always", "OnFailure", "Never"),
            List.of());
    return LineLayout.separated(
        List.of(
            view.answer(new ManualLookupResult.Found(spec)),
            view.answer(new ManualLookupResult.Found(policy)),
            view.answer(new ManualLookupResult.NotFound("deploymnt", "", List.of("deployment"))),
            view.answer(new ManualLookupResult.NotFound("zzz", "", List.of())),
            view.answer(
                new ManualLookupResult.NotFound("replica", "Deployment.spec", List.of("replicas"))),
            view.answer(new ManualLookupResult.NotFound("zzz", "Deployment.spec", List.of())),
            view.answer(
                new ManualLookupResult.Unavailable("The cluster does not answer: timeout."))));
  }

  public static List<AttributedString> beginnings(RenderContext context) {
    var view = new ResetReportView(context);
    StepProgress work = after(ready(), prepared()).progress();
    return LineLayout.separated(
        List.of(
            view.resetDone(work, List.of(), "/home/ada/.deckhand/attic/deployments"),
            view.resetDone(
                work,
                List.of(new ReplayedStep(1, List.of()), new ReplayedStep(2, List.of())),
                "/home/ada/.deckhand/attic/deployments"),
            view.replayFailures(
                List.of(new ReplayedStep(2, List.of("front has 3 ready replicas")))),
            new NoticeView(context).text(context.format(TextKey.SAY_DICTATING, 1)),
            new NoticeView(context).text(context.format(TextKey.SAY_DICTATING, 3)),
            new NoticeView(context).text(context.format(TextKey.SOLUTION_ASK)),
            new NoticeView(context).text(context.format(TextKey.SOLUTION_ASK_HINTS, 1)),
            new NoticeView(context).text(context.format(TextKey.SOLUTION_ASK_HINTS, 2))));
  }
}
