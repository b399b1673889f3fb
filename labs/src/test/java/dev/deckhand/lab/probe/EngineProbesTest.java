package dev.deckhand.lab.probe;

import static org.assertj.core.api.Assertions.assertThat;

import dev.deckhand.check.Subject;
import dev.deckhand.check.Subject.Execution;
import dev.deckhand.check.Subject.HttpAnswer;
import dev.deckhand.check.pattern.DataNode;
import dev.deckhand.lab.start.LabObservations;
import dev.deckhand.lab.start.RealLabsExtension;
import dev.deckhand.lab.start.RealLabsExtension.SharedLabs;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@Tag("docker")
@ExtendWith(RealLabsExtension.class)
class EngineProbesTest {

  private SharedLabs.OpenedLab engine;

  @BeforeEach
  void moor(SharedLabs shared) throws InterruptedException {
    engine = shared.engine();
  }

  private DataNode look(Subject subject) {
    return LabObservations.seen(engine.lab(), subject).getFirst();
  }

  private static Execution in(String container, String line) {
    return new Execution(Execution.Location.CONTAINER, container, List.of("sh", "-c", line));
  }

  @Test
  void asksAContainerByItsName() {
    LabObservations.sh(engine.lab(), engine.folder(), "docker run -d --name web nginx:1.30");

    LabObservations.await(
        engine.lab(),
        new HttpAnswer("http://web/"),
        LabObservations.first(answer -> answer.at("status").text().equals("200")));
    DataNode answer = look(new HttpAnswer("http://web/no-such-page"));

    assertThat(answer.at("status").text()).isEqualTo("404");
    assertThat(answer.at("headers", "Content-Type").text()).startsWith("text/html");
    assertThat(answer.at("body").text()).contains("404 Not Found");
  }

  @Test
  void asksAContainerWhoseNameHasAnUnderscore() {
    LabObservations.sh(engine.lab(), engine.folder(), "docker run -d --name my_web nginx:1.30");

    LabObservations.await(
        engine.lab(),
        new HttpAnswer("http://my_web:80/"),
        LabObservations.first(answer -> answer.at("status").text().equals("200")));
  }

  @Test
  void asksAPublishedPortOfLocalhost() {
    LabObservations.sh(
        engine.lab(), engine.folder(), "docker run -d --name web -p 8080:80 nginx:1.30");

    LabObservations.await(
        engine.lab(),
        new HttpAnswer("http://localhost:8080/"),
        LabObservations.first(answer -> answer.at("status").text().equals("200")));
  }

  @Test
  void saysWhyNobodyAnswers() {
    LabObservations.sh(
        engine.lab(), engine.folder(), "docker run -d --name quiet busybox:1.37 sleep 600");

    assertThat(engine.lab().causes(new HttpAnswer("http://quiet/")))
        .containsExactly("Nobody answers at http://quiet/: the connection was refused.");
    assertThat(engine.lab().causes(new HttpAnswer("http://nobody/")))
        .containsExactly("Nobody answers at http://nobody/: there is no container nobody.");
  }

  @Test
  void runsACommandInAContainer() {
    LabObservations.sh(
        engine.lab(), engine.folder(), "docker run -d --name box busybox:1.37 sleep 600");

    DataNode ran = look(in("box", "echo out; echo err >&2; exit 7"));

    assertThat(ran.at("exitCode").text()).isEqualTo("7");
    assertThat(ran.at("stdout").text()).isEqualTo("out");
    assertThat(ran.at("stderr").text()).isEqualTo("err");
  }

  @Test
  void seesNothingWhereTheContainerDoesNotRun() {
    LabObservations.sh(engine.lab(), engine.folder(), "docker create --name box busybox:1.37 true");

    assertThat(LabObservations.seen(engine.lab(), in("box", "true"))).isEmpty();
    assertThat(LabObservations.seen(engine.lab(), in("nobody", "true"))).isEmpty();
    assertThat(engine.lab().causes(in("nobody", "true")))
        .containsExactly("There is no container \"nobody\".");
  }

  @Test
  void doesNotDrownInWhatACommandWrites() {
    LabObservations.sh(
        engine.lab(), engine.folder(), "docker run -d --name box busybox:1.37 sleep 600");

    assertThat(look(in("box", "yes | head -c 20000000")).at("stdout").text().length())
        .isLessThanOrEqualTo(64 * 1024);
  }
}
