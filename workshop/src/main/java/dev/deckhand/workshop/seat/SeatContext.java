package dev.deckhand.workshop.seat;

import dev.deckhand.check.Judge;
import dev.deckhand.lab.ImageExchange;
import dev.deckhand.lab.LabFactory;
import dev.deckhand.lab.LeftoverResources;
import dev.deckhand.lab.WorkspaceFactory;
import dev.deckhand.lesson.CourseLibrary;
import dev.deckhand.shell.cli.common.CommandContext;
import dev.deckhand.shell.cli.common.ProgramEnvironment;
import dev.deckhand.shell.cli.common.Provisioner;
import dev.deckhand.shell.journal.Journal;
import dev.deckhand.shell.journal.StateFolder;
import dev.deckhand.shell.loop.FaultLog;
import dev.deckhand.shell.loop.SessionFolders;
import java.io.ByteArrayInputStream;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.Predicate;
import picocli.CommandLine.Model.CommandSpec;

/**
 * What the shell works with at a seat: the server's courses and engine, and the seat's own journal,
 * folders and labs. It has none of the server's streams and variables.
 */
record SeatContext(
    CommandContext server,
    StateFolder state,
    Journal journal,
    SeatLabs seatLabs,
    SessionFolders sessionFolders)
    implements CommandContext {

  @Override
  public ProgramEnvironment environment() {
    ProgramEnvironment own = server.environment();
    var nowhere = new PrintStream(OutputStream.nullOutputStream(), false, StandardCharsets.UTF_8);
    return new ProgramEnvironment(
        Map.of("TERM", "xterm-256color", "COLORTERM", "truecolor"),
        state.root(),
        own.installation(),
        own.temporary(),
        new ByteArrayInputStream(new byte[0]),
        nowhere,
        nowhere,
        false,
        false,
        own.clock(),
        own.random());
  }

  @Override
  public CommandContext forLearner(String name) {
    throw new IllegalStateException("a seat has one learner");
  }

  @Override
  public CommandContext inFolder(Path folder) {
    throw new IllegalStateException("a seat has one folder");
  }

  @Override
  public CommandContext withVariables(Map<String, String> changed) {
    return this;
  }

  @Override
  public CourseLibrary library() {
    return server.library();
  }

  @Override
  public CommandSpec commandSpec() {
    return server.commandSpec();
  }

  @Override
  public Judge judge() {
    return server.judge();
  }

  @Override
  public LabFactory labs() {
    return seatLabs;
  }

  @Override
  public WorkspaceFactory workspaces() {
    return seatLabs::workspace;
  }

  @Override
  public Provisioner provisioner() {
    return server.provisioner();
  }

  @Override
  public OptionalLong availableMemory() {
    return server.availableMemory();
  }

  @Override
  public FaultLog faultLog() {
    return server.faultLog();
  }

  @Override
  public LeftoverResources leftovers() {
    return server.leftovers();
  }

  @Override
  public ImageExchange imageExchange() {
    return server.imageExchange();
  }

  @Override
  public Optional<Path> imageArchives() {
    return server.imageArchives();
  }

  @Override
  public void removeStale(Predicate<String> live) {
    // the server removes what is left
  }
}
