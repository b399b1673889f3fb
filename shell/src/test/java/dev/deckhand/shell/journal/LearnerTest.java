package dev.deckhand.shell.journal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class LearnerTest {

  @TempDir private Path folder;

  @ParameterizedTest
  @ValueSource(strings = {"anna", "Anna B.2", "\u00c5sa", "\u738b\u5c0f\u660e", "a_b-c"})
  void namesOfPeopleAreFolders(String name) throws IOException {
    StateFolder own = new StateFolder(folder).of(new Learner(name));
    assertThat(own.root().getParent()).isEqualTo(folder.resolve("learners"));
    Files.createDirectories(own.root());
    assertThat(new StateFolder(folder).learners()).containsExactly(new Learner(name).name());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        " ",
        ".",
        "..",
        "../x",
        "a/b",
        "a\\b",
        "-rf",
        ".hidden",
        "a\u0000b",
        "a\u001b[31m",
        "a\nb",
        "a\u202eb",
        "end.",
        "end ",
        "a:b",
        "$HOME",
        "*",
        "aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa"
      })
  void whatIsNoNameIsRefused(String name) {
    assertThatThrownBy(() -> new Learner(name)).isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void namesThatDifferByCaseAloneAreNotTwo() throws IOException {
    Files.createDirectories(folder.resolve("learners/Anna"));
    var state = new StateFolder(folder);
    assertThat(state.of(new Learner("Anna")).learner()).isEqualTo("Anna");
    assertThatThrownBy(() -> state.of(new Learner("ANNA"))).hasMessageContaining("\"Anna\"");
  }

  @Test
  void eachLearnerOwnsOtherContainers() throws IOException {
    var state = new StateFolder(folder);
    assertThat(state.of(new Learner("a")).ownerLabel())
        .isNotEqualTo(state.of(new Learner("b")).ownerLabel())
        .isNotEqualTo(state.ownerLabel());
  }

  @Test
  void aFolderOfSomebodyElsesIsNotTaken() throws IOException {
    Files.writeString(folder.resolve("thesis.txt"), "mine");
    var state = new StateFolder(folder);
    state.create();
    assertThat(state.hasMarker()).isFalse();
    var own = new StateFolder(folder.resolve("new"));
    own.create();
    assertThat(own.hasMarker()).isTrue();
    var family = new StateFolder(folder.resolve("family"));
    family.of(new Learner("anna")).create();
    family.create();
    assertThat(family.hasMarker()).as("with a learner's folder in it").isTrue();
  }
}
