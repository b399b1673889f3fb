package dev.deckhand.workshop.program;

import dev.deckhand.lab.ConfinementLimits;
import dev.deckhand.lab.LabFactory;
import dev.deckhand.lab.LabFault;
import dev.deckhand.lesson.CourseCard;
import dev.deckhand.lesson.LabNeeds;
import dev.deckhand.shell.cli.common.CommandConsole;
import dev.deckhand.shell.cli.common.CommandContext;
import dev.deckhand.shell.cli.common.ExitCode;
import dev.deckhand.shell.cli.common.UserError;
import dev.deckhand.shell.cli.workshop.WorkshopProgram;
import dev.deckhand.shell.cli.workshop.WorkshopServeOptions;
import dev.deckhand.shell.cli.workshop.WorkshopServeOptions.Isolation;
import dev.deckhand.workshop.room.Seat;
import dev.deckhand.workshop.room.SeatId;
import dev.deckhand.workshop.room.Workshop;
import dev.deckhand.workshop.seat.SeatJournal;
import dev.deckhand.workshop.seat.SeatNamespaces;
import dev.deckhand.workshop.seat.SeatPlace;
import dev.deckhand.workshop.seat.SeatSession;
import dev.deckhand.workshop.service.ClassLabs;
import dev.deckhand.workshop.service.JoinCode;
import dev.deckhand.workshop.service.LessonOffer;
import dev.deckhand.workshop.service.RunningWorkshop;
import dev.deckhand.workshop.ssh.SshLimits;
import dev.deckhand.workshop.ssh.WorkshopSshServer;
import dev.deckhand.workshop.store.StoreUnavailable;
import dev.deckhand.workshop.store.WorkshopStore;
import dev.deckhand.workshop.store.WorkshopStore.StoredWorkshop;
import dev.deckhand.workshop.store.WorkshopStores;
import dev.deckhand.workshop.web.WebSettings;
import dev.deckhand.workshop.web.WorkshopMetrics;
import dev.deckhand.workshop.web.WorkshopWebServer;
import dev.deckhand.workshop.web.guard.WebLimits;
import java.io.IOException;
import java.net.BindException;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import org.jspecify.annotations.Nullable;

/** Serves workshops, for {@code deckhand workshop}. */
public final class WorkshopServer implements WorkshopProgram {

  @Override
  public ExitCode serve(
      CommandContext context, CommandConsole console, Path folder, WorkshopServeOptions options)
      throws IOException, InterruptedException, UserError {
    LessonOffer offer = offer(context, options);
    CommandContext own = context.inFolder(folder);
    own.state().create();
    for (String problem :
        offer.course().lessons().stream().flatMap(card -> offer.problem(card).stream()).toList()) {
      console.error(problem, "");
    }
    checkMachine(own, offer);
    try (WorkshopStore store =
        WorkshopStores.open(options.database(), folder, context.environment().variables())) {
      StoredWorkshop stored = store.create(fresh(own, options));
      if (!stored.course().equals(options.course())) {
        throw new UserError(
            "The workshop \"" + options.name() + "\" teaches " + stored.course() + ".",
            "Choose another name: --name NAME");
      }
      serve(own, folder, options, offer, store, stored);
    } catch (StoreUnavailable unusable) {
      throw new UserError(
          String.valueOf(unusable.getMessage()), "Look at --database, and start again.");
    } catch (LabFault fault) {
      throw new UserError(fault.problem(), fault.remedy());
    }
    return ExitCode.OK;
  }

  private static LessonOffer offer(CommandContext context, WorkshopServeOptions options)
      throws UserError {
    CourseCard course =
        context.library().courses().stream()
            .filter(card -> card.id().equals(options.course()))
            .findFirst()
            .orElseThrow(() ->
                new UserError(
                    "There is no course \"" + options.course() + "\".",
                    "Choose one of: "
                        + String.join(
                            ", ",
                            context.library().courses().stream().map(CourseCard::id).toList())));
    var offer =
        new LessonOffer(
            course, options.trustLearners(), options.isolation() == Isolation.NAMESPACE);
    if (offer.first().isEmpty()) {
      throw new UserError(
          "No lesson of this course can be taken in a workshop: "
              + offer.problem(course.lessons().getFirst()).orElse(""),
          "Choose another course, or read: deckhand workshop serve --help");
    }
    return offer;
  }

  /** Before anybody joins, since a lab that can't start would be everybody's. */
  private static void checkMachine(CommandContext context, LessonOffer offer)
      throws InterruptedException, UserError {
    LabNeeds needs =
        offer.lessons().stream()
            .map(card -> card.needs())
            .filter(one -> !one.labs().isEmpty())
            .findFirst()
            .orElse(LabNeeds.NONE);
    var missing = context.provisioner().findMissing(needs);
    if (missing.isPresent()) {
      throw new UserError(missing.get().fault().problem(), missing.get().fault().remedy());
    }
  }

  private static StoredWorkshop fresh(CommandContext context, WorkshopServeOptions options) {
    return new StoredWorkshop(
        options.name(),
        options.course(),
        options.seats(),
        JoinCode.random(),
        context.environment().clock().instant());
  }

