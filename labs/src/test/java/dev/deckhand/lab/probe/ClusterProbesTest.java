package dev.deckhand.lab.probe;

import static org.assertj.core.api.Assertions.assertThat;

import dev.deckhand.check.Subject.Execution;
import dev.deckhand.check.Subject.HttpAnswer;
import dev.deckhand.check.pattern.DataNode;
import dev.deckhand.lab.start.LabObservations;
import dev.deckhand.lab.start.RealLabsExtension;
import dev.deckhand.lab.start.RealLabsExtension.SharedLabs;
import java.util.List;
import java.util.function.Predicate;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@Tag("docker")
@ExtendWith(RealLabsExtension.class)
class ClusterProbesTest {

  private SharedLabs.OpenedLab cluster;

  @BeforeEach
  void moor(SharedLabs shared) throws InterruptedException {
    cluster = shared.cluster();
  }

  private void sh(String line) {
    LabObservations.sh(cluster.lab(), cluster.folder(), line);
  }

  private static Predicate<DataNode> status(int code) {
    return answer -> answer.at("status").text().equals(Integer.toString(code));
  }

  @Test
  void asksAServiceByEachOfItsNames() {
    sh("kubectl create deployment front --image=nginx:1.30");
    sh("kubectl expose deployment front --port=8080 --target-port=80");

    for (String host : List.of("front", "front.shop", "front.shop.svc.cluster.local")) {
      LabObservations.await(
          cluster.lab(),
          new HttpAnswer("http://" + host + ":8080/"),
          LabObservations.first(status(200)));
    }
  }

  @Test
  void asksAHostOfAnIngressWithAndWithoutTls() {
    sh("kubectl create deployment front --image=nginx:1.30");
    sh("kubectl expose deployment front --port=80");
    sh(
        "openssl req -x509 -newkey rsa:2048 -nodes -days 1 -subj /CN=shop.example"
            + " -keyout key.pem -out cert.pem 2>/dev/null"
            + " && kubectl create secret tls shop --key key.pem --cert cert.pem"
            + " && kubectl create ingress front --rule='shop.example/*=front:80,tls=shop'");

    LabObservations.await(
        cluster.lab(), new HttpAnswer("https://shop.example/"), LabObservations.first(status(200)));
  }

  @Test
  void saysWhyNobodyAnswers() {
    sh("kubectl create service clusterip front --tcp=80");

    assertThat(cluster.lab().causes(new HttpAnswer("http://front/")))
        .contains("Nobody answers at http://front/: no Pod is ready behind the Service front.")
        .anyMatch(cause -> cause.contains("selects app=front, and no Pod has that"));
    assertThat(cluster.lab().causes(new HttpAnswer("http://no-such/")))
        .containsExactly(
            "Nobody answers at http://no-such/: there is no Service and no Ingress rule for no-such.");
  }

  @Test
  void runsACommandInAPod() {
    sh("kubectl run box --image=busybox:1.37 -- sleep 600");
    var execution =
        new Execution(
            Execution.Location.POD, "box", List.of("sh", "-c", "echo out; echo err >&2; exit 7"));

    DataNode ran =
        ((dev.deckhand.check.Observation.Snapshot)
                LabObservations.await(
                    cluster.lab(),
                    execution,
                    LabObservations.first(found -> found.at("exitCode").text().equals("7"))))
            .objects()
            .getFirst();

    assertThat(ran.at("stdout").text()).isEqualTo("out");
    assertThat(ran.at("stderr").text()).isEqualTo("err");
  }

  @Test
  void seesNothingWhereThereIsNoPod() {
    var execution = new Execution(Execution.Location.POD, "nobody", List.of("true"));

    assertThat(LabObservations.seen(cluster.lab(), execution)).isEmpty();
    assertThat(cluster.lab().causes(execution)).containsExactly("There is no Pod \"nobody\".");
  }
}
