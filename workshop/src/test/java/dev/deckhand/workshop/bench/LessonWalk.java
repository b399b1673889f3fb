package dev.deckhand.workshop.bench;

import dev.deckhand.workshop.client.ScriptedLearner;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletionException;
import java.util.function.Supplier;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * One learner takes the lesson {@code kubernetes/desired-state} from its first step to its last,
 * also if the server is killed and comes back meanwhile. For one thread.
 */
final class LessonWalk {

  static final int STEPS = 4;
  static final String TWO_READY = "done: Two replicas of beacon";
  static final String THREE_READY = "done: Three replicas are ready";

  private static final String FINISHED = "Well done. You finished";
  private static final Duration PATIENCE = Duration.ofMinutes(10);
  private static final Duration PAUSE = Duration.ofMillis(500);
  private static final Pattern NAMESPACE = Pattern.compile("now:(ledger-dev-[a-z0-9]{5}):");
  private static final Pattern PROMPT = Pattern.compile("desired-state (\\d)/4 \\$");

  private final ScriptedLearner learner;
  private final Supplier<Boolean> serverIsThere;
  private int comebacks;

  /**
   * @param serverIsThere whether the server serves now
   */
  LessonWalk(ScriptedLearner learner, Supplier<Boolean> serverIsThere) {
    this.learner = learner;
    this.serverIsThere = serverIsThere;
  }

  /** How often the learner lost the server and found it again. */
  int comebacks() {
    return comebacks;
  }

  /** Waits for the lesson's first prompt. */
  void open() throws InterruptedException {
    learner.connect();
    awaitPrompt(1);
  }

  /** The learner's namespace, as their terminal says it. */
  String namespace() throws InterruptedException {
    String command = "kubectl config view --minify -o jsonpath=now:{..namespace}:";
    run(1, command, "now:ledger-dev-");
    Matcher found = NAMESPACE.matcher(String.join("\n", learner.text()));
    if (!found.find()) {
      throw new AssertionError("no namespace in:\n" + String.join("\n", learner.text()));
    }
    return found.group(1);
  }

  void stepOne(Runnable verdict) throws InterruptedException {
    run(1, "kubectl create deployment beacon --image=nginx:1.30 --replicas=2", TWO_READY);
    verdict.run();
    run(1, "choose 3", done(1));
    run(1, "next", prompt(2));
  }

  void stepTwo(Runnable verdict) throws InterruptedException {
    run(2, "kubectl scale deployment beacon --replicas=3", THREE_READY);
    verdict.run();
    run(2, "answer 2", done(2));
    run(2, "next", prompt(3));
  }

  void stepThree(String namespace) throws InterruptedException {
    String path = "/api/v1/namespaces/" + namespace + "/configmaps";
    run(
        3,
        "SINCE=$(kubectl get --raw "
            + path
            + " | grep -o '\"resourceVersion\":\"[0-9]*\"' | head -1 | tr -dc 0-9);"
            + " kubectl create configmap gust --from-literal=knots=20;"
            + " kubectl patch configmap gust -p '{\"data\":{\"knots\":\"35\"}}';"
            + " kubectl delete configmap gust; kubectl get --raw \""
            + path
            + "?watch=1&timeoutSeconds=2&resourceVersion=$SINCE\" >story.txt",
        done(3));
    run(3, "next", prompt(4));
  }

  void stepFour() throws InterruptedException {
    run(
        4,
        "kubectl get deployment beacon -o yaml | sed 's/nginx:1.30/nginx:1.31/' >mine.yaml;"
            + " kubectl replace -f mine.yaml",
        FINISHED);
  }

  private static String done(int step) {
    return "Step " + step + " of " + STEPS + " is done";
  }

  private static String prompt(int step) {
    return "desired-state " + step + "/" + STEPS + " $";
  }

  /**
   * Types a line, and waits for a text. If the server is lost meanwhile, the learner comes back,
   * and types it again unless the step is over: each line can be given twice.
   */
  private void run(int step, String line, String wanted) throws InterruptedException {
    while (true) {
      try {
        if (!learner.isDisconnected()) {
          learner.type(line + "\r");
        }
      } catch (CompletionException lost) {
        // found out below
      }
      learner.await(screen -> learner.isDisconnected() || shows(screen, wanted), wanted, PATIENCE);
      if (shows(learner.text(), wanted)) {
        return;
      }
      if (comeBack() > step || shows(learner.text(), wanted)) {
        return;
      }
    }
  }

  private static boolean shows(List<String> screen, String wanted) {
    return String.join("\n", screen).contains(wanted);
  }

  /** Waits for the server, and returns the step that the lesson is at then. */
  private int comeBack() throws InterruptedException {
    comebacks++;
    while (true) {
      if (serverIsThere.get()) {
        try {
          learner.connect();
          learner.await(
              screen -> learner.isDisconnected() || promptStep(screen) > 0, "a prompt", PATIENCE);
          if (!learner.isDisconnected()) {
            return promptStep(learner.text());
          }
        } catch (CompletionException refused) {
          // it isn't there yet
        }
      }
      Thread.sleep(PAUSE);
    }
  }

  private static int promptStep(List<String> screen) {
    int step = 0;
    for (String line : screen) {
      Matcher prompt = PROMPT.matcher(line);
      if (prompt.find()) {
        step = Integer.parseInt(prompt.group(1));
      }
      if (line.contains(FINISHED)) {
        step = STEPS + 1;
      }
    }
    return step;
  }

  private void awaitPrompt(int step) throws InterruptedException {
    learner.await(screen -> promptStep(screen) >= step, prompt(step), PATIENCE);
  }
}
