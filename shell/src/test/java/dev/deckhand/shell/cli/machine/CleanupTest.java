package dev.deckhand.shell.cli.machine;

import static org.assertj.core.api.Assertions.assertThat;

import dev.deckhand.lab.LabFault;
import dev.deckhand.lab.LeftoverResources;
import dev.deckhand.shell.cli.common.CommandContext;
import dev.deckhand.shell.journal.StateFolder;
import dev.deckhand.shell.loop.SessionFolders;
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

class CleanupTest {

  @TempDir private Path folder;
  private final List<LeftoverResources.Resource> onEngine = new ArrayList<>();
  private StateFolder state;
  private SessionFolders sessionFolders;
  private boolean engine = true;

  @BeforeEach
  void prepare() throws IOException {
    state = new StateFolder(folder.resolve("state"));
    state.create();
    sessionFolders = new SessionFolders(state.sessions(), folder.resolve("s"), new Random(1));
    Files.writeString(state.journal(), "mine\n");
    Files.createDirectories(state.root().resolve("notes/a/b"));
    Files.createDirectories(folder.resolve("tmp"));
  }

  @Test
  void whatDeadSessionsLeftGoesAndTheLearnersWorkStays() throws IOException {
    String dead = dies();
    thing("c1", dead, state.ownerLabel());
    thing("trial", "", "");
    Cleanup cleanup = clean(false);
    assertThat(names(cleanup.removed())).contains("c1", "trial", state.sessions() + "/" + dead);
    assertThat(cleanup.remaining()).isEmpty();
    assertThat(onEngine).isEmpty();
    assertThat(state.sessions()).doesNotExist();
    assertThat(state.journal()).exists();
    assertThat(clean(false).removed()).as("a second time").isEmpty();
  }

  @Test
  void aRunningShellKeepsAllThatItNeeds() throws IOException {
    try (var live = sessionFolders.open(state.root().resolve("work/a/b"))) {
      thing("its", live.folder().id(), state.ownerLabel());
      Cleanup cleanup = clean(true);
      assertThat(cleanup.removed()).isEmpty();
      assertThat(names(cleanup.remaining())).contains("its", state.journal().toString());
      assertThat(live.folder().root()).isDirectory();
      assertThat(onEngine).hasSize(1);
    }
  }

  @Test
  void whatIsTakenOverWhileTheQuestionIsAskedStays() throws IOException {
    String dead = dies();
    thing("c1", dead, state.ownerLabel());
    var cleanup = new Cleanup(ports(), new Cleanup.Options(false, false, ""));
    cleanup.plan(files());
    var other = new SessionFolders(state.sessions(), folder.resolve("s"), new Random(2));
    var taken = other.claim(dead).orElseThrow();
    cleanup.execute();
    assertThat(names(cleanup.remaining())).contains("c1", state.sessions() + "/" + dead);
    assertThat(onEngine).hasSize(1);
    taken.unlock();
  }

  @Test
  void whatBelongsToOthersStays() throws IOException {
    thing("theirs", "abcdefgh", "another");
    Cleanup cleanup = clean(true);
    assertThat(names(cleanup.remaining())).containsExactly("theirs");
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
    new StateFolder(learner).create();
    Files.writeString(learner.resolve("journal.jsonl"), "hers");
    Cleanup cleanup = clean(true);
    assertThat(cleanup.remaining()).isEmpty();
    assertThat(state.root()).doesNotExist();
    assertThat(precious.resolve("thesis.txt")).exists();
  }

  @Test
  void aFolderThatDeckhandDidNotMakeIsNotEmptied() throws IOException {
    Files.delete(state.markerFile());
    Cleanup cleanup = clean(true);
    assertThat(cleanup.removed()).isEmpty();
    assertThat(names(cleanup.remaining())).contains(state.journal().toString());
    assertThat(state.journal()).exists();
    Path foreign = state.root().resolve("thesis.txt");
    state.create();
    Files.writeString(foreign, "mine");
    clean(true);
    assertThat(foreign).as("a file of somebody else's").exists();
    assertThat(state.journal()).doesNotExist();
  }

