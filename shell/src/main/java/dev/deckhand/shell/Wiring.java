package dev.deckhand.shell;

import dev.deckhand.check.Judge;
import dev.deckhand.check.cel.CelEvaluator;
import dev.deckhand.lab.ImageExchange;
import dev.deckhand.lab.LabFactory;
import dev.deckhand.lab.LeftoverResources;
import dev.deckhand.lab.WorkspaceFactory;
import dev.deckhand.lab.container.HostEngine;
import dev.deckhand.lab.docker.EngineAddress;
import dev.deckhand.lab.image.archive.EngineImageExchange;
import dev.deckhand.lab.preflight.EngineSearch;
import dev.deckhand.lab.preflight.HostMachine;
import dev.deckhand.lab.start.EngineLeftoverResources;
import dev.deckhand.lab.start.LabImageChoice;
import dev.deckhand.lab.start.LabSettings;
import dev.deckhand.lab.start.SessionSweeper;
import dev.deckhand.lab.start.TestcontainersLabFactory;
import dev.deckhand.lab.workspace.local.LocalWorkspaceFactory;
import dev.deckhand.lesson.CourseLibrary;
import dev.deckhand.lesson.pack.PackLibrary;
import dev.deckhand.shell.cli.DeckhandCli;
import dev.deckhand.shell.cli.common.CommandContext;
import dev.deckhand.shell.cli.common.DeckhandCommand;
import dev.deckhand.shell.cli.common.ProgramEnvironment;
import dev.deckhand.shell.cli.common.Provisioner;
import dev.deckhand.shell.journal.FileJournal;
import dev.deckhand.shell.journal.Journal;
import dev.deckhand.shell.journal.Learner;
import dev.deckhand.shell.journal.StateFolder;
import dev.deckhand.shell.loop.FaultLog;
import dev.deckhand.shell.loop.SessionFolders;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.Predicate;
import java.util.function.Supplier;
import java.util.stream.Stream;
import picocli.CommandLine.Model.CommandSpec;

/** Creates the parts of the program on first use, since most commands need only a few. */
final class Wiring implements CommandContext {

  private final ProgramEnvironment environment;
  private final StateFolder state;
  private final Supplier<CourseLibrary> courseLibrary = new LazySupplier<>(PackLibrary::builtIn);
  private final Supplier<Judge> judge = new LazySupplier<>(() -> new Judge(new CelEvaluator()));
  private final Supplier<Journal> journal = new LazySupplier<>(this::openJournal);
  private final Supplier<SessionFolders> sessionFolders =
      new LazySupplier<>(this::openSessionFolders);

  Wiring(ProgramEnvironment environment) {
    this(environment, stateFolderOf(environment));
  }

  private Wiring(ProgramEnvironment environment, StateFolder state) {
    this.environment = environment;
    this.state = state;
  }

  private static StateFolder stateFolderOf(ProgramEnvironment environment) {
    return StateFolder.of(environment.variables(), environment.home());
  }

  @Override
  public CommandContext forLearner(String name) throws IOException {
    StateFolder all = stateFolderOf(environment);
    return new Wiring(environment, name.isEmpty() ? all : all.of(new Learner(name)));
  }

  @Override
  public CommandContext inFolder(Path folder) {
    return new Wiring(environment, new StateFolder(folder));
  }

  @Override
  public CommandContext withVariables(Map<String, String> changed) {
    return new Wiring(environment.withVariables(changed), state);
  }

  @Override
  public ProgramEnvironment environment() {
    return environment;
  }

  @Override
  public StateFolder state() {
    return state;
  }

  @Override
  public CourseLibrary library() {
    return courseLibrary.get();
  }

  @Override
  public CommandSpec commandSpec() {
    return new DeckhandCli(this).commandSpec();
  }

  @Override
  public Journal journal() {
    return journal.get();
  }

  /** Shared, because it caches what it has read. */
  private Journal openJournal() {
    return new FileJournal(state().journal(), environment.clock());
  }

  @Override
  public Judge judge() {
    return judge.get();
  }

  @Override
  public LabFactory labs() {
    return new TestcontainersLabFactory(labSettings(), environment.clock());
  }

  @Override
  public WorkspaceFactory workspaces() {
    var localWorkspaceFactory =
        new LocalWorkspaceFactory(environment.variables(), environment.random());
    return localWorkspaceFactory::open;
  }

  @Override
  public SessionFolders sessionFolders() {
    return sessionFolders.get();
  }

  @Override
  public Provisioner provisioner() {
    return new LocalMachineSetup(machine(), courseLibrary, environment.clock());
  }

  @Override
  public OptionalLong availableMemory() {
    return SystemMemory.availableBytes(Path.of("/proc/meminfo"));
  }

  @Override
  public FaultLog faultLog() {
    return new FaultLog(state().log().resolve("deckhand.log"), environment.clock());
  }

  @Override
  public LeftoverResources leftovers() {
    return new EngineLeftoverResources(HostEngine.connect(engineAddress()));
  }

  @Override
  public ImageExchange imageExchange() {
    return new EngineImageExchange(
        HostEngine.connect(engineAddress()),
        LabImageChoice.of(environment.variables()),
        DeckhandCommand.VERSION,
        environment.clock());
  }

  @Override
  public Optional<Path> imageArchives() {
    return Optional.of(machine().imageCache()).filter(Files::isDirectory);
  }

  @Override
  public void removeStale(Predicate<String> live) {
    new SessionSweeper(HostEngine.connect(engineAddress()), state().ownerLabel()).sweep(live);
  }

  private LabSettings labSettings() {
    List<Path> path =
        Stream.of(environment.variable("PATH").split(File.pathSeparator, -1))
            .filter(folder -> !folder.isEmpty())
            .map(Path::of)
            .toList();
    return LabSettings.of(engineAddress(), state().ownerLabel(), path, environment.variables());
  }

  /** Looks for the engine each time, since it may have been installed or started meanwhile. */
  private EngineAddress engineAddress() {
    return EngineSearch.run(machine()).address();
  }

  private HostMachine machine() {
    return HostMachine.current(
        environment.variables(), environment.home(), environment.installation());
  }

  /** Socket paths are limited in length, so a deep state folder has its sessions in /tmp. */
  private SessionFolders openSessionFolders() {
    Path elsewhere = Path.of("/tmp", "deckhand-" + state().ownerLabel());
    return new SessionFolders(state().sessions(), elsewhere, environment.random());
  }
}
