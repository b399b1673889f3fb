package dev.deckhand.lab.probe;

import static org.assertj.core.api.Assertions.assertThat;

import dev.deckhand.check.Node;
import dev.deckhand.check.Subject;
import dev.deckhand.check.Subject.Execution;
import dev.deckhand.check.Subject.HttpAnswer;
import dev.deckhand.lab.start.Eyes;
import dev.deckhand.lab.start.RealLabs;
import dev.deckhand.lab.start.RealLabs.Berths;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@Tag("docker")
@ExtendWith(RealLabs.class)
class EngineProbesTest {

  private Berths.Moored engine;

  @BeforeEach
  void moor(Berths shared) throws InterruptedException {
    engine = shared.engine();
  }

  private Node look(Subject subject) {
    return Eyes.seen(engine.lab(), subject).getFirst();
  }

  private static Execution in(String container, String line) {
    return new Execution(Execution.Scene.CONTAINER, container, List.of("sh", "-c", line));
  }

  @Test
  void asksAContainerByItsName() {
    Eyes.sh(engine.lab(), engine.room(), "docker run -d --name web nginx:1.27");

    Eyes.await(
        engine.lab(),
        new HttpAnswer("http://web/"),
        Eyes.first(answer -> answer.at("status").text().equals("200")));
    Node answer = look(new HttpAnswer("http://web/no-such-page"));

    assertThat(answer.at("status").text()).isEqualTo("404");
    assertThat(answer.at("headers", "Content-Type").text()).startsWith("text/html");
    assertThat(answer.at("body").text()).contains("404 Not Found");
  }

  @Test
  void asksAPublishedPortOfLocalhost() {
    Eyes.sh(engine.lab(), engine.room(), "docker run -d --name web -p 8080:80 nginx:1.27");

    Eyes.await(
        engine.lab(),
        new HttpAnswer("http://localhost:8080/"),
        Eyes.first(answer -> answer.at("status").text().equals("200")));
  }

  @Test
  void saysWhyNobodyAnswers() {
    Eyes.sh(engine.lab(), engine.room(), "docker run -d --name quiet busybox:1.36 sleep 600");

    assertThat(engine.lab().causes(new HttpAnswer("http://quiet/")))
        .containsExactly("Nobody answers at http://quiet/: the connection was refused.");
    assertThat(engine.lab().causes(new HttpAnswer("http://nobody/")))
        .containsExactly("Nobody answers at http://nobody/: there is no container nobody.");
  }

  @Test
  void runsACommandInAContainer() {
    Eyes.sh(engine.lab(), engine.room(), "docker run -d --name box busybox:1.36 sleep 600");

    Node ran = look(in("box", "echo out; echo err >&2; exit 7"));

    assertThat(ran.at("exitCode").text()).isEqualTo("7");
    assertThat(ran.at("stdout").text()).isEqualTo("out");
    assertThat(ran.at("stderr").text()).isEqualTo("err");
  }

  @Test
  void seesNothingWhereTheContainerDoesNotRun() {
    Eyes.sh(engine.lab(), engine.room(), "docker create --name box busybox:1.36 true");

    assertThat(Eyes.seen(engine.lab(), in("box", "true"))).isEmpty();
    assertThat(Eyes.seen(engine.lab(), in("nobody", "true"))).isEmpty();
    assertThat(engine.lab().causes(in("nobody", "true")))
        .containsExactly("There is no container \"nobody\".");
  }

  @Test
  void doesNotDrownInWhatACommandWrites() {
    Eyes.sh(engine.lab(), engine.room(), "docker run -d --name box busybox:1.36 sleep 600");

    assertThat(look(in("box", "yes | head -c 20000000")).at("stdout").text().length())
        .isLessThanOrEqualTo(64 * 1024);
  }
}
