package dev.deckhand.shell;

import dev.deckhand.check.Expressions;
import dev.deckhand.check.Judge;
import dev.deckhand.lab.LabFactory;
import dev.deckhand.lab.Leftovers;
import dev.deckhand.lab.WorkspaceFactory;
import dev.deckhand.lab.container.HostEngine;
import dev.deckhand.lab.docker.EngineAddress;
import dev.deckhand.lab.helm.DeckhandHelm;
import dev.deckhand.lab.helm.HelmScene;
import dev.deckhand.lab.preflight.EngineSearch;
import dev.deckhand.lab.preflight.Machine;
import dev.deckhand.lab.start.EngineLeftovers;
import dev.deckhand.lab.start.LabSettings;
import dev.deckhand.lab.start.Sweeper;
import dev.deckhand.lab.start.TestcontainersLabs;
import dev.deckhand.lab.workspace.Bash;
import dev.deckhand.lesson.Library;
import dev.deckhand.lesson.pack.PackLibrary;
import dev.deckhand.shell.cli.Outfitter;
import dev.deckhand.shell.cli.Outside;
import dev.deckhand.shell.cli.Ports;
import dev.deckhand.shell.journal.Journal;
import dev.deckhand.shell.journal.Learner;
import dev.deckhand.shell.journal.StateFolder;
import dev.deckhand.shell.loop.FaultLog;
import dev.deckhand.shell.loop.SessionRooms;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.Predicate;
import java.util.function.Supplier;
import java.util.stream.Stream;

/** Puts the parts together, each when it is first asked for: most commands need few of them. */
final class Rigging implements Ports {

  private final Outside outside;
  private final StateFolder state;
  private final Supplier<Library> library = new Once<>(PackLibrary::builtIn);
  private final Supplier<Judge> judge = new Once<>(() -> new Judge(new Expressions()));
  private final Supplier<Journal> journal = new Once<>(this::openJournal);
  private final Supplier<SessionRooms> rooms = new Once<>(this::openRooms);

  Rigging(Outside outside) {
    this(outside, rootOf(outside));
  }

  private Rigging(Outside outside, StateFolder state) {
    this.outside = outside;
    this.state = state;
  }

  private static StateFolder rootOf(Outside outside) {
    String chosen = outside.variable("DECKHAND_STATE");
    return new StateFolder(
        chosen.isEmpty() ? outside.home().resolve(".deckhand") : Path.of(chosen).toAbsolutePath());
  }

  @Override
  public Ports forLearner(String name) throws IOException {
    StateFolder all = rootOf(outside);
    return new Rigging(outside, name.isEmpty() ? all : all.of(new Learner(name)));
  }

  @Override
  public Outside outside() {
    return outside;
  }

  @Override
  public StateFolder state() {
    return state;
  }

  @Override
  public Library library() {
    return library.get();
  }

  @Override
  public Journal journal() {
    return journal.get();
  }

  /** One for all: it remembers what it has read. */
  private Journal openJournal() {
    return new Journal(state().journal(), outside.clock());
  }

  @Override
  public Judge judge() {
    return judge.get();
  }

  @Override
  public LabFactory labs() {
    return new TestcontainersLabs(settings());
  }

  @Override
  public WorkspaceFactory workspaces() {
    var bash = new Bash(outside.environment(), outside.random());
    return bash::open;
  }

  @Override
  public SessionRooms rooms() {
    return rooms.get();
  }

  @Override
  public Outfitter outfitter() {
    return new MachineOutfitter(machine(), library);
  }

  @Override
  public OptionalLong availableMemory() {
    return Memory.available(Path.of("/proc/meminfo"));
  }

  @Override
  public FaultLog faultLog() {
    return new FaultLog(state().log().resolve("deckhand.log"), outside.clock());
  }

  @Override
  public int helm(List<String> arguments) {
    // a lab sets KUBECONFIG; outside of one there is no cluster to speak to, and the person's own
    // ~/.kube/config is not read
    String kubeconfig = outside.variable("KUBECONFIG");
    Path session = kubeconfig.isEmpty() ? state().run().resolve("no-lab") : Path.of(kubeconfig);
    var helm = new DeckhandHelm(new HelmScene(session, Path.of("").toAbsolutePath()));
    DeckhandHelm.Outcome outcome = helm.run(arguments);
    outside.out().print(outcome.output());
    outside.err().print(outcome.errors());
    return outcome.exitCode();
  }

  @Override
  public Leftovers leftovers() {
    return new EngineLeftovers(HostEngine.reach(address()));
  }

  @Override
  public Optional<Path> imageArchives() {
    String cache = outside.variable("XDG_CACHE_HOME");
    Path folder = cache.isEmpty() ? outside.home().resolve(".cache") : Path.of(cache);
    return Optional.of(folder.resolve("deckhand").resolve("images")).filter(Files::isDirectory);
  }

  @Override
  public void sweep(Predicate<String> live) {
    new Sweeper(HostEngine.reach(address()), state().owner()).sweep(live);
  }

  private LabSettings settings() {
    List<Path> path =
        Stream.of(outside.variable("PATH").split(File.pathSeparator, -1))
            .filter(folder -> !folder.isEmpty())
            .map(Path::of)
            .toList();
    return LabSettings.of(
        address(),
        state().owner(),
        path,
        outside.product().resolve("deckhand"),
        outside.environment());
  }

  /** The engine is looked for each time: it may have been installed or started meanwhile. */
  private EngineAddress address() {
    return EngineSearch.on(machine()).address();
  }

  private Machine machine() {
    return Machine.here(outside.environment(), outside.home(), outside.product());
  }

  /** A socket's path is short; where the state folder is too deep, its rooms are in /tmp. */
  private SessionRooms openRooms() {
    Path elsewhere = Path.of("/tmp", "deckhand-" + state().owner());
    return new SessionRooms(state().run(), elsewhere, outside.random());
  }
}
