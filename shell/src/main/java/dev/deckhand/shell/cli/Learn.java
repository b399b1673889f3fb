package dev.deckhand.shell.cli;

import dev.deckhand.lab.LabFactory;
import dev.deckhand.lesson.Lesson;
import dev.deckhand.session.Deed;
import dev.deckhand.session.LabState;
import dev.deckhand.session.Session;
import dev.deckhand.session.StepOutcome;
import dev.deckhand.session.Update;
import dev.deckhand.shell.journal.NoteKeeper;
import dev.deckhand.shell.loop.Berth;
import dev.deckhand.shell.loop.Bridge;
import dev.deckhand.shell.loop.Crew;
import dev.deckhand.shell.loop.FaultLog;
import dev.deckhand.shell.loop.Inbox;
import dev.deckhand.shell.loop.SessionRooms;
import dev.deckhand.shell.loop.Voyage;
import dev.deckhand.shell.loop.WorkspaceFiles;
import java.io.IOException;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import org.jspecify.annotations.Nullable;

/** Walks a learner through a lesson, at a terminal or by a script. */
final class Learn {

  private final Ports ports;
  private final Bridges bridges;
  private final Clock clock;

  Learn(Ports ports, Bridges bridges) {
    this.ports = ports;
    this.bridges = bridges;
    this.clock = ports.outside().clock();
  }

  /** Walks the lesson and says how it went. */
  ExitCode run(Lesson lesson, Options options, LabFactory labs)
      throws IOException, InterruptedException {
    var log = new FaultLog(ports.state().log().resolve("deckhand.log"), clock);
    Entrance entrance =
        new Doorway(ports, options.scripted(), log).enter(lesson, options.restart());
    try (SessionRooms.Held held = entrance.held()) {
      var inbox = new Inbox();
      var id = held.room().id();
      var files =
          new WorkspaceFiles(held.room().workspace(), ports.state().attic(lesson.id()), clock);
      Thread sweeping =
          Thread.ofVirtual().name("sweeper").start(() -> new Broom(ports, log).sweep());
      var berth =
          new Berth(labs, ports.workspaces(), held.room(), files, log)
              .remembering(entrance.bookmarks());
      try (Bridge bridge =
              bridges.open(entrance.session().lesson(), inbox, berth, berth::java, options);
          Crew crew = new Crew(berth, ports.judge(), bridge.screen(), inbox, clock);
          LastRites _ = LastRites.of(crew, held)) {
        var voyage =
            new Voyage(
                entrance.session(),
                id,
                new Update(ports.judge()),
                inbox,
                crew,
                bridge.screen(),
                bridge.lines(),
                ports.journal(),
                clock,
                deed -> keepNotes(lesson, deed, log));
        bridge.start();
        Voyage.Ended ended = voyage.sail();
        writeNotes(lesson, log);
        return outcome(ended, bridge, options);
      } finally {
        sweeping.join();
      }
    }
  }

  /** The notes follow what counts; what is typed in between comes with the next of these. */
  private void keepNotes(Lesson lesson, Deed deed, FaultLog log) {
    boolean counts =
        deed instanceof Deed.Passed
            || deed instanceof Deed.Remarked
            || deed instanceof Deed.Finished;
    if (counts) {
      writeNotes(lesson, log);
    }
  }

  private void writeNotes(Lesson lesson, FaultLog log) {
    try {
      new NoteKeeper(ports.journal(), ports.state(), ZoneId.systemDefault()).write(lesson);
    } catch (IOException later) {
      // they can be made from the journal at any time
      log.write(later);
    }
  }

  private static ExitCode outcome(Voyage.Ended ended, Bridge bridge, Options options) {
    Session session = ended.session();
    if (!options.scripted()) {
      return ExitCode.OK;
    }
    return switch (ended.farewell()) {
      case FINISHED -> ExitCode.OK;
      case PASSED_OVER, LEFT -> {
        bridge.screen().trouble(unfinished(session), "");
        if (ended.stumbled()) {
          yield ExitCode.BUG;
        }
        yield session.lab() instanceof LabState.Gone ? lost(session) : ExitCode.CHECKS_FAILED;
      }
    };
  }

  /** Whether the lab went away or never came: without one, nothing was ever seen to change. */
  private static ExitCode lost(Session session) {
    return session.changed().equals(Instant.EPOCH) ? ExitCode.NO_LAB : ExitCode.LAB_LOST;
  }

  private static String unfinished(Session session) {
    int steps = session.lesson().steps().size();
    long done = session.outcomes().values().stream().filter(one -> one == StepOutcome.DONE).count();
    return session.lesson().id()
        + ": "
        + done
        + " of "
        + steps
        + " steps are done. Open: step "
        + session.step().number()
        + ", \""
        + session.step().title()
        + "\".";
  }

  /**
   * How to walk.
   *
   * @param script where the lines come from; a terminal if null
   */
  record Options(@Nullable String script, boolean restart, boolean plain) {
    boolean scripted() {
      return script != null;
    }
  }
}
