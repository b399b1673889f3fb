package dev.deckhand.workshop.web;

import static org.assertj.core.api.Assertions.assertThat;

import dev.deckhand.workshop.web.guard.WebLimits;
import java.io.IOException;
import java.net.Socket;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@Timeout(120)
class HostileRequestsTest {

  private WebFixture fixture;

  @BeforeEach
  void start() throws IOException {
    fixture = new WebFixture();
  }

  @AfterEach
  void stop() {
    fixture.close();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/assets/../page/join.html",
        "/assets/%2e%2e/join.html",
        "/assets/%252e%252e/join.html",
        "/assets/..%2fjoin.html",
        "/assets/..;/join.html",
        "/assets/vendor/../base.css",
        "/assets/vendor/%2e%2e/base.css",
        "/assets//base.css",
        "//assets/base.css",
        "/./",
        "/assets/",
        "/assets",
        "/assets/vendor/",
        "/assets/vendor/checksums",
        "/assets/PageFiles.class",
        "/assets/base.css/",
        "/assets/base.css;a=b",
        "/assets/base.css%00.txt",
        "/assets/BASE.CSS",
        "/assets\\base.css",
        "/%61ssets/base.css",
        "/seat/",
        "/SEAT",
        "/instructor/terminal/../export.csv",
        "/etc/passwd",
        "http://127.0.0.1/assets/../x",
        "*",
        "seat"
      })
  void pathsOtherThanOursLeadNowhere(String path) throws IOException {
    assertThat(fixture.status(path)).isIn(400, 403, 404, 421);
  }

  @Test
  void theSameFileWithoutTricksIsServed() throws IOException {
    assertThat(fixture.status("/assets/base.css")).isEqualTo(200);
    assertThat(fixture.status("/assets/base.css?x=../..")).isEqualTo(200);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "evil.example",
        "127.0.0.1.evil.example",
        "",
        "127.0.0.1:80:80",
        "evil@127.0.0.1",
        "[::ffff:1.2.3.4]"
      })
  void requestsForAnotherHostAreRefused(String host) throws IOException {
    assertThat(fixture.status("GET", "/", host, "")).isIn(400, 421);
    assertThat(fixture.status("GET", "/me", host, "")).isIn(400, 421);
  }

  @Test
  void anAbsoluteAddressOfAnotherHostIsRefused() throws IOException {
    assertThat(fixture.status("http://evil.example/")).isIn(400, 421);
  }

  @Test
  void namesGivenByAnOptionAreAnswered() throws IOException {
    var settings =
        new WebSettings(
            "127.0.0.1",
            0,
            Set.of("Workshop.Example"),
            Optional.empty(),
            false,
            Set.of(),
            "c",
            WebLimits.usual());
    try (var named = new WebFixture(1, settings)) {
      assertThat(named.status("GET", "/", "workshop.example", "")).isEqualTo(200);
      assertThat(named.status("GET", "/", "localhost:" + named.port(), "")).isEqualTo(200);
    }
  }

  @ParameterizedTest
  @CsvSource({
    "POST, /",
    "PUT, /join",
    "DELETE, /seat",
    "GET, /join",
    "OPTIONS, /join",
    "PATCH, /seat/command"
  })
  void otherMethodsAreRefused(String method, String path) throws IOException {
    String origin = "Origin: " + fixture.origin() + "\r\nContent-Length: 0\r\n";
    String answer =
        fixture.raw(
            method
                + " "
                + path
                + " HTTP/1.1\r\nHost: 127.0.0.1:"
                + fixture.port()
                + "\r\nConnection: close\r\n"
                + origin
                + "\r\n");
    assertThat(answer).startsWith("HTTP/1.1 405").contains("\r\nAllow: ");
  }

  @ParameterizedTest
  @ValueSource(strings = {"TRACE", "CONNECT", "BREW"})
  void strangeMethodsAreRefused(String method) throws IOException {
    assertThat(fixture.status(method, "/", "127.0.0.1:" + fixture.port(), ""))
        .isIn(400, 403, 404, 405, 501);
  }

  @ParameterizedTest
  @CsvSource(
      value = {
        "http://evil.example | same-origin",
        "http://127.0.0.1:1 | same-origin",
        "null | same-origin",
        " | same-origin",
        "OWN | cross-site",
        "OWN | same-site",
        "OWN | none",
        "OWN/ | same-origin",
        "http://user@127.0.0.1:PORT | same-origin",
        "https://127.0.0.1:PORTx | same-origin"
      },
      delimiter = '|',
      nullValues = "-")
  void requestsFromOtherSitesChangeNothing(String origin, String fetchSite) throws Exception {
    try (var visitor = fixture.visitor()) {
      HttpRequest.Builder request =
          visitor
              .request("/join")
              .header("Content-Type", "application/json")
              .header("Sec-Fetch-Site", fetchSite)
              .POST(
                  HttpRequest.BodyPublishers.ofString(
                      "{\"code\":\"" + FakeWorkshop.CODE + "\",\"name\":\"Eve\"}"));
      if (origin != null) {
        request.header(
            "Origin", origin.replace("OWN", fixture.origin()).replace("PORT", "" + fixture.port()));
      }
      assertThat(visitor.client().send(request.build(), BodyHandlers.ofString()).statusCode())
          .isEqualTo(403);
    }
    assertThat(fixture.workshop().room().seats()).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "text/plain",
        "application/x-www-form-urlencoded",
        "multipart/form-data",
        "application/jsonx"
      })
  void onlyJsonIsAccepted(String type) throws Exception {
    try (var visitor = fixture.visitor()) {
      var request =
          visitor
              .request("/join")
              .header("Content-Type", type)
              .header("Origin", fixture.origin())
              .POST(HttpRequest.BodyPublishers.ofString("{}"))
              .build();
      assertThat(visitor.client().send(request, BodyHandlers.ofString()).statusCode())
          .isEqualTo(415);
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "[]",
        "null",
        "{",
        "\"x\"",
        "{\"name\":1,\"code\":\"c\"}",
        "{\"name\":{},\"code\":[]}"
      })
  void whatIsNotAsExpectedIsRefusedWithoutAFault(String body) throws Exception {
    try (var visitor = fixture.visitor()) {
      assertThat(visitor.post("/join", body).statusCode()).isEqualTo(400);
    }
  }

  @Test
  void longBodiesAreRefused() throws Exception {
    String body = "{\"name\":\"" + "x".repeat(9000) + "\"}";
    try (var visitor = fixture.visitor()) {
      assertThat(visitor.post("/join", body).statusCode()).isEqualTo(413);
    }
    String chunk = Integer.toHexString(body.length()) + "\r\n" + body + "\r\n0\r\n\r\n";
    String head =
        "POST /join HTTP/1.1\r\nHost: 127.0.0.1:"
            + fixture.port()
            + "\r\nOrigin: "
            + fixture.origin()
            + "\r\nContent-Type: application/json\r\nConnection: close\r\nTransfer-Encoding: chunked\r\n\r\n";
    assertThat(fixture.raw(head + chunk)).startsWith("HTTP/1.1 413");
  }

  @Test
  void longHeadsAreRefused() throws IOException {
    assertThat(
            fixture.status(
                "GET", "/", "127.0.0.1:" + fixture.port(), "X: " + "y".repeat(9000) + "\r\n"))
        .isEqualTo(431);
    assertThat(fixture.status("/" + "y".repeat(9000))).isIn(414, 431);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Content-Length: 4\r\nTransfer-Encoding: chunked\r\n",
        "Content-Length: 4\r\nContent-Length: 5\r\n",
        "Content-Length: -1\r\n",
        "Transfer-Encoding: gzip, x\r\n",
        "Host: evil.example\r\n",
        "X : y\r\n"
      })
  void headsThatProxiesReadInAnotherWayAreRefused(String headers) throws IOException {
    assertThat(fixture.status("POST", "/join", "127.0.0.1:" + fixture.port(), headers))
        .isIn(400, 403, 421, 501);
  }

  @Test
  void aHeadThatComesByteByByteIsNotWaitedFor() throws Exception {
    WebLimits usual = WebLimits.usual();
    var limits =
        new WebLimits(
            100,
            100,
            8,
            Duration.ofSeconds(1),
            Duration.ofSeconds(1),
            usual.idleTime(),
            usual.sendTime());
    try (var slow = new WebFixture(1, WebFixture.limited(limits));
        var socket = slow.connect()) {
      // the first request is in order; the second drips
      var out = socket.getOutputStream();
      out.write(
          ("GET /healthz HTTP/1.1\r\nHost: 127.0.0.1:" + slow.port() + "\r\n\r\n")
              .getBytes(StandardCharsets.US_ASCII));
      assertThat(socket.getInputStream().read()).isEqualTo('H');
      assertThat(drips(socket, "GET / HTTP/1.1\r\nX: " + "y".repeat(400))).isTrue();
    }
  }

  /** Sends bytes one by one until the server closes; returns whether it does. */
  private static boolean drips(Socket socket, String text) throws InterruptedException {
    try {
      for (byte one : text.getBytes(StandardCharsets.US_ASCII)) {
        socket.getOutputStream().write(one);
        // this is the attack: something comes all the time
        Thread.sleep(50);
      }
      return false;
    } catch (IOException closed) {
      return true;
    }
  }

  @Test
  void aBodyThatDoesNotComeIsNotWaitedFor() throws Exception {
    WebLimits usual = WebLimits.usual();
    var limits =
        new WebLimits(
            100,
            100,
            8,
            usual.headTime(),
            Duration.ofMillis(300),
            usual.idleTime(),
            usual.sendTime());
    try (var slow = new WebFixture(1, WebFixture.limited(limits))) {
      String answer =
          slow.raw(
              "POST /join HTTP/1.1\r\nHost: 127.0.0.1:"
                  + slow.port()
                  + "\r\nOrigin: "
                  + slow.origin()
                  + "\r\nContent-Type: application/json\r\nConnection: close\r\nContent-Length: 50\r\n\r\n{");
      assertThat(answer).startsWith("HTTP/1.1 408");
    }
  }

  @Test
  void connectionsBeyondTheLimitAreClosedAndTheOthersServed() throws Exception {
    WebLimits usual = WebLimits.usual();
    var limits =
        new WebLimits(
            6, 4, 8, usual.headTime(), usual.bodyTime(), usual.idleTime(), usual.sendTime());
    try (var small = new WebFixture(1, WebFixture.limited(limits))) {
      List<Socket> sockets = new ArrayList<>();
      for (int i = 0; i < 4; i++) {
        var socket = small.connect();
        sockets.add(socket);
        assertThat(ask(socket, small.port())).isEqualTo('H');
      }
      try (var one = small.connect()) {
        assertThat(ask(one, small.port())).isEqualTo(-1);
      }
      assertThat(ask(sockets.getFirst(), small.port())).isNotEqualTo(-1);
      for (Socket socket : sockets) {
        socket.close();
      }
    }
  }

  private static int ask(Socket socket, int port) {
    try {
      socket
          .getOutputStream()
          .write(
              ("GET /healthz HTTP/1.1\r\nHost: 127.0.0.1:" + port + "\r\n\r\n")
                  .getBytes(StandardCharsets.US_ASCII));
      return socket.getInputStream().read();
    } catch (IOException closed) {
      return -1;
    }
  }

  @Test
  void theAnswerToABrokenHeadSaysNothingAboutTheServer() throws IOException {
    String answer = fixture.raw("GET /\u0001 HTTP/9.9\r\n\r\n");
    assertThat(answer).startsWith("HTTP/1.1 4").doesNotContainIgnoringCase("jetty", "java");
    assertThat(
            fixture.raw(
                "\u0016\u0003\u0001\u0002\u0000\u0001\u0000\u0001\u00fc\u0003\u0003\r\n\r\n"))
        .doesNotContainIgnoringCase("jetty");
  }
}
