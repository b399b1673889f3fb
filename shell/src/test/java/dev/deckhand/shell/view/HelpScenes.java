package dev.deckhand.shell.view;

import dev.deckhand.check.Expressions;
import dev.deckhand.check.Judge;
import dev.deckhand.check.Observation;
import dev.deckhand.check.Subject;
import dev.deckhand.manual.Answer;
import dev.deckhand.manual.Entry;
import dev.deckhand.session.Health;
import dev.deckhand.session.Message;
import dev.deckhand.session.Replayed;
import dev.deckhand.session.Session;
import dev.deckhand.session.StepWork;
import dev.deckhand.session.Update;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jline.utils.AttributedString;

/** The foot of the screen, the manual and what a reset says, for the golden files. */
final class HelpScenes {

  private static final Instant NOW = Instant.parse("2026-01-01T00:00:00Z");

  private HelpScenes() {}

  /** The line in each state that it can tell of. */
  static List<AttributedString> status(Look look) {
    var view = new StatusView(look);
    var lines = new ArrayList<AttributedString>();
    for (Session session :
        List.of(
            after(),
            after(ready()),
            after(ready(), prepared()),
            after(ready(), prepared(), new Message.Felt(new Health(1, 1), NOW)),
            after(ready(), prepared(), new Message.Felt(new Health(1, 2), NOW)),
            after(ready(), prepared(), new Message.Felt(new Health(0, 0), NOW)),
            after(ready(), prepared(), new Message.Typed("play", NOW)),
            after(ready(), prepared(), new Message.Skipped(Samples.step().number(), NOW)),
            after(new Message.LabGone("It is gone.", "Reset.", NOW)))) {
      lines.add(view.line(session));
    }
    return lines;
  }

  private static Message ready() {
    return new Message.LabReady(Set.of(), NOW);
  }

  private static Message prepared() {
    var before = new LinkedHashMap<Subject, Observation>();
    StepWork.subjects(Samples.lesson().steps().getFirst())
        .forEach(subject -> before.put(subject, new Observation.Seen(List.of())));
    return new Message.Prepared(Samples.step().number(), before, List.of(), NOW);
  }

  private static Session after(Message... messages) {
    var update = new Update(new Judge(new Expressions()));
    Session session = Session.at(Samples.lesson(), 1, Map.of());
    for (Message message : messages) {
      session = update.update(session, message).session();
    }
    return session;
  }

  static List<AttributedString> manual(Look look) {
    var view = new ManualView(look);
    var spec =
        new Entry(
            "Deployment.spec",
            "apps/v1",
            "DeploymentSpec",
            false,
            "Specification of the desired behavior of the Deployment.",
            List.of(),
            List.of(
                new Entry.Field(
                    "minReadySeconds",
                    "integer",
                    false,
                    "Minimum number of seconds for which a newly created pod should be ready."),
                new Entry.Field("replicas", "integer", false, "Number of desired pods."),
                new Entry.Field("selector", "LabelSelector", true, "Label selector for pods."),
                new Entry.Field(
                    "aNameThatIsLongerThanAnyThatKubernetesHas", "map[string]string", false, "")));
    var policy =
        new Entry(
            "Pod.spec.restartPolicy",
            "v1",
            "string",
            false,
            "Restart policy for all containers within the pod. Default to Always.\nMore info: ...",
            List.of("Always", "OnFailure", "Never"),
            List.of());
    return Lines.apart(
        List.of(
            view.answer(new Answer.Found(spec)),
            view.answer(new Answer.Found(policy)),
            view.answer(new Answer.Unknown("deploymnt", "", List.of("deployment"))),
            view.answer(new Answer.Unknown("zzz", "", List.of())),
            view.answer(new Answer.Unknown("replica", "Deployment.spec", List.of("replicas"))),
            view.answer(new Answer.Unknown("zzz", "Deployment.spec", List.of())),
            view.answer(new Answer.Silent("The cluster does not answer: timeout."))));
  }

  static List<AttributedString> beginnings(Look look) {
    var view = new Beginnings(look);
    StepWork work = after(ready(), prepared()).work();
    return Lines.apart(
        List.of(
            view.back(work, List.of(), "/home/ada/.deckhand/attic/deployments"),
            view.back(
                work,
                List.of(new Replayed(1, List.of()), new Replayed(2, List.of())),
                "/home/ada/.deckhand/attic/deployments"),
            view.trouble(List.of(new Replayed(2, List.of("front has 3 ready replicas")))),
            new Messages(look).say(look.say(Phrase.SAY_DICTATING, 1)),
            new Messages(look).say(look.say(Phrase.SAY_DICTATING, 3)),
            new Messages(look).say(look.say(Phrase.SOLUTION_ASK)),
            new Messages(look).say(look.say(Phrase.SOLUTION_ASK_HINTS, 1)),
            new Messages(look).say(look.say(Phrase.SOLUTION_ASK_HINTS, 2))));
  }
}