  @Test
  void withoutAnEngineFilesGoAndTheRestIsSaid() throws IOException {
    dies();
    engine = false;
    Cleanup cleanup = clean(false);
    assertThat(cleanup.engineFault()).isPresent();
    assertThat(cleanup.removed()).hasSize(1);
  }

  @Test
  void onlyTemporaryFilesOfOursWhoseProcessIsGoneAreRemoved() throws Exception {
    Process ended = new ProcessBuilder("true").start();
    assertThat(ended.waitFor()).isZero();
    Path left = Files.createDirectories(temporary("deckhand-chart-" + ended.pid() + "-12/chart"));
    long alive = ProcessHandle.current().pid();
    Path inUse = Files.createDirectories(temporary("deckhand-chart-" + alive + "-12/chart"));
    Path other = Files.createDirectories(temporary("deckhand-tests"));

    clean(false);

    assertThat(left).doesNotExist();
    assertThat(inUse).exists();
    assertThat(other).exists();
  }

  private Path temporary(String name) {
    return folder.resolve("tmp").resolve(name);
  }

  @Test
  void theWorkspaceOfALivingLessonTestStays() throws IOException {
    try (var live = sessionFolders.openTemporary()) {
      Files.writeString(live.folder().workspace().resolve("web.yaml"), "kind: Pod");

      clean(true);

      assertThat(live.folder().workspace().resolve("web.yaml")).exists();
    }
    assertThat(state.sessions()).isEmptyDirectory();
  }

  private String dies() throws IOException {
    var lockedFolder = sessionFolders.open(state.root().resolve("work/a/b"));
    lockedFolder.unlock();
    return lockedFolder.folder().id();
  }

  private void thing(String name, String session, String owner) {
    onEngine.add(
        new LeftoverResources.Resource(
            LeftoverResources.Kind.CONTAINER, name, name, session, owner));
  }

  private Cleanup clean(boolean work) throws IOException {
    var cleanup = new Cleanup(ports(), new Cleanup.Options(work, false, ""));
    cleanup.plan(files());
    int planned = cleanup.planned().size();
    cleanup.execute();
    assertThat(cleanup.removed()).hasSizeLessThanOrEqualTo(planned);
    return cleanup;
  }

  private CleanupFiles files() {
    return new CleanupFiles(folder.resolve("tmp"));
  }

  private static List<String> names(List<CleanupItem> items) {
    return items.stream().map(CleanupItem::name).toList();
  }

  private CommandContext ports() {
    return ports(state, sessionFolders);
  }

  /** Only what cleaning asks for. */
  private CommandContext ports(StateFolder own, SessionFolders its) {
    return (CommandContext)
        Proxy.newProxyInstance(
            CommandContext.class.getClassLoader(),
            new Class<?>[] {CommandContext.class},
            (_, method, arguments) ->
                switch (method.getName()) {
                  case "state" -> own;
                  case "sessionFolders" -> its;
                  case "leftovers" -> leftovers();
                  case "forLearner" -> {
                    var hers =
                        new StateFolder(own.root().resolve("learners/" + arguments[0]), "anna");
                    yield ports(
                        hers,
                        new SessionFolders(hers.sessions(), folder.resolve("s2"), new Random(3)));
                  }
                  default -> throw new UnsupportedOperationException(method.getName());
                });
  }

  private LeftoverResources leftovers() {
    if (!engine) {
      throw new LabFault(LabFault.Kind.NO_ENGINE, "No engine.", "Start it.");
    }
    return new LeftoverResources() {
      @Override
      public List<Resource> list(boolean images) {
        return List.copyOf(onEngine);
      }

      @Override
      public Optional<String> remove(Resource resource) {
        onEngine.remove(resource);
        return Optional.empty();
      }

      @Override
      public void close() {}
    };
  }
}
