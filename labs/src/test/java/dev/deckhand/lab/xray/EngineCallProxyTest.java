package dev.deckhand.lab.xray;

import static org.assertj.core.api.Assertions.assertThat;

import dev.deckhand.trace.ActivityRecord;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.StandardProtocolFamily;
import java.net.UnixDomainSocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.Channels;
import java.nio.channels.ServerSocketChannel;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

// on the wire lines end in CR LF, which no text block does
@SuppressWarnings("StringConcatToTextBlock")
class EngineCallProxyTest {

  @TempDir Path folder;

  private ServerSocketChannel engine;
  private EngineCallProxy tap;
  private final List<ActivityRecord> activityRecords =
      Collections.synchronizedList(new ArrayList<>());

  @BeforeEach
  void open() throws IOException {
    engine = ServerSocketChannel.open(StandardProtocolFamily.UNIX);
    engine.bind(UnixDomainSocketAddress.of(folder.resolve("own")));
    tap =
        EngineCallProxy.open(folder.resolve("door"), folder.resolve("own"), Clock.systemUTC())
            .orElseThrow();
    tap.follow(activityRecords::add);
  }

  @AfterEach
  void close() throws IOException {
    tap.close();
    engine.close();
  }

  /** An engine that reads all that comes, and only then answers. */
  private Thread answering(String answer, ByteArrayOutputStream heard) {
    return Thread.ofVirtual()
        .start(() -> {
          try (SocketChannel guest = engine.accept()) {
            Channels.newInputStream(guest).transferTo(heard);
            write(guest, answer);
          } catch (IOException broken) {
            // the test sees what is missing
          }
        });
  }

  private static void write(SocketChannel to, String text) throws IOException {
    var bytes = ByteBuffer.wrap(text.getBytes(StandardCharsets.ISO_8859_1));
    while (bytes.hasRemaining()) {
      to.write(bytes);
    }
  }

  private String ask(String question) throws IOException {
    try (SocketChannel guest = SocketChannel.open(UnixDomainSocketAddress.of(tap.socket()))) {
      write(guest, question);
      guest.shutdownOutput();
      var answer = new ByteArrayOutputStream();
      Channels.newInputStream(guest).transferTo(answer);
      return answer.toString(StandardCharsets.ISO_8859_1);
    }
  }

  private void unchanged(String question, String answer) throws Exception {
    var heard = new ByteArrayOutputStream();
    Thread engineThread = answering(answer, heard);

    String came = ask(question);
    engineThread.join();
    assertThat(came.equals(answer)).as("the answer is whole: %.60s", came).isTrue();
    String went = heard.toString(StandardCharsets.ISO_8859_1);
    assertThat(went.equals(question)).as("the question is whole: %.60s", went).isTrue();
  }

  @Test
  void passesEndOfInputOnAndTheAnswerAfterIt() throws Exception {
    unchanged(
        "POST /v1.41/exec/e1/start HTTP/1.1\r\nHost: d\r\nUser-Agent: Docker-Client/28\r\n"
            + "Connection: Upgrade\r\nUpgrade: tcp\r\nContent-Length: 2\r\n\r\n{}raw \u0000\u00ff bytes\n\n",
        "HTTP/1.1 101 UPGRADED\r\nConnection: Upgrade\r\nUpgrade: tcp\r\n\r\n\u0001\u0000raw");

    var engineCall = (ActivityRecord.EngineCall) activityRecords.getLast();
    assertThat(engineCall.path()).isEqualTo("/exec/e1/start");
    assertThat(engineCall.program()).isEqualTo("Docker-Client/28");
    assertThat(engineCall.status()).isEqualTo(101);
  }

  @Test
  void notesEveryCallOfAConnectionButNoBodyAndNoPasswords() throws Exception {
    unchanged(
        "HEAD /_ping HTTP/1.1\r\nHost: d\r\n\r\n"
            + "POST /v1.41/build?buildargs=%7B%22P%22%3A%22sesame%22%7D&t=mine HTTP/1.1\r\n"
            + "Transfer-Encoding: chunked\r\nX-Registry-Config: sesame\r\n\r\n"
            + "6\r\nsesame\r\n0\r\n\r\n"
            + "GET /v1.41/info HTTP/1.1\r\n\r\n",
        "HTTP/1.1 200 OK\r\nContent-Length: 2\r\n\r\n"
            + "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n3\r\nabc\r\n0\r\n\r\n"
            + "HTTP/1.1 404 Not Found\r\nContent-Length: 4\r\n\r\ngone");

    assertThat(
            activityRecords.stream()
                .map(activityRecord -> (ActivityRecord.EngineCall) activityRecord)
                .filter(engineCall -> engineCall.status() > 0))
        .extracting(engineCall ->
            engineCall.method()
                + " "
                + engineCall.path()
                + " "
                + engineCall.name()
                + " "
                + engineCall.status())
        .containsExactly("HEAD /_ping  200", "POST /build mine 200", "GET /info  404");
    assertThat(activityRecords.toString()).doesNotContain("sesame");
  }

  @Test
  void letsPassWhatItCannotRead() throws Exception {
    unchanged("PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n\u0000\u0001", "\u0000\u0002 no HTTP at all");
    unchanged("\n\n\n", "HTTP/1.1 two hundred\r\n\r\n");
    unchanged("x".repeat(300_000), "y".repeat(300_000));
    unchanged("GET / HTTP/1.1\r\nContent-Length: many\r\n\r\n", "HTTP/1.1 400 Bad\r\n\r\n");
  }

  @Test
  void saysSoWhereTheEngineIsGone() throws IOException {
    engine.close();
    Files.delete(folder.resolve("own"));

    assertThat(ask("GET /info HTTP/1.1\r\n\r\n"))
        .startsWith("HTTP/1.1 503 ")
        .contains("the lab's engine does not answer");
  }

  @Test
  void isForItsOwnerAloneAndGoneWhenItIsClosed() throws IOException {
    assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(tap.socket())))
        .isEqualTo("rw-------");

    tap.close();

    assertThat(tap.socket()).doesNotExist();
  }

  @Test
  void whereTheDoorCannotBeMadeThereIsNone() {
    assertThat(
            EngineCallProxy.open(
                folder.resolve("no/such/folder"), folder.resolve("own"), Clock.systemUTC()))
        .isEmpty();
  }
}