  private static void serve(
      CommandContext context,
      Path folder,
      WorkshopServeOptions options,
      LessonOffer offer,
      WorkshopStore store,
      StoredWorkshop stored)
      throws IOException, InterruptedException, UserError {
    var clock = context.environment().clock();
    SeatLabsChoice labs = labs(context, folder, options, offer);
    try (var workshop =
        new RunningWorkshop(
            store,
            stored,
            offer,
            (seat, changed) ->
                new SeatSession(
                    context,
                    place(context, folder, options, labs, seat),
                    new SeatJournal(store, stored.id(), seat, clock),
                    offer.first().orElseThrow(),
                    changed,
                    "seat-" + seat),
            labs.ofClass(),
            clock,
            context.environment().random())) {
      removeAbandoned(workshop, labs, folder);
      serveUntilStopped(context, folder, options, stored, workshop);
    }
  }

  /** A server that was killed may have been about to remove the labs of those who left. */
  private static void removeAbandoned(RunningWorkshop workshop, SeatLabsChoice labs, Path folder)
      throws IOException, InterruptedException {
    var inUse = new LinkedHashSet<String>();
    for (Seat seat : workshop.room().present()) {
      inUse.addAll(SeatNamespaces.of(seatFolder(folder, seat.id())));
    }
    labs.ofClass().removeExcept(inUse);
  }

  private static void serveUntilStopped(
      CommandContext context,
      Path folder,
      WorkshopServeOptions options,
      StoredWorkshop stored,
      RunningWorkshop workshop)
      throws IOException, InterruptedException, UserError {
    var clock = context.environment().clock();
    try (var log = new AccessLog(folder.resolve("log"), clock);
        var web =
            WorkshopWebServer.start(
                webSettings(options, stored),
                workshop,
                new CoursePages(context.library()),
                WorkshopMetrics.NONE,
                clock,
                log::write);
        // null without SSH
        var ssh = startSsh(options, folder, workshop);
        var _ =
            ControlSocket.open(
                folder.resolve("control"),
                () -> web.instructorAddress(workshop.newInstructorKey()).toString())) {
      var announcement =
          new Announcement(
              web.invitation().address(),
              stored.joinCode(),
              web.instructorAddress(workshop.newInstructorKey()),
              Optional.ofNullable(ssh)
                  .map(server ->
                      "ssh -p " + server.port() + " NAME@" + web.invitation().address().getHost()),
              Optional.ofNullable(ssh).map(WorkshopSshServer::fingerprint));
      List<String> lines = options.json() ? List.of(announcement.json()) : announcement.lines();
      lines.forEach(context.environment().out()::println);
      context.environment().out().flush();
      new CountDownLatch(1).await();
    }
  }

  private static @Nullable WorkshopSshServer startSsh(
      WorkshopServeOptions options, Path folder, Workshop workshop) throws IOException, UserError {
    if (options.sshPort() < 0) {
      return null;
    }
    try {
      return WorkshopSshServer.start(
          new InetSocketAddress(options.address(), options.sshPort()),
          workshop,
          folder,
          SshLimits.forSeats(options.seats()));
    } catch (BindException taken) {
      throw new UserError(
          "SSH clients can't be served at port "
              + options.sshPort()
              + ": "
              + taken.getMessage()
              + ".",
          "Choose another port, --ssh-port PORT, or serve browsers alone, --no-ssh");
    }
  }

  /**
   * Who makes the seats' labs.
   *
   * @param ofClass what they have in common
   */
  private record SeatLabsChoice(LabFactory ofSeats, ClassLabs ofClass, boolean shared) {}

  private static SeatLabsChoice labs(
      CommandContext context, Path folder, WorkshopServeOptions options, LessonOffer offer)
      throws IOException, InterruptedException, UserError {
    if (options.isolation() == Isolation.CLUSTER) {
      return new SeatLabsChoice(context.labs(), ClassLabs.NONE, false);
    }
    if (!SharedClusterLabs.isNeeded(offer)) {
      throw new UserError(
          "No lesson of this course can be taken in a namespace.", "Leave out --isolation.");
    }
    var shared =
        SharedClusterLabs.start(
            context.labs(), offer, options.seats(), folder, context.environment());
    return new SeatLabsChoice(shared, shared, true);
  }

  private static SeatPlace place(
      CommandContext context,
      Path folder,
      WorkshopServeOptions options,
      SeatLabsChoice labs,
      SeatId seat) {
    return new SeatPlace(
        seatFolder(folder, seat),
        Path.of("/tmp", "deckhand-" + context.state().ownerLabel() + "-" + seat.value()),
        labs.ofSeats(),
        ConfinementLimits.DEFAULT,
        options.stuckAfter(),
        labs.shared());
  }

  private static Path seatFolder(Path workshopFolder, SeatId seat) {
    return workshopFolder.resolve("seats").resolve(seat.value());
  }

  private static WebSettings webSettings(WorkshopServeOptions options, StoredWorkshop stored) {
    return new WebSettings(
        options.address(),
        options.port(),
        Set.copyOf(options.hosts()),
        Optional.of(options.publicAddress()).filter(text -> !text.isEmpty()).map(URI::create),
        options.behindProxy(),
        Set.of(),
        stored.joinCode(),
        WebLimits.usual());
  }

  @Override
  public ExitCode link(CommandContext context, CommandConsole console, Path folder)
      throws IOException, UserError {
    if (!Files.isDirectory(folder)) {
      throw new UserError(
          "There is no workshop \"" + folder.getFileName() + "\" on this machine.",
          "Name one that is being served.");
    }
    try {
      context.environment().out().println(ControlSocket.ask(folder.resolve("control")));
      return ExitCode.OK;
    } catch (IOException notServed) {
      throw new UserError(
          "The workshop \"" + folder.getFileName() + "\" isn't being served now.",
          "Start it: deckhand workshop serve");
    }
  }
}
