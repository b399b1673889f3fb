package dev.deckhand.shell.grade;

import static org.assertj.core.api.Assertions.assertThat;

import dev.deckhand.check.Place;
import dev.deckhand.lesson.Script;
import dev.deckhand.lesson.Step;
import dev.deckhand.shell.loop.Harbour;
import java.util.List;
import org.junit.jupiter.api.Test;

class MutationTest {

  @Test
  void eachCommandIsLeftOutInTurn() {
    Mutation mutation = of(script("docker create x", "docker start x", "choose 1"));
    assertThat(mutation.shortened())
        .extracting(shortened -> shortened.script().entries())
        .containsExactly(
            List.of("docker start x", "choose 1"), List.of("docker create x", "choose 1"));
    assertThat(mutation.shortened().getLast().place()).isEqualTo(new Place("test.adoc", 11));
  }

  @Test
  void aSolutionOfOneCommandIsNotShortened() {
    assertThat(of(script("docker start x", "answer 137")).shortened()).isEmpty();
  }

  @Test
  void aHeredocIsOneCommand() {
    Mutation mutation = of(script("cat > a.yaml <<EOF\nkind: Pod\nEOF", "kubectl apply -f a.yaml"));
    assertThat(mutation.shortened())
        .extracting(Mutation.Shortened::brief)
        .containsExactly("\"cat > a.yaml <<EOF…\"", "\"kubectl apply -f a.yaml\"");
  }

  @Test
  void commandsThatOnlyLookAreNamedAndNotLeftOut() {
    Mutation mutation = of(script("kubectl create ns x", "kubectl get ns"));
    assertThat(mutation.shortened()).as("without the first, nothing is done at all").isEmpty();
    assertThat(mutation.glances()).containsExactly("\"kubectl get ns\"");
  }

  @Test
  void whatAWrongWayShowsAlreadyIsNotRunAgain() {
    Step step = step(script("docker create x", "docker start x"), List.of(), "docker create x");
    assertThat(Mutation.of(step).shortened())
        .extracting(Mutation.Shortened::command)
        .containsExactly("docker create x");
  }

  @Test
  void whatAnotherRightWayDoesWithoutIsKnownToBeLeftOut() {
    Step step =
        step(script("docker pull x", "docker run x"), List.of(script("docker run x")), "docker ps");
    Mutation mutation = Mutation.of(step);
    assertThat(mutation.known())
        .extracting(Mutation.Shortened::command)
        .containsExactly("docker pull x");
    assertThat(mutation.shortened()).hasSize(1);
  }

  private static Mutation of(Script solution) {
    return Mutation.of(step(solution, List.of(), "true"));
  }

  private static Step step(Script solution, List<Script> alternatives, String wrong) {
    return Harbour.step(1, List.of(), solution, alternatives, List.of(script(wrong)));
  }

  private static Script script(String... commands) {
    return Harbour.script("", commands);
  }
}
