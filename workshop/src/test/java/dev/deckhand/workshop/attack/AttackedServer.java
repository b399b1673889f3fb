package dev.deckhand.workshop.attack;

import dev.deckhand.lab.ConfinementLimits;
import dev.deckhand.lesson.CourseCard;
import dev.deckhand.lesson.pack.PackLibrary;
import dev.deckhand.workshop.room.SeatId;
import dev.deckhand.workshop.room.Workshop;
import dev.deckhand.workshop.seat.SeatJournal;
import dev.deckhand.workshop.seat.SeatPlace;
import dev.deckhand.workshop.seat.SeatSession;
import dev.deckhand.workshop.service.ClassLabs;
import dev.deckhand.workshop.service.LessonOffer;
import dev.deckhand.workshop.service.RunningWorkshop;
import dev.deckhand.workshop.ssh.SshLimits;
import dev.deckhand.workshop.ssh.WorkshopSshServer;
import dev.deckhand.workshop.store.WorkshopStore;
import dev.deckhand.workshop.store.WorkshopStore.StoredWorkshop;
import dev.deckhand.workshop.store.WorkshopStores;
import dev.deckhand.workshop.web.LessonPages;
import dev.deckhand.workshop.web.WebSettings;
import dev.deckhand.workshop.web.WorkshopMetrics;
import dev.deckhand.workshop.web.WorkshopWebServer;
import dev.deckhand.workshop.web.guard.WebLimits;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.random.RandomGenerator;

/**
 * The server as it is, with its database, its shell at each seat, pages and SSH; only labs can't be
 * started. A second workshop is in the same database.
 */
final class AttackedServer implements AutoCloseable {

  static final String CODE = "abcd-2345";
  static final String OTHER_CODE = "wxyz-6789";

  private static final PackLibrary LIBRARY = PackLibrary.builtIn();
  private static final CourseCard COURSE =
      LIBRARY.courses().stream()
          .filter(card -> card.id().equals("kubernetes"))
          .findFirst()
          .orElseThrow();

  private final Path folder;
  private final MovedClock clock = new MovedClock();
  private final WorkshopStore store;
  private final RunningWorkshop workshop;
  private final RunningWorkshop other;
  private final WorkshopWebServer web;
  private final WorkshopSshServer ssh;
  private final List<String> log = new CopyOnWriteArrayList<>();

  private AttackedServer(Path folder, WebLimits webLimits, SshLimits sshLimits) throws Exception {
    this.folder = folder;
    store = WorkshopStores.open("", folder, Map.of());
    workshop = running("class", CODE);
    other = running("other", OTHER_CODE);
    var settings =
        new WebSettings(
            "127.0.0.1", 0, Set.of(), Optional.empty(), false, Set.of(), CODE, webLimits);
    web =
        WorkshopWebServer.start(
            settings,
            workshop,
            (_, _) -> Optional.of(new LessonPages.Document("A lesson", "<p>Its text</p>")),
            WorkshopMetrics.NONE,
            clock,
            log::add);
    ssh =
        WorkshopSshServer.start(
            new InetSocketAddress(InetAddress.getLoopbackAddress(), 0),
            workshop,
            folder,
            sshLimits);
  }

  static AttackedServer start(Path folder) throws Exception {
    WebLimits usual = WebLimits.usual();
    // as usual, but nobody waits as long for what doesn't come
    return start(
        folder,
        new WebLimits(
            usual.connections(),
            usual.connectionsByAddress(),
            usual.viewsBySeat(),
            Duration.ofSeconds(2),
            Duration.ofSeconds(2),
            usual.idleTime(),
            usual.sendTime()));
  }

  static AttackedServer start(Path folder, WebLimits limits) throws Exception {
    return new AttackedServer(folder, limits, SshLimits.forSeats(30));
  }

  private RunningWorkshop running(String name, String code) throws Exception {
    store.create(new StoredWorkshop(name, "kubernetes", 200, code, Instant.EPOCH));
    var context = LablessContext.in(folder, clock);
    var offer = new LessonOffer(COURSE, false, false);
    return new RunningWorkshop(
        store,
        store.workshop(name).orElseThrow(),
        offer,
        (seat, changed) ->
            new SeatSession(
                context,
                new SeatPlace(
                    folder.resolve(name).resolve(seat.value()),
                    folder.resolve("s-" + seat),
                    context.labs(),
                    ConfinementLimits.DEFAULT,
                    Duration.ofMinutes(2),
                    false),
                new SeatJournal(store, name, seat, clock),
                offer.first().orElseThrow(),
                changed,
                "seat-" + seat),
        ClassLabs.NONE,
        clock,
        RandomGenerator.getDefault());
  }

  RunningWorkshop workshop() {
    return workshop;
  }

  /** Another workshop, in the same database. */
  RunningWorkshop other() {
    return other;
  }

  MovedClock clock() {
    return clock;
  }

  int port() {
    return web.port();
  }

  int sshPort() {
    return ssh.port();
  }

  WorkshopSshServer ssh() {
    return ssh;
  }

  String host() {
    return "127.0.0.1:" + port();
  }

  String origin() {
    return "http://" + host();
  }

  /** What was written down about requests. */
  List<String> log() {
    return log;
  }

  Workshop.Ticket join(String name) throws Exception {
    return workshop.join(CODE, name, "", "192.0.2.1");
  }

  /** A token of an instructor's browser. */
  String instructor() throws Exception {
    return workshop.redeemInstructorKey(workshop.newInstructorKey(), "192.0.2.2");
  }

  /** A program at a seat writes. */
  void output(SeatId seat, byte[] bytes) throws Exception {
    workshop.terminal(seat).write(bytes, 0, bytes.length);
  }

  /** The faults of its own that the server has written down. */
  String faults() throws IOException {
    Path file = folder.resolve("faults.log");
    return Files.exists(file) ? Files.readString(file) : "";
  }

  @Override
  public void close() {
    ssh.close();
    web.close();
    try {
      workshop.removeSeats();
      other.removeSeats();
    } catch (InterruptedException closing) {
      Thread.currentThread().interrupt();
    }
    workshop.close();
    other.close();
    store.close();
  }
}
