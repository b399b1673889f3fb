package dev.deckhand.workshop.ssh;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Objects;
import java.util.function.BooleanSupplier;
import org.apache.sshd.client.SshClient;
import org.apache.sshd.client.auth.keyboard.UserInteraction;
import org.apache.sshd.client.channel.ChannelShell;
import org.apache.sshd.client.channel.ClientChannelEvent;
import org.apache.sshd.client.keyverifier.AcceptAllServerKeyVerifier;
import org.apache.sshd.client.session.ClientSession;
import org.apache.sshd.core.CoreModuleProperties;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** A server for a room of fakes, and clients of it. */
@Timeout(120)
abstract class SshFixture {

  static final Duration WAIT = Duration.ofSeconds(60);

  static final SshLimits LIMITS = SshLimits.forSeats(30);

  @TempDir Path folder;

  final FakeWorkshop workshop = new FakeWorkshop();
  private final List<AutoCloseable> toClose = new ArrayList<>();
  private @Nullable WorkshopSshServer server;

  void start(SshLimits limits) throws IOException {
    WorkshopSshServer started =
        WorkshopSshServer.start(
            new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), workshop, folder, limits);
    server = started;
    toClose.add(started);
  }

  WorkshopSshServer server() {
    return Objects.requireNonNull(server, "the test starts it first");
  }

  @AfterEach
  void stop() throws Exception {
    for (AutoCloseable one : toClose.reversed()) {
      one.close();
    }
    workshop.close();
  }

  <T extends AutoCloseable> T closing(T one) {
    toClose.add(one);
    return one;
  }

  /** Answers questions, and remembers them. */
  static final class Person implements UserInteraction {
    private final List<String> answers;
    final List<String> asked = new ArrayList<>();
    final List<String> told = new ArrayList<>();

    Person(String... answers) {
      this.answers = new ArrayList<>(List.of(answers));
    }

    @Override
    public void welcome(ClientSession session, String banner, String lang) {
      told.add(banner);
    }

    @Override
    public String[] interactive(
        ClientSession session,
        String name,
        String instruction,
        String lang,
        String[] prompt,
        boolean[] echo) {
      told.add(instruction);
      asked.addAll(List.of(prompt));
      return new String[] {answers.isEmpty() ? "" : answers.removeFirst()};
    }

    @Override
    public String getUpdatedPassword(ClientSession session, String prompt, String lang) {
      return "";
    }
  }

  SshClient client() {
    SshClient client = SshClient.setUpDefaultClient();
    client.setServerKeyVerifier(AcceptAllServerKeyVerifier.INSTANCE);
    CoreModuleProperties.PASSWORD_PROMPTS.set(client, 5);
    client.start();
    return closing(client);
  }

  ClientSession connect(String name, Person person) throws IOException {
    return connect(client(), name, person, server().port());
  }

  ClientSession connect(SshClient client, String name, Person person, int port) throws IOException {
    ClientSession session = client.connect(name, "127.0.0.1", port).verify(WAIT).getSession();
    session.setUserInteraction(person);
    return session;
  }

  /** A session of a learner who joins now, or comes back. */
  ClientSession join(String name, String... answers) throws IOException {
    ClientSession session = connect(name, new Person(answers));
    session.auth().verify(WAIT);
    return session;
  }

  ClientSession joinNew(String name) throws IOException {
    return join(name, FakeWorkshop.CODE, "");
  }

  /** A terminal, with what it has shown so far. */
  static final class Shell {
    final ChannelShell channel;
    final ByteArrayOutputStream shown = new ByteArrayOutputStream();

    Shell(ClientSession session) throws IOException {
      channel = session.createShellChannel();
      channel.setPtyType("xterm");
      channel.setPtyColumns(100);
      channel.setPtyLines(30);
      channel.setOut(shown);
      channel.setErr(shown);
      channel.open().verify(WAIT);
    }

    void type(String text) throws IOException {
      channel.getInvertedIn().write(text.getBytes(StandardCharsets.UTF_8));
      channel.getInvertedIn().flush();
    }

    String text() {
      return shown.toString(StandardCharsets.UTF_8);
    }

    void awaitText(String text) throws InterruptedException {
      await(() -> text().contains(text), () -> "\"" + text + "\" in: " + text());
    }

    void awaitEnd() {
      channel.waitFor(EnumSet.of(ClientChannelEvent.CLOSED), WAIT);
    }
  }

  static void await(BooleanSupplier condition, java.util.function.Supplier<String> what)
      throws InterruptedException {
    long deadline = System.nanoTime() + WAIT.toNanos();
    while (!condition.getAsBoolean()) {
      if (System.nanoTime() - deadline > 0) {
        throw new AssertionError("waited in vain for " + what.get());
      }
      Thread.sleep(5);
    }
  }
}
