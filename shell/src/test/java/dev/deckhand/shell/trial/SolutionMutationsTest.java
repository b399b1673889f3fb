package dev.deckhand.shell.trial;

import static org.assertj.core.api.Assertions.assertThat;

import dev.deckhand.check.diagnostic.SourcePosition;
import dev.deckhand.lesson.Script;
import dev.deckhand.lesson.Step;
import dev.deckhand.shell.loop.LabLessonFixtures;
import java.util.List;
import org.junit.jupiter.api.Test;

class SolutionMutationsTest {

  @Test
  void eachCommandIsLeftOutInTurn() {
    SolutionMutations solutionMutations =
        of(script("docker create x", "docker start x", "choose 1"));
    assertThat(solutionMutations.shortened())
        .extracting(shortenedSolution -> shortenedSolution.script().entries())
        .containsExactly(
            List.of("docker start x", "choose 1"), List.of("docker create x", "choose 1"));
    assertThat(solutionMutations.shortened().getLast().place())
        .isEqualTo(new SourcePosition("test.adoc", 11));
  }

  @Test
  void aSolutionOfOneCommandIsNotShortened() {
    assertThat(of(script("docker start x", "answer 137")).shortened()).isEmpty();
  }

  @Test
  void aHeredocIsOneCommand() {
    SolutionMutations solutionMutations =
        of(script("cat > a.yaml <<EOF\nkind: Pod\nEOF", "kubectl apply -f a.yaml"));
    assertThat(solutionMutations.shortened())
        .extracting(SolutionMutations.ShortenedSolution::commandExcerpt)
        .containsExactly("\"cat > a.yaml <<EOF…\"", "\"kubectl apply -f a.yaml\"");
  }

  @Test
  void commandsThatOnlyLookAreNamedAndNotLeftOut() {
    SolutionMutations solutionMutations = of(script("kubectl create ns x", "kubectl get ns"));
    assertThat(solutionMutations.shortened())
        .as("without the first, nothing is done at all")
        .isEmpty();
    assertThat(solutionMutations.readOnlyCommands()).containsExactly("\"kubectl get ns\"");
  }

  @Test
  void whatAWrongWayShowsAlreadyIsNotRunAgain() {
    Step step = step(script("docker create x", "docker start x"), List.of(), "docker create x");
    assertThat(SolutionMutations.of(step).shortened())
        .extracting(SolutionMutations.ShortenedSolution::command)
        .containsExactly("docker create x");
  }

  @Test
  void whatAnotherRightWayDoesWithoutIsKnownToBeLeftOut() {
    Step step =
        step(script("docker pull x", "docker run x"), List.of(script("docker run x")), "docker ps");
    SolutionMutations solutionMutations = SolutionMutations.of(step);
    assertThat(solutionMutations.coveredByAlternative())
        .extracting(SolutionMutations.ShortenedSolution::command)
        .containsExactly("docker pull x");
    assertThat(solutionMutations.shortened()).hasSize(1);
  }

  private static SolutionMutations of(Script solution) {
    return SolutionMutations.of(step(solution, List.of(), "true"));
  }

  private static Step step(Script solution, List<Script> alternatives, String wrong) {
    return LabLessonFixtures.step(1, List.of(), solution, alternatives, List.of(script(wrong)));
  }

  private static Script script(String... commands) {
    return LabLessonFixtures.script("", commands);
  }
}
