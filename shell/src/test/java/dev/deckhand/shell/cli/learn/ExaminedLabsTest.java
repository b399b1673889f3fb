package dev.deckhand.shell.cli.learn;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.deckhand.lab.BootProgress;
import dev.deckhand.lab.Lab;
import dev.deckhand.lab.LabFactory;
import dev.deckhand.lab.LabFault;
import dev.deckhand.lab.SessionFolder;
import dev.deckhand.lesson.LabKind;
import dev.deckhand.lesson.LabNeeds;
import dev.deckhand.shell.cli.common.Provisioner;
import dev.deckhand.shell.cli.common.Provisioner.MissingRequirement;
import java.lang.reflect.InvocationHandler;
import java.lang.reflect.Proxy;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ExaminedLabsTest {

  private static final LabNeeds DOCKER =
      new LabNeeds(Set.of(LabKind.DOCKER), List.of(), Set.of(), "default");
  private final LabFault atFirst = fault("No engine.");

  @TempDir private Path folder;
  private final List<LabNeeds> opened = new ArrayList<>();
  private Optional<MissingRequirement> missing = Optional.empty();
  private int forgotten;

  @Test
  void whatNeedsNoEngineStarts() throws Exception {
    missing = Optional.of(new MissingRequirement(fault("Still none."), ""));
    open(labs(atFirst), LabNeeds.NONE);

    assertThat(opened).containsExactly(LabNeeds.NONE);
  }

  @Test
  void theFirstStartSaysWhatIsKnownAndTheNextLooksAgain() throws Exception {
    LabFactory labs = labs(atFirst);
    assertThatThrownBy(() -> open(labs, DOCKER)).isSameAs(atFirst);

    missing = Optional.of(new MissingRequirement(fault("No image."), ""));
    assertThatThrownBy(() -> open(labs, DOCKER)).hasMessageContaining("No image.");

    missing = Optional.empty();
    open(labs, DOCKER);
    assertThat(opened).containsExactly(DOCKER);
  }

  @Test
  void aLabThatLackedNothingIsExaminedAsItStarts() throws Exception {
    LabFactory labs = labs(null);
    open(labs, DOCKER);
    assertThat(opened).containsExactly(DOCKER);

    missing = Optional.of(new MissingRequirement(fault("The engine is gone."), ""));
    assertThatThrownBy(() -> open(labs, DOCKER)).hasMessageContaining("The engine is gone.");
    assertThat(forgotten).isEqualTo(1);

    open(labs, LabNeeds.NONE);
    assertThat(opened).containsExactly(DOCKER, LabNeeds.NONE);
  }

  private LabFactory labs(@Nullable LabFault known) {
    LabFactory real =
        (needs, _, _) -> {
          opened.add(needs);
          return proxy(Lab.class, (_, _, _) -> "");
        };
    return new ExaminedLabs(
        real, proxy(Provisioner.class, (_, _, _) -> missing), known, () -> forgotten++);
  }

  private static <T> T proxy(Class<T> type, InvocationHandler handler) {
    return type.cast(Proxy.newProxyInstance(type.getClassLoader(), new Class<?>[] {type}, handler));
  }

  private void open(LabFactory labs, LabNeeds needs) throws InterruptedException {
    var _ =
        labs.open(
            needs,
            new SessionFolder("testroom", folder, folder.resolve("work")),
            BootProgress.SILENT);
  }

  private static LabFault fault(String problem) {
    return new LabFault(LabFault.Kind.NO_ENGINE, problem, "Get one.");
  }
}
