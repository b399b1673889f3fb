package dev.deckhand.workshop.ssh;

import dev.deckhand.workshop.room.SeatId;
import dev.deckhand.workshop.room.Workshop;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.UnknownHostException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.apache.sshd.common.NamedFactory;
import org.apache.sshd.common.cipher.BuiltinCiphers;
import org.apache.sshd.common.cipher.Cipher;
import org.apache.sshd.common.compression.BuiltinCompressions;
import org.apache.sshd.common.global.KeepAliveHandler;
import org.apache.sshd.common.io.IoSession;
import org.apache.sshd.common.io.nio2.Nio2ServiceFactoryFactory;
import org.apache.sshd.common.kex.BuiltinDHFactories;
import org.apache.sshd.common.mac.BuiltinMacs;
import org.apache.sshd.common.mac.Mac;
import org.apache.sshd.common.signature.BuiltinSignatures;
import org.apache.sshd.common.signature.Signature;
import org.apache.sshd.common.util.threads.NoCloseExecutor;
import org.apache.sshd.core.CoreModuleProperties;
import org.apache.sshd.server.ServerBuilder;
import org.apache.sshd.server.SshServer;
import org.apache.sshd.server.auth.UserAuth;
import org.apache.sshd.server.auth.UserAuthFactory;
import org.apache.sshd.server.channel.ChannelSession;
import org.apache.sshd.server.command.Command;
import org.apache.sshd.server.forward.RejectAllForwardingFilter;
import org.apache.sshd.server.global.NoMoreSessionsHandler;
import org.apache.sshd.server.session.ServerSession;
import org.apache.sshd.server.session.SessionFactory;
import org.apache.sshd.server.subsystem.SubsystemFactory;

/**
 * The SSH server of a workshop. Who knows the join code gets the terminal of a seat with the name
 * of the login; a lost connection leaves the seat as it is.
 */
public final class WorkshopSshServer implements AutoCloseable {

  private static final Duration SWEEP = Duration.ofSeconds(1);
  private static final long WINDOW = 128 * 1024;
  private static final long PACKET = 32 * 1024;
  private static final int SEND_BUFFER = 16 * 1024;
  private static final int IDENTIFICATION = 1024;

  private final Workshop workshop;
  private final SshLimits limits;
  private final HostKey key;
  private final ConnectionGate gate;
  private final KeepAlive keepAlive;
  private final SshServer server;
  private final ExecutorService threads =
      Executors.newThreadPerTaskExecutor(Thread.ofVirtual().name("workshop-ssh-io-", 0).factory());
  private final Thread sweeper;

  private WorkshopSshServer(Workshop workshop, SshLimits limits, HostKey key) {
    this.workshop = workshop;
    this.limits = limits;
    this.key = key;
    this.gate = new ConnectionGate(limits);
    this.keepAlive = new KeepAlive(limits.keepAlive());
    this.server = build();
    this.sweeper = Thread.ofVirtual().name("workshop-ssh-sweeper").unstarted(this::sweep);
  }

  /**
   * Starts a server.
   *
   * @param address where it listens; port 0 for any that is free
   * @param folder of the workshop, for the server's key; it's made on first use
   * @throws IOException if the key can't be read or written, or the address is in use
   */
  public static WorkshopSshServer start(
      InetSocketAddress address, Workshop workshop, Path folder, SshLimits limits)
      throws IOException {
    if (address.getAddress() == null) {
      throw new UnknownHostException(address.getHostString());
    }
    var started = new WorkshopSshServer(workshop, limits, HostKey.in(folder));
    started.server.setHost(address.getAddress().getHostAddress());
    started.server.setPort(address.getPort());
    try {
      started.server.start();
      started.sweeper.start();
      return started;
    } catch (IOException failure) {
      started.close();
      throw failure;
    }
  }

  /** The port on which it listens. */
  public int port() {
    return server.getPort();
  }

  /** The fingerprint of its key, as clients show it at the first connection: {@code SHA256:...}. */
  public String fingerprint() {
    return key.fingerprint();
  }

  /** How many connections there are. */
  public int connections() {
    return gate.connections();
  }

  private SshServer build() {
    SshServer made = SshServer.setUpDefaultServer();
    useModernAlgorithms(made);
    bound(made);
    made.setKeyPairProvider(key.provider());
    // handlers may wait for the database: each has a thread, and none keeps the others waiting
    made.setIoServiceFactoryFactory(
        new Nio2ServiceFactoryFactory(() -> new NoCloseExecutor(threads)));
    made.setSessionFactory(
        new SessionFactory(made) {
          @Override
          protected BoundedSession doCreateSession(IoSession connection) throws Exception {
            return new BoundedSession(getServer(), connection);
          }
        });
    made.addSessionListener(gate);
    made.setUserAuthFactories(List.of(new Authentications()));
    made.setChannelFactories(List.of(new SeatChannel.Factory()));
    made.setShellFactory(this::shell);
    made.setCommandFactory((channel, command) -> new RefusedCommand());
    made.setSubsystemFactories(List.of(new NoFileTransfer()));
    made.setForwardingFilter(RejectAllForwardingFilter.INSTANCE);
    made.setGlobalRequestHandlers(
        List.of(KeepAliveHandler.INSTANCE, NoMoreSessionsHandler.INSTANCE));
    return made;
  }

