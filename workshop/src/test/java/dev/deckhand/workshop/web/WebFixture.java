package dev.deckhand.workshop.web;

import dev.deckhand.lesson.LessonId;
import dev.deckhand.workshop.web.guard.WebLimits;
import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;

/** A workshop in memory, served on a loopback address. */
public final class WebFixture implements AutoCloseable {

  public static final WebLimits LIMITS = WebLimits.usual();

  private static final String LESSON =
      """
      <p>A container is a process with a view of its own.</p>
      <ol class="contents"><li><a href="#step-1">Look around</a></li><li><a href="#step-2">Start one</a></li>\
      <li><a href="#step-3">Stop it</a></li></ol>
      <h2 id="step-1">1. Look around</h2><p>Ask the engine what it has.</p>
      <div class="listingblock command"><pre>$ docker ps --all</pre></div>
      <div class="checks"><div class="title">What you should see</div><ul><li><p>An empty list</p></li></ul></div>
      <script>document.title = "attacked"</script><p onclick="document.title='attacked'" style="color:red">Harmless</p>
      <h2 id="step-2">2. Start one</h2><p>The image comes from the registry of the lab, and the container goes on until
      you stop it. Look at its log, and at the port that it listens to.</p>
      <div class="listingblock command"><pre>$ docker run -d --name web -p 8080:80 nginx:1.29
      $ docker logs web</pre></div>
      <details class="hint"><summary>Hint</summary><div class="content"><p>The name comes before the image.</p></div></details>
      <h2 id="step-3">3. Stop it</h2><p>It has ten seconds to end by itself.</p>
      <div class="listingblock command"><pre>$ docker stop web</pre></div>
      """;

  private final FakeWorkshop workshop;
  private final List<String> log = new CopyOnWriteArrayList<>();
  private WebSettings settings;
  private WorkshopWebServer server;

  public WebFixture() throws IOException {
    this(4, WebSettings.on("127.0.0.1", 0, FakeWorkshop.CODE));
  }

  public WebFixture(int capacity, WebSettings settings) throws IOException {
    this.workshop = new FakeWorkshop(capacity);
    this.settings = settings;
    this.server = serve();
  }

  /** Settings with other limits. */
  static WebSettings limited(WebLimits limits) {
    return new WebSettings(
        "127.0.0.1", 0, Set.of(), Optional.empty(), false, Set.of(), FakeWorkshop.CODE, limits);
  }

  private WorkshopWebServer serve() throws IOException {
    return WorkshopWebServer.start(
        settings, workshop, new Pages(), WorkshopMetrics.NONE, InstantSource.system(), log::add);
  }

  private static final class Pages implements LessonPages {
    @Override
    public Optional<Document> lesson(LessonId lesson, Optional<String> namespace) {
      return Optional.of(
          new Document(
              lesson.equals(FakeWorkshop.FIRST) ? "Your first container" : "Images",
              LESSON + namespace.map("<p id='namespace'>%s</p>"::formatted).orElse("")));
    }

    @Override
    public Optional<String> slides(LessonId lesson) {
      return lesson.equals(FakeWorkshop.FIRST)
          ? Optional.of("<!doctype html><title>Slides</title>")
          : Optional.empty();
    }
  }

  public FakeWorkshop workshop() {
    return workshop;
  }

  public WorkshopWebServer server() {
    return server;
  }

  public List<String> log() {
    return log;
  }

  public int port() {
    return server.port();
  }

  public URI address(String path) {
    return URI.create("http://127.0.0.1:" + port() + path);
  }

  public String origin() {
    return "http://127.0.0.1:" + port();
  }

  /** The server stops, and another one starts on the same port. */
  public void stopServer() {
    int port = port();
    server.close();
    settings =
        new WebSettings(
            settings.address(),
            port,
            settings.hostNames(),
            settings.publicAddress(),
            settings.trustsProxy(),
            settings.frameAncestors(),
            settings.joinCode(),
            settings.limits());
  }

  public void startServer() throws IOException {
    server = serve();
  }

  /** A browser without a page: it keeps cookies, and says where it comes from. */
  Visitor visitor() {
    return new Visitor(this);
  }

  static final class Visitor implements AutoCloseable {
    private final WebFixture fixture;
    private final HttpClient client =
        HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private String cookie = "";

    Visitor(WebFixture fixture) {
      this.fixture = fixture;
    }

    HttpClient client() {
      return client;
    }

    String cookie() {
      return cookie;
    }

    HttpRequest.Builder request(String path) {
      HttpRequest.Builder builder =
          HttpRequest.newBuilder(fixture.address(path)).timeout(Duration.ofSeconds(30));
      return cookie.isEmpty() ? builder : builder.header("Cookie", cookie);
    }

    HttpResponse<String> get(String path) throws IOException, InterruptedException {
      return client.send(request(path).build(), BodyHandlers.ofString());
    }

    HttpResponse<String> post(String path, String json) throws IOException, InterruptedException {
      HttpResponse<String> response =
          client.send(
              request(path)
                  .header("Content-Type", "application/json")
                  .header("Origin", fixture.origin())
                  .header("Sec-Fetch-Site", "same-origin")
                  .POST(HttpRequest.BodyPublishers.ofString(json))
                  .build(),
              BodyHandlers.ofString());
      keep(response.headers().allValues("set-cookie"));
      return response;
    }

    private void keep(List<String> headers) {
      for (String header : headers) {
        String pair = header.substring(0, header.indexOf(';'));
        cookie = cookie.isEmpty() ? pair : cookie + "; " + pair;
      }
    }

    Visitor join(String name) throws IOException, InterruptedException {
      HttpResponse<String> response =
          post("/join", "{\"code\":\"" + FakeWorkshop.CODE + "\",\"name\":\"" + name + "\"}");
      if (response.statusCode() != 200) {
        throw new AssertionError(response.body());
      }
      return this;
    }

    Visitor becomeInstructor() throws IOException, InterruptedException {
      post("/instructor/redeem", "{\"key\":\"" + FakeWorkshop.KEY + "\"}");
      return this;
    }

    @Override
    public void close() {
      client.shutdownNow();
    }
  }

  /** A connection to the server. */
  Socket connect() throws IOException {
    var socket = new Socket(InetAddress.getByAddress(new byte[] {127, 0, 0, 1}), port());
    socket.setSoTimeout(30_000);
    return socket;
  }

  /** Sends bytes as they are, and returns all that comes until the server closes. */
  String raw(String request) throws IOException {
    try (var socket = connect()) {
      socket.getOutputStream().write(request.getBytes(StandardCharsets.ISO_8859_1));
      socket.getOutputStream().flush();
      return new String(socket.getInputStream().readAllBytes(), StandardCharsets.ISO_8859_1);
    }
  }

  /** The status of the answer to a GET for a path that no client would send. */
  int status(String path) throws IOException {
    return status("GET", path, "127.0.0.1:" + port(), "");
  }

  int status(String method, String path, String host, String headers) throws IOException {
    String answer =
        raw(
            method
                + " "
                + path
                + " HTTP/1.1\r\nHost: "
                + host
                + "\r\nConnection: close\r\n"
                + headers
                + "\r\n");
    return Integer.parseInt(answer.substring(9, 12));
  }

  @Override
  public void close() {
    server.close();
  }
}
