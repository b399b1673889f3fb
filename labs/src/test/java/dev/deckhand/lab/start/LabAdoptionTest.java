package dev.deckhand.lab.start;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.deckhand.lab.LabFault;
import dev.deckhand.lab.observe.LabPart;
import dev.deckhand.lab.observe.Observers;
import dev.deckhand.lab.start.LabAdoption.PartAdoption;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class LabAdoptionTest {

  private final AtomicInteger closed = new AtomicInteger();

  private final PartAdoption engine = () -> Optional.of(part());

  private LabPart part() {
    return new LabPart() {
      @Override
      public Observers observers() {
        return Observers.local().build();
      }

      @Override
      public void close() {
        closed.incrementAndGet();
      }
    };
  }

  @Test
  void takesOverAllParts() throws InterruptedException {
    assertThat(LabAdoption.allOrNone(List.of(engine, engine)).orElseThrow()).hasSize(2);
    assertThat(closed).hasValue(0);
  }

  @Test
  void closesTheEngineWhenTheClusterIsGone() throws InterruptedException {
    assertThat(LabAdoption.allOrNone(List.of(engine, Optional::empty))).isEmpty();
    assertThat(closed).hasValue(1);
  }

  @Test
  void closesTheEngineWhenTheClusterFails() {
    PartAdoption failing =
        () -> {
          throw new LabFault(LabFault.Kind.LOST, "It is gone.", "Reset it.");
        };

    assertThatThrownBy(() -> LabAdoption.allOrNone(List.of(engine, failing)))
        .isInstanceOf(LabFault.class);
    assertThat(closed).hasValue(1);
  }

  @Test
  void closesTheEngineWhenItIsInterruptedAtTheCluster() {
    PartAdoption interrupted =
        () -> {
          throw new InterruptedException();
        };

    assertThatThrownBy(() -> LabAdoption.allOrNone(List.of(engine, interrupted)))
        .isInstanceOf(InterruptedException.class);
    assertThat(closed).hasValue(1);
  }
}
