package dev.deckhand.workshop.web;

import dev.deckhand.workshop.web.guard.WebLimits;
import java.time.Duration;
import java.util.concurrent.Executors;
import org.eclipse.jetty.http.HttpCompliance;
import org.eclipse.jetty.http.UriCompliance;
import org.eclipse.jetty.server.HttpConfiguration;
import org.eclipse.jetty.server.HttpConnectionFactory;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.server.ServerConnector;
import org.eclipse.jetty.util.thread.QueuedThreadPool;
import org.eclipse.jetty.websocket.server.ServerWebSocketContainer;

/** Jetty as we use it: virtual threads, HTTP/1.1, and limits on all that a client sends. */
final class JettyServer {

  private static final int SELECTORS = 2;
  private static final int CARRIERS = 32;
  private static final int SEND_BUFFER = 64 * 1024;
  private static final int STOP_MILLIS = 2000;

  private JettyServer() {}

  static Server create() {
    // these threads wait for the network; what serves requests are virtual ones
    var threads = new QueuedThreadPool(CARRIERS, 4);
    threads.setName("workshop-web");
    threads.setDaemon(true);
    threads.setVirtualThreadsExecutor(Executors.newVirtualThreadPerTaskExecutor());
    var server = new Server(threads);
    server.setStopTimeout(0);
    server.setStopAtShutdown(false);
    return server;
  }

  static ServerConnector connector(Server server, WebSettings settings, ConnectionGuard guard) {
    var http = new HttpConfiguration();
    http.setSendServerVersion(false);
    http.setSendXPoweredBy(false);
    http.setRequestHeaderSize(WebLimits.HEAD_BYTES);
    http.setHttpCompliance(HttpCompliance.RFC9110);
    http.setUriCompliance(UriCompliance.DEFAULT);
    http.setNotifyForbiddenComplianceViolations(false);
    var connector = new ServerConnector(server, 1, SELECTORS, new HttpConnectionFactory(http));
    connector.setHost(settings.address());
    connector.setPort(settings.port());
    connector.setIdleTimeout(settings.limits().idleTime().toMillis());
    connector.setAcceptQueueSize(1024);
    connector.setAcceptedTcpNoDelay(true);
    connector.setAcceptedSendBufferSize(SEND_BUFFER);
    connector.addBean(guard);
    server.addConnector(connector);
    return connector;
  }

  static ServerWebSocketContainer webSockets(Server server, Duration idleTime) {
    ServerWebSocketContainer container = ServerWebSocketContainer.ensure(server);
    container.setMaxBinaryMessageSize(WebLimits.MESSAGE_BYTES);
    container.setMaxTextMessageSize(WebLimits.MESSAGE_BYTES);
    container.setMaxFrameSize(WebLimits.MESSAGE_BYTES);
    container.setInputBufferSize(4096);
    container.setOutputBufferSize(4096);
    container.setIdleTimeout(idleTime);
    return container;
  }

  static void stop(Server server) {
    try {
      server.setStopTimeout(STOP_MILLIS);
      server.stop();
    } catch (Exception failed) {
      // it's being closed; there's nobody to be told, and nothing to be done
    }
  }
}
