package dev.deckhand.shell.grade.run;

import static org.assertj.core.api.Assertions.assertThat;

import dev.deckhand.check.Observation;
import dev.deckhand.check.Subject;
import dev.deckhand.grade.Grade;
import dev.deckhand.grade.Outcome;
import dev.deckhand.grade.TaskGrade;
import dev.deckhand.lab.ConfinedLab;
import dev.deckhand.lab.Lab;
import dev.deckhand.lab.LabFault;
import dev.deckhand.lab.SubjectObservation;
import dev.deckhand.lab.SubjectWatch;
import dev.deckhand.shell.grade.FakeConfinedLab;
import dev.deckhand.shell.grade.FaultyCalls;
import dev.deckhand.shell.report.GradingOutcome;
import java.io.IOException;
import java.lang.reflect.Proxy;
import java.nio.file.Path;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** How often a submission is tried, and what is said when the judge can't tell. */
class SubmissionJobTest {

  private static final Observation NO_ANSWER =
      new Observation.Unreachable("The cluster doesn't answer.", "Wait.");

  @TempDir private Path folder;
  private final AtomicInteger opened = new AtomicInteger();

  private GradingResult grade(Supplier<ConfinedLab> open) throws IOException, InterruptedException {
    Path submission = GradingFixtures.submission(folder, "anna", Map.of("step-1.sh", "scale 2\n"));
    try (var labs = GradingFixtures.labs(folder, open, FaultyCalls.none(), true)) {
      return GradingFixtures.job(folder, GradingFixtures.threeSteps(), labs)
          .grade(GradingFixtures.read(submission), GradingFixtures.NOW);
    }
  }

  /** A lab in which nothing can be watched. */
  private static ConfinedLab blind() {
    var fake = new FakeConfinedLab(FaultyCalls.none());
    Lab lab =
        (Lab)
            Proxy.newProxyInstance(
                Lab.class.getClassLoader(),
                new Class<?>[] {Lab.class},
                (_, method, arguments) ->
                    method.getName().equals("watch")
                        ? noAnswer(arguments)
                        : method.invoke(fake.lab(), arguments));
    return (ConfinedLab)
        Proxy.newProxyInstance(
            ConfinedLab.class.getClassLoader(),
            new Class<?>[] {ConfinedLab.class},
            (_, method, arguments) ->
                method.getName().equals("lab") ? lab : method.invoke(fake, arguments));
  }

  @SuppressWarnings("unchecked")
  private static SubjectWatch noAnswer(Object[] arguments) {
    var listener = (Consumer<SubjectObservation>) arguments[1];
    for (Object subject : (Collection<?>) arguments[0]) {
      listener.accept(new SubjectObservation((Subject) subject, NO_ANSWER));
    }
    return new SubjectWatch() {
      @Override
      public Set<Subject> verify() {
        return Set.of();
      }

      @Override
      public void close() {}
    };
  }

  private static Grade graded(GradingResult result) {
    return ((GradingOutcome.Graded) result.outcome()).report().grade();
  }

  @Test
  void whatCannotBeToldIsTriedAgainAndThenLeftToAPerson() throws IOException, InterruptedException {
    GradingResult result =
        grade(() -> {
          opened.incrementAndGet();
          return blind();
        });
    Grade grade = graded(result);
    assertThat(grade.isFinal()).isFalse();
    assertThat(grade.steps().getFirst().tasks())
        .extracting(TaskGrade::outcome)
        .singleElement()
        .isInstanceOfSatisfying(
            Outcome.Undecided.class,
            undecided -> assertThat(undecided.reason()).contains("doesn't answer"));
    assertThat(grade.score().earned().intValue()).isZero();
    assertThat(grade.score().undecided().intValue()).isEqualTo(1);
    assertThat(opened).as("labs, although they are reused").hasValue(3);
  }

  @Test
  void aSecondLabThatCanBeSeenDecides() throws IOException, InterruptedException {
    Grade grade =
        graded(
            grade(() ->
                opened.incrementAndGet() == 1
                    ? failing()
                    : new FakeConfinedLab(FaultyCalls.none())));
    assertThat(grade.isFinal()).isTrue();
    assertThat(grade.score().earned().intValue()).isEqualTo(1);
    assertThat(opened).hasValue(2);
  }

  @Test
  void anIncompleteGradeSaysMoreThanNone() throws IOException, InterruptedException {
    List<ConfinedLab> labs = List.of(failing(), blind(), failing());
    try (var fresh =
        GradingFixtures.labs(
            folder, () -> labs.get(opened.getAndIncrement()), FaultyCalls.none(), false)) {
      Path submission = GradingFixtures.submission(folder, "ben", Map.of("step-1.sh", "scale 2\n"));
      GradingResult result =
          GradingFixtures.job(folder, GradingFixtures.threeSteps(), fresh)
              .grade(GradingFixtures.read(submission), GradingFixtures.NOW);
      assertThat(graded(result).isFinal()).isFalse();
      assertThat(result.bundle()).isPresent();
      assertThat(opened).hasValue(3);
    }
  }

  private static ConfinedLab failing() {
    return new FakeConfinedLab(
        FaultyCalls.from(
            2,
            () -> {
              throw new LabFault(LabFault.Kind.LOST, "It's gone.", "Try again.");
            }));
  }
}
