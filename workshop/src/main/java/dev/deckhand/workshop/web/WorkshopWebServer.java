package dev.deckhand.workshop.web;

import dev.deckhand.workshop.room.Workshop;
import dev.deckhand.workshop.web.guard.ConnectionCount;
import dev.deckhand.workshop.web.guard.ForwardedFor;
import dev.deckhand.workshop.web.guard.HostRule;
import dev.deckhand.workshop.web.guard.OriginRule;
import dev.deckhand.workshop.web.guard.WebLimits;
import dev.deckhand.workshop.web.http.ContentPolicy;
import dev.deckhand.workshop.web.http.ExchangeSettings;
import dev.deckhand.workshop.web.live.EventStream;
import dev.deckhand.workshop.web.live.RoomPulse;
import dev.deckhand.workshop.web.page.PageFiles;
import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.time.InstantSource;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.server.ServerConnector;
import org.eclipse.jetty.websocket.server.ServerWebSocketContainer;

/** Serves a workshop to browsers. */
public final class WorkshopWebServer implements AutoCloseable {

  private static final Duration PULSE = Duration.ofMillis(200);
  private static final Duration SWEEP = Duration.ofMillis(500);

  private final Server server;
  private final ServerConnector connector;
  private final RoomPulse pulse;
  private final WebSettings settings;
  private final Thread sweeper;

  private WorkshopWebServer(
      Server server,
      ServerConnector connector,
      RoomPulse pulse,
      WebSettings settings,
      Thread sweeper) {
    this.server = server;
    this.connector = connector;
    this.pulse = pulse;
    this.settings = settings;
    this.sweeper = sweeper;
  }

  /**
   * Starts to serve; returns when connections are accepted.
   *
   * @param metrics what others measure
   * @param accessLog takes a line for each request, without queries and headers; must not wait
   * @throws IOException if the address is in use, or isn't one of this machine
   */
  public static WorkshopWebServer start(
      WebSettings settings,
      Workshop workshop,
      LessonPages lessons,
      WorkshopMetrics metrics,
      InstantSource clock,
      Consumer<String> accessLog)
      throws IOException {
    WebLimits limits = settings.limits();
    var figures = new WebFigures();
    var guard =
        new ConnectionGuard(
            new ConnectionCount(limits.connections(), limits.connectionsByAddress()),
            figures,
            limits.headTime());
    Server server = JettyServer.create();
    ServerConnector connector = JettyServer.connector(server, settings, guard);
    ServerWebSocketContainer container = JettyServer.webSockets(server, limits.idleTime());
    var pulse = new RoomPulse(workshop, PULSE);
    var events = new EventStream(pulse, clock, limits.sendTime());
    var sockets = new TerminalSockets(container, pulse, figures, limits.sendTime());
    var files = new PageFiles();
    var routes = new Routes();
    new PageRoutes(files).addTo(routes);
    new LearnerRoutes(workshop, lessons, events, sockets, figures, limits.viewsBySeat())
        .addTo(routes);
    new InstructorRoutes(
            workshop,
            lessons,
            pulse,
            events,
            sockets,
            figures,
            clock,
            () -> invitation(settings, connector.getLocalPort()))
        .addTo(routes);
    new MetricsRoute(workshop, pulse, figures, guard, metrics).addTo(routes);
    var exchangeSettings =
        new ExchangeSettings(
            settings.secure(), limits.bodyTime(), new ContentPolicy(settings.frameAncestors()));
    server.setHandler(
        new WebHandler(
            routes,
            files,
            new HostRule(ServedNames.all(settings)),
            new OriginRule(settings.publicAddress().map(WorkshopWebServer::origin)),
            new ForwardedFor(settings.trustsProxy()),
            exchangeSettings,
            guard,
            figures,
            accessLog));
    server.setErrorHandler(new BareErrors(exchangeSettings));
    try {
      server.start();
    } catch (Exception failed) {
      pulse.close();
      JettyServer.stop(server);
      throw failed instanceof IOException io
          ? io
          : new IOException("the pages aren't served", failed);
    }
    Thread sweeper =
        Thread.ofVirtual()
            .name("workshop-sweep")
            .start(() -> sweep(guard, figures, limits.idleTime()));
    return new WorkshopWebServer(server, connector, pulse, settings, sweeper);
  }

  private static void sweep(ConnectionGuard guard, WebFigures figures, Duration idleTime) {
    // a few answers may be lost before the silence is too long
    long pingRounds = Math.max(1, idleTime.dividedBy(4).dividedBy(SWEEP));
    try {
      for (int round = 1; ; round++) {
        TimeUnit.NANOSECONDS.sleep(SWEEP.toNanos());
        guard.sweep();
        if (round % pingRounds == 0) {
          figures.terminals().ping(idleTime);
        }
      }
    } catch (InterruptedException closing) {
      Thread.currentThread().interrupt();
    }
  }

  private static JoinInvitation invitation(WebSettings settings, int port) {
    return new JoinInvitation(ServedNames.joinAddress(settings, port), settings.joinCode());
  }

  private static String origin(URI address) {
    return address.getScheme() + "://" + address.getRawAuthority();
  }

  /** The port that is listened at. */
  public int port() {
    return connector.getLocalPort();
  }

  /** How learners come to the workshop. */
  public JoinInvitation invitation() {
    return invitation(settings, port());
  }

  /**
   * The address that makes a browser the instructor's, once.
   *
   * @param key one of the workshop's; it's a fragment, which browsers don't send
   */
  public URI instructorAddress(String key) {
    return invitation().address().resolve("instructor#" + key);
  }

  /** Stops serving. Terminals go on; browsers come back when there's a server again. */
  @Override
  public void close() {
    sweeper.interrupt();
    pulse.close();
    JettyServer.stop(server);
  }
}
