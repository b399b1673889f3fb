package dev.deckhand.shell.cli.learn;

import static org.assertj.core.api.Assertions.assertThat;

import dev.deckhand.lesson.Ability;
import dev.deckhand.lesson.LabKind;
import dev.deckhand.lesson.LabNeeds;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CompleteLabsTest {

  private static final LabNeeds BUSYBOX = docker("busybox:1.37");

  @TempDir private Path folder;

  private static LabNeeds docker(String... images) {
    return new LabNeeds(Set.of(LabKind.DOCKER), List.of(images), Set.of(), "default");
  }

  private CompleteLabs labs(Map<String, String> variables) {
    return new CompleteLabs(folder.resolve("log/complete-labs"), variables);
  }

  @Test
  void aLabIsRememberedUntilItLacksSomething() {
    assertThat(labs(Map.of()).contains(BUSYBOX)).isFalse();

    labs(Map.of()).add(BUSYBOX);
    assertThat(labs(Map.of()).contains(BUSYBOX)).isTrue();
    assertThat(labs(Map.of()).contains(docker("nginx:1.30"))).isFalse();

    labs(Map.of()).remove(BUSYBOX);
    assertThat(labs(Map.of()).contains(BUSYBOX)).isFalse();
  }

  @Test
  void imagesInAnotherOrderAreTheSameLab() {
    labs(Map.of()).add(docker("a:1", "b:1"));

    assertThat(labs(Map.of()).contains(docker("b:1", "a:1"))).isTrue();
  }

  @Test
  void anotherEngineOrAnotherImageIsAnotherLab() {
    labs(Map.of("DECKHAND_ENGINE_IMAGE", "docker:28-dind")).add(BUSYBOX);

    assertThat(labs(Map.of()).contains(BUSYBOX)).isFalse();
    assertThat(labs(Map.of("DOCKER_HOST", "tcp://elsewhere:2375")).contains(BUSYBOX)).isFalse();
  }

  @Test
  void theFileDoesNotGrowForever() throws IOException {
    for (int image = 0; image < 250; image++) {
      labs(Map.of()).add(docker("image:" + image));
    }

    assertThat(Files.readAllLines(folder.resolve("log/complete-labs"))).hasSize(200);
    assertThat(labs(Map.of()).contains(docker("image:249"))).isTrue();
  }

  @Test
  void whereNothingCanBeWrittenNothingIsRemembered() throws IOException {
    Files.writeString(folder.resolve("log"), "a file where the folder would be");

    labs(Map.of()).add(BUSYBOX);

    assertThat(labs(Map.of()).contains(BUSYBOX)).isFalse();
  }

  @Test
  void needsWithAllAbilitiesAreOneLine() throws IOException {
    labs(Map.of())
        .add(
            new LabNeeds(
                EnumSet.allOf(LabKind.class),
                List.of("a\nb"),
                EnumSet.allOf(Ability.class),
                "default"));

    assertThat(Files.readAllLines(folder.resolve("log/complete-labs"))).hasSize(1);
  }
}
