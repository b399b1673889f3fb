package dev.deckhand.workshop.smoke;

import static org.assertj.core.api.Assertions.assertThat;

import dev.deckhand.workshop.client.ScriptedInstructor;
import dev.deckhand.workshop.client.ScriptedLearner;
import java.io.IOException;
import java.net.http.HttpClient;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Two learners with a namespace each, and a server that is killed in the middle. */
@Tag("docker")
@Timeout(600)
class SharedClusterIT {

  private static final Duration LAB = Duration.ofMinutes(2);
  private static final Duration ANSWER = Duration.ofMinutes(1);
  private static final String PROMPT = "desired-state 1/4 $";
  private static final Pattern NAMESPACE = Pattern.compile("ledger-dev-[a-z0-9]{5}");

  @TempDir Path state;

  private ServedWorkshop serve(int port) throws IOException {
    return ServedWorkshop.onLoopback(
        state, port, List.of("kubernetes", "--isolation", "namespace", "--seats", "4", "--no-ssh"));
  }

  @Test
  void everyoneHasANamespaceOfOneCluster() throws Exception {
    int port = ServedWorkshop.freePort();
    try (HttpClient http = HttpClient.newHttpClient()) {
      ServedWorkshop first = serve(port);
      ScriptedLearner ann = ScriptedLearner.join(http, first.join(), first.code(), "Ann", "");
      ScriptedLearner ben = ScriptedLearner.join(http, first.join(), first.code(), "Ben", "");
      try {
        ann.connect();
        ben.connect();
        ann.await(PROMPT, LAB);
        ben.await(PROMPT, LAB);
        ann.type("kubectl create deployment beacon --image=nginx:1.30 --replicas=2\r");
        ann.await("done: Two replicas of beacon", LAB);
        ann.type("echo written before >note\r");
        String anns = namespace(ann);
        assertThat(namespace(ben)).isNotEqualTo(anns);
        ben.type("kubectl get pods -n " + anns + "\r");
        ben.await("Forbidden", ANSWER);

        first.kill();
        try (ServedWorkshop second = serve(port)) {
          ann.connect();
          ann.await("cluster ready", LAB);
          assertThat(namespace(ann)).as("the same lab").isEqualTo(anns);
          ann.type("cat note; kubectl get deployments -o name\r");
          ann.await("deployment.apps/beacon", ANSWER);
          assertThat(String.join("\n", ann.text())).contains("written before");
          ann.type("reset now\r");
          ann.await("to do  Two replicas of beacon", LAB);
          ann.type("kubectl get pods\r");
          ann.await("No resources found in " + anns, ANSWER);
          ann.type("ls; cat attic/*/note\r");
          ann.await("attic\nwritten before", ANSWER);

          ann.type("quit\r");
          ann.await("Press Enter to go on with it", LAB);
          ann.type("\r");
          ann.await(SharedClusterIT::isAtThePromptAgain, "the prompt", LAB);
          assertThat(namespace(ann)).as("nobody waits for the old one").isNotEqualTo(anns);

          ScriptedInstructor instructor = ScriptedInstructor.open(http, second.instructorLink());
          assertThat(instructor.command(Map.of("do", "close-workshop"))).isEqualTo(200);
          ann.await(_ -> ann.isDisconnected(), "the end of the connection", ANSWER);
        }
      } finally {
        first.kill();
        Labs.removeAll(state);
      }
    }
  }

  private static boolean isAtThePromptAgain(List<String> screen) {
    String text = String.join("\n", screen);
    return text.lastIndexOf(PROMPT) > text.lastIndexOf("Press Enter");
  }

  private static String namespace(ScriptedLearner learner) throws InterruptedException {
    learner.type("kubectl config view --minify -o jsonpath=now:{..namespace}:\r");
    learner.await("now:ledger-dev-", ANSWER);
    Matcher found = NAMESPACE.matcher(String.join("\n", learner.text()));
    String last = "";
    while (found.find()) {
      last = found.group();
    }
    return last;
  }
}
