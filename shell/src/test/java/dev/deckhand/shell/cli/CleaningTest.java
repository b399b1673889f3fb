package dev.deckhand.shell.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.deckhand.lab.LabFault;
import dev.deckhand.lab.Leftovers;
import dev.deckhand.shell.journal.StateFolder;
import dev.deckhand.shell.loop.SessionRooms;
import java.io.IOException;
import java.lang.reflect.Proxy;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CleaningTest {

  @TempDir private Path folder;
  private final List<Leftovers.Thing> onEngine = new ArrayList<>();
  private StateFolder state;
  private SessionRooms rooms;
  private boolean engine = true;

  @BeforeEach
  void prepare() throws IOException {
    state = new StateFolder(folder.resolve("state"));
    state.make();
    rooms = new SessionRooms(state.run(), folder.resolve("s"), new Random(1));
    Files.writeString(state.journal(), "mine\n");
    Files.createDirectories(state.root().resolve("notes/a/b"));
    Files.createDirectories(folder.resolve("tmp"));
  }

  @Test
  void whatDeadSessionsLeftGoesAndTheLearnersWorkStays() throws IOException {
    String dead = dies();
    thing("c1", dead, state.owner());
    thing("trial", "", "");
    Cleaning cleaning = clean(false);
    assertThat(names(cleaning.removed())).contains("c1", "trial", state.run() + "/" + dead);
    assertThat(cleaning.left()).isEmpty();
    assertThat(onEngine).isEmpty();
    assertThat(state.run()).doesNotExist();
    assertThat(state.journal()).exists();
    assertThat(clean(false).removed()).as("a second time").isEmpty();
  }

  @Test
  void aRunningShellKeepsAllThatItNeeds() throws IOException {
    try (var live = rooms.open(state.root().resolve("work/a/b"))) {
      thing("its", live.room().id(), state.owner());
      Cleaning cleaning = clean(true);
      assertThat(cleaning.removed()).isEmpty();
      assertThat(names(cleaning.left())).contains("its", state.journal().toString());
      assertThat(live.room().root()).isDirectory();
      assertThat(onEngine).hasSize(1);
    }
  }

  @Test
  void whatIsTakenOverWhileTheQuestionIsAskedStays() throws IOException {
    String dead = dies();
    thing("c1", dead, state.owner());
    var cleaning = new Cleaning(ports(), new Cleaning.Options(false, false, ""));
    cleaning.plan(files());
    var other = new SessionRooms(state.run(), folder.resolve("s"), new Random(2));
    var taken = other.claim(dead).orElseThrow();
    cleaning.carryOut();
    assertThat(names(cleaning.left())).contains("c1", state.run() + "/" + dead);
    assertThat(onEngine).hasSize(1);
    taken.letGo();
  }

  @Test
  void whatBelongsToOthersStays() throws IOException {
    thing("theirs", "abcdefgh", "another");
    Cleaning cleaning = clean(true);
    assertThat(names(cleaning.left())).containsExactly("theirs");
    assertThat(onEngine).hasSize(1);
  }

  @Test
  void theWorkGoesWhenItIsAskedForAndLinksAreNotFollowed() throws IOException {
    Path precious = Files.createDirectories(folder.resolve("precious"));
    Files.writeString(precious.resolve("thesis.txt"), "mine");
    Files.createDirectories(state.root().resolve("work/a"));
    Files.createSymbolicLink(state.root().resolve("work/a/link"), precious);
    Files.createSymbolicLink(state.root().resolve("attic"), precious);
    Path learner = state.root().resolve("learners/anna");
    new StateFolder(learner).make();
    Files.writeString(learner.resolve("journal.jsonl"), "hers");
    Cleaning cleaning = clean(true);
    assertThat(cleaning.left()).isEmpty();
    assertThat(state.root()).doesNotExist();
    assertThat(precious.resolve("thesis.txt")).exists();
  }

  @Test
  void aFolderThatDeckhandDidNotMakeIsNotEmptied() throws IOException {
    Files.delete(state.mark());
    Cleaning cleaning = clean(true);
    assertThat(cleaning.removed()).isEmpty();
    assertThat(names(cleaning.left())).contains(state.journal().toString());
    assertThat(state.journal()).exists();
    Path foreign = state.root().resolve("thesis.txt");
    state.make();
    Files.writeString(foreign, "mine");
    clean(true);
    assertThat(foreign).as("a file of somebody else's").exists();
    assertThat(state.journal()).doesNotExist();
  }

  @Test
  void withoutAnEngineFilesGoAndTheRestIsSaid() throws IOException {
    dies();
    engine = false;
    Cleaning cleaning = clean(false);
    assertThat(cleaning.noEngine()).isPresent();
    assertThat(cleaning.removed()).hasSize(1);
  }

  @Test
  void onlyTemporaryFilesOfOurFormGo() throws IOException {
    Path own = Files.createDirectories(folder.resolve("tmp/deckhand-test123/work"));
    Path other = Files.createDirectories(folder.resolve("tmp/deckhand-tests"));
    clean(false);
    assertThat(own).doesNotExist();
    assertThat(other).exists();
  }

  private String dies() throws IOException {
    var held = rooms.open(state.root().resolve("work/a/b"));
    held.letGo();
    return held.room().id();
  }

  private void thing(String name, String session, String owner) {
    onEngine.add(new Leftovers.Thing(Leftovers.Kind.CONTAINER, name, name, session, owner));
  }

  private Cleaning clean(boolean work) throws IOException {
    var cleaning = new Cleaning(ports(), new Cleaning.Options(work, false, ""));
    cleaning.plan(files());
    int planned = cleaning.planned().size();
    cleaning.carryOut();
    assertThat(cleaning.removed()).hasSizeLessThanOrEqualTo(planned);
    return cleaning;
  }

  private CleanFiles files() {
    return new CleanFiles(folder.resolve("tmp"));
  }

  private static List<String> names(List<CleanItem> items) {
    return items.stream().map(CleanItem::name).toList();
  }

  private Ports ports() {
    return ports(state, rooms);
  }

  /** Only what cleaning asks for. */
  private Ports ports(StateFolder own, SessionRooms its) {
    return (Ports)
        Proxy.newProxyInstance(
            Ports.class.getClassLoader(),
            new Class<?>[] {Ports.class},
            (_, method, arguments) ->
                switch (method.getName()) {
                  case "state" -> own;
                  case "rooms" -> its;
                  case "leftovers" -> leftovers();
                  case "forLearner" -> {
                    var hers =
                        new StateFolder(own.root().resolve("learners/" + arguments[0]), "anna");
                    yield ports(
                        hers, new SessionRooms(hers.run(), folder.resolve("s2"), new Random(3)));
                  }
                  default -> throw new UnsupportedOperationException(method.getName());
                });
  }

  private Leftovers leftovers() {
    if (!engine) {
      throw new LabFault(LabFault.Kind.NO_ENGINE, "No engine.", "Start it.");
    }
    return new Leftovers() {
      @Override
      public List<Thing> all(boolean images) {
        return List.copyOf(onEngine);
      }

      @Override
      public Optional<String> remove(Thing thing) {
        onEngine.remove(thing);
        return Optional.empty();
      }

      @Override
      public void close() {}
    };
  }
}