  private static void useModernAlgorithms(SshServer made) {
    made.setKeyExchangeFactories(
        NamedFactory.setUpTransformedFactories(
            true,
            List.of(
                BuiltinDHFactories.mlkem768x25519,
                BuiltinDHFactories.sntrup761x25519,
                BuiltinDHFactories.sntrup761x25519_openssh,
                BuiltinDHFactories.curve25519,
                BuiltinDHFactories.curve25519_libssh,
                BuiltinDHFactories.ecdhp256),
            ServerBuilder.DH2KEX));
    made.setCipherFactories(
        List.<NamedFactory<Cipher>>copyOf(
            NamedFactory.setUpBuiltinFactories(
                true,
                List.of(
                    BuiltinCiphers.cc20p1305_openssh,
                    BuiltinCiphers.aes256gcm,
                    BuiltinCiphers.aes128gcm,
                    BuiltinCiphers.aes256ctr,
                    BuiltinCiphers.aes128ctr))));
    made.setMacFactories(
        List.<NamedFactory<Mac>>copyOf(
            NamedFactory.setUpBuiltinFactories(
                true, List.of(BuiltinMacs.hmacsha256etm, BuiltinMacs.hmacsha512etm))));
    made.setSignatureFactories(
        List.<NamedFactory<Signature>>copyOf(
            NamedFactory.setUpBuiltinFactories(true, List.of(BuiltinSignatures.ed25519))));
    made.setCompressionFactories(List.of(BuiltinCompressions.none));
  }

  private void bound(SshServer made) {
    CoreModuleProperties.SERVER_IDENTIFICATION.set(made, "Deckhand");
    CoreModuleProperties.MAX_IDENTIFICATION_SIZE.set(made, IDENTIFICATION);
    CoreModuleProperties.AUTH_TIMEOUT.set(made, limits.authentication());
    CoreModuleProperties.MAX_AUTH_REQUESTS.set(made, limits.tries());
    CoreModuleProperties.MAX_CONCURRENT_SESSIONS.set(made, limits.connectionsPerName());
    // one: the limit is compared before the new one is counted
    CoreModuleProperties.MAX_CONCURRENT_CHANNELS.set(made, 0);
    CoreModuleProperties.WINDOW_SIZE.set(made, WINDOW);
    CoreModuleProperties.MAX_PACKET_SIZE.set(made, PACKET);
    // who reads and thinks isn't gone; KeepAlive finds out who is
    CoreModuleProperties.IDLE_TIMEOUT.set(made, Duration.ZERO);
    // more would wait in the system, and be old when a slow client reads it
    CoreModuleProperties.SOCKET_SNDBUF.set(made, SEND_BUFFER);
    CoreModuleProperties.TCP_NODELAY.set(made, true);
    CoreModuleProperties.SOCKET_KEEPALIVE.set(made, true);
  }

  private Command shell(ChannelSession channel) throws IOException {
    SeatId seat = channel.getSession().getAttribute(SeatAuthentication.SEAT);
    if (seat == null) {
      throw new IOException("a session without a seat");
    }
    var connection = new SeatConnection(workshop, seat, limits);
    channel.setDataReceiver(connection);
    return connection;
  }

  /** Makes authentications. */
  private final class Authentications implements UserAuthFactory {
    @Override
    public String getName() {
      return SeatAuthentication.NAME;
    }

    @Override
    public UserAuth createUserAuth(ServerSession session) {
      return new SeatAuthentication(workshop, limits);
    }
  }

  /** Answers sftp and scp. */
  private static final class NoFileTransfer implements SubsystemFactory {
    @Override
    public String getName() {
      return "sftp";
    }

    @Override
    public Command createSubsystem(ChannelSession channel) {
      return new RefusedCommand();
    }
  }

  private void sweep() {
    Duration pause = limits.keepAlive().compareTo(SWEEP) < 0 ? limits.keepAlive() : SWEEP;
    try {
      while (!Thread.interrupted()) {
        Thread.sleep(pause);
        gate.endSilent();
        gate.authenticated().forEach(keepAlive::check);
      }
    } catch (InterruptedException closed) {
      // the server is closed
    }
  }

  /** Ends all connections; the seats go on. */
  @Override
  public void close() {
    sweeper.interrupt();
    try {
      server.close(true).await(Duration.ofSeconds(10));
    } catch (IOException interrupted) {
      // what is left ends with its threads
    }
    threads.shutdownNow();
  }
}
