package dev.deckhand.workshop.web;

import static org.assertj.core.api.Assertions.assertThat;

import dev.deckhand.workshop.room.InstructorCommand;
import dev.deckhand.workshop.room.LearnerCommand;
import dev.deckhand.workshop.room.SeatId;
import dev.deckhand.workshop.web.guard.WebLimits;
import java.net.URI;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@Timeout(120)
class WorkshopRequestsTest {

  private WebFixture fixture;

  @BeforeEach
  void start() throws Exception {
    fixture = new WebFixture();
  }

  @AfterEach
  void stop() {
    fixture.close();
  }

  @ParameterizedTest
  @ValueSource(strings = {"/", "/seat", "/instructor", "/instructor/projector", "/nowhere"})
  void pagesAllowNothingButOurOwnFiles(String path) throws Exception {
    try (var visitor = fixture.visitor()) {
      HttpResponse<String> page =
          visitor
              .client()
              .send(
                  visitor.request(path).header("Accept", "text/html").build(),
                  BodyHandlers.ofString());
      String policy = page.headers().firstValue("content-security-policy").orElseThrow();
      assertThat(policy)
          .contains("default-src 'none'", "script-src 'self'", "style-src 'self'")
          .contains("frame-ancestors 'none'", "base-uri 'none'", "form-action 'none'")
          .doesNotContain("unsafe", "*");
      assertThat(page.headers().map())
          .containsEntry("referrer-policy", List.of("no-referrer"))
          .containsEntry("x-content-type-options", List.of("nosniff"))
          .containsEntry("x-frame-options", List.of("DENY"))
          .containsEntry("cache-control", List.of("no-store"))
          .doesNotContainKey("server");
      assertThat(page.body()).doesNotContain("<style", "style=", "onclick", "http://", "https://");
    }
  }

  @Test
  void otherPagesMayFrameOursIfToldSo() throws Exception {
    var settings =
        new WebSettings(
            "127.0.0.1",
            0,
            Set.of(),
            Optional.empty(),
            false,
            Set.of("https://lms.example"),
            "c",
            WebLimits.usual());
    try (var framed = new WebFixture(1, settings);
        var visitor = framed.visitor()) {
      var headers = visitor.get("/").headers();
      assertThat(headers.firstValue("content-security-policy").orElseThrow())
          .endsWith("frame-ancestors https://lms.example");
      assertThat(headers.firstValue("x-frame-options")).isEmpty();
    }
  }

  @Test
  void filesAreNotSentTwice() throws Exception {
    try (var visitor = fixture.visitor()) {
      String tag = visitor.get("/assets/base.css").headers().firstValue("etag").orElseThrow();
      var again =
          visitor
              .client()
              .send(
                  visitor.request("/assets/base.css").header("If-None-Match", tag).build(),
                  BodyHandlers.ofString());
      assertThat(again.statusCode()).isEqualTo(304);
      assertThat(again.body()).isEmpty();
    }
  }

  @Test
  void joiningGivesCookiesThatNoScriptReads() throws Exception {
    try (var visitor = fixture.visitor()) {
      HttpResponse<String> joined =
          visitor.post("/join", "{\"code\":\"BLUE OTTER 42\",\"name\":\"Ada\"}");
      assertThat(joined.headers().allValues("set-cookie"))
          .hasSize(2)
          .allSatisfy(cookie ->
              assertThat(cookie)
                  .contains("; Path=/; ", "; HttpOnly", "; SameSite=Strict")
                  .doesNotContain("Secure", "Domain"));
      assertThat(joined.body()).contains("\"returnKey\":\"K1000-RTN\"").doesNotContain("token");
      assertThat(visitor.get("/me").body())
          .contains("\"name\":\"Ada\"", "\"returnKey\":\"K1000-RTN\"", "\"instructor\":false");
    }
  }

  @Test
  void cookiesAreSecureWhereThePublicAddressIs() throws Exception {
    var settings =
        new WebSettings(
            "127.0.0.1",
            0,
            Set.of(),
            Optional.of(URI.create("https://workshop.example")),
            true,
            Set.of(),
            FakeWorkshop.CODE,
            WebLimits.usual());
    try (var secure = new WebFixture(1, settings);
        var visitor = secure.visitor()) {
      HttpResponse<String> joined =
          visitor.post("/join", "{\"code\":\"" + FakeWorkshop.CODE + "\",\"name\":\"Ada\"}");
      assertThat(joined.headers().allValues("set-cookie"))
          .isNotEmpty()
          .allSatisfy(cookie -> assertThat(cookie).startsWith("__Host-").contains("; Secure"));
      assertThat(joined.headers().firstValue("strict-transport-security")).isPresent();
      assertThat(secure.server().instructorAddress("k"))
          .hasToString("https://workshop.example/instructor#k");
      assertThat(
              secure.status(
                  "POST",
                  "/join",
                  "workshop.example",
                  "Origin: https://workshop.example\r\nContent-Length: 0\r\n"))
          .isEqualTo(415);
    }
  }

  @ParameterizedTest
  @CsvSource({
    "wrong, Ada, '', 403, WRONG_CODE",
    "blue-otter-42, '', '', 422, NAME_NOT_VALID",
    "blue-otter-42, Taken, '', 409, NAME_TAKEN",
    "blue-otter-42, Taken, wrong, 409, NAME_TAKEN"
  })
  void whatIsRefusedIsSaidInPlainWords(
      String code, String name, String key, int status, String reason) throws Exception {
    try (var taken = fixture.visitor().join("Taken");
        var visitor = fixture.visitor()) {
      HttpResponse<String> refused =
          visitor.post(
              "/join",
              "{\"code\":\"%s\",\"name\":\"%s\",\"returnKey\":\"%s\"}".formatted(code, name, key));
      assertThat(refused.statusCode()).isEqualTo(status);
      assertThat(refused.body()).contains("\"" + reason + "\"", "\"problem\":\"", "\"remedy\":\"");
      assertThat(taken.cookie()).isNotEmpty();
    }
  }

  @Test
  void theReturnKeyOpensTheSeatElsewhere() throws Exception {
    try (var first = fixture.visitor().join("Ada");
        var second = fixture.visitor()) {
      var back =
          second.post(
              "/join",
              "{\"code\":\""
                  + FakeWorkshop.CODE
                  + "\",\"name\":\"ada\",\"returnKey\":\"k1000-rtn\"}");
      assertThat(back.statusCode()).isEqualTo(200);
      assertThat(second.get("/me").body()).contains("\"name\":\"Ada\"");
      assertThat(first.get("/me").body()).contains("\"name\":\"Ada\"");
    }
  }

  @Test
  void addressesAreThoseOfConnectionsUnlessAProxyIsTrusted() throws Exception {
    try (var visitor = fixture.visitor()) {
      var request =
          visitor
              .request("/join")
              .header("Content-Type", "application/json")
              .header("Origin", fixture.origin())
              .header("X-Forwarded-For", "6.6.6.6")
              .POST(
                  java.net.http.HttpRequest.BodyPublishers.ofString(
                      "{\"code\":\"x\",\"name\":\"y\"}"))
              .build();
      visitor.client().send(request, BodyHandlers.ofString());
      assertThat(fixture.workshop().addresses()).containsExactly("127.0.0.1");
    }
  }

  @Test
  void learnersCommandsReachTheWorkshop() throws Exception {
    try (var ada = fixture.visitor().join("Ada")) {
      for (String name : List.of("raise-hand", "lower-hand", "allow-look", "deny-look", "leave")) {
        assertThat(ada.post("/seat/command", "{\"do\":\"" + name + "\"}").statusCode())
            .isEqualTo(200);
      }
      assertThat(fixture.workshop().commands())
          .containsExactly(
              new LearnerCommand.RaiseHand(),
              new LearnerCommand.LowerHand(),
              new LearnerCommand.AllowLook(),
              new LearnerCommand.DenyLook(),
              new LearnerCommand.Leave());
      assertThat(ada.post("/seat/command", "{\"do\":\"raise-hand\"}").statusCode()).isEqualTo(403);
    }
  }

  @Test
  void theInstructorsCommandsReachTheWorkshop() throws Exception {
    try (var ada = fixture.visitor().join("Ada");
        var instructor = fixture.visitor().becomeInstructor()) {
      SeatId seat = fixture.workshop().seatOf("Ada");
      assertThat(ada.cookie()).isNotEmpty();
      for (String json :
          List.of(
              "{\"do\":\"broadcast\",\"text\":\" Hello \"}",
              "{\"do\":\"hold\",\"step\":3}",
              "{\"do\":\"release\"}",
              "{\"do\":\"open-lesson\",\"lesson\":\"docker/images\"}",
              "{\"do\":\"hint\",\"seat\":\"" + seat + "\",\"text\":\"Look\"}",
              "{\"do\":\"hint\",\"text\":\"All\"}",
              "{\"do\":\"start-timer\",\"seconds\":90}",
              "{\"do\":\"stop-timer\"}",
              "{\"do\":\"lower-hand\",\"seat\":\"" + seat + "\"}",
              "{\"do\":\"ask-to-look\",\"seat\":\"" + seat + "\",\"typing\":true}",
              "{\"do\":\"stop-looking\",\"seat\":\"" + seat + "\"}",
              "{\"do\":\"remove-seat\",\"seat\":\"" + seat + "\"}",
              "{\"do\":\"close-workshop\"}")) {
        assertThat(instructor.post("/instructor/command", json).statusCode())
            .as(json)
            .isEqualTo(200);
      }
      assertThat(fixture.workshop().commands())
          .containsExactly(
              new InstructorCommand.Broadcast("Hello"),
              new InstructorCommand.Hold(3),
              new InstructorCommand.Release(),
              new InstructorCommand.OpenLesson(FakeWorkshop.SECOND),
              new InstructorCommand.PushHint(Optional.of(seat), "Look"),
              new InstructorCommand.PushHint(Optional.empty(), "All"),
              new InstructorCommand.StartTimer(Duration.ofSeconds(90)),
              new InstructorCommand.StopTimer(),
              new InstructorCommand.LowerHand(seat),
              new InstructorCommand.AskToLook(seat, true),
              new InstructorCommand.StopLooking(seat),
              new InstructorCommand.RemoveSeat(seat),
              new InstructorCommand.CloseWorkshop());
    }
  }

  @ParameterizedTest
  @CsvSource(
      value = {
        "{'do':'hold','step':0} | 422",
        "{'do':'hold','step':'3'} | 400",
        "{'do':'start-timer','seconds':999999999} | 422",
        "{'do':'broadcast','text':'  '} | 422",
        "{'do':'hint','seat':'../etc','text':'x'} | 404",
        "{'do':'open-lesson','lesson':'../../x'} | 404",
        "{'do':'ask-to-look','seat':'abcdefgh','typing':'yes'} | 400",
        "{'do':'format-disk'} | 400",
        "{} | 400"
      },
      delimiter = '|')
  void commandsThatMakeNoSenseAreRefused(String json, int status) throws Exception {
    try (var instructor = fixture.visitor().becomeInstructor()) {
      assertThat(instructor.post("/instructor/command", json.replace('\'', '"')).statusCode())
          .isEqualTo(status);
      assertThat(fixture.workshop().commands()).isEmpty();
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/instructor/events",
        "/instructor/invitation",
        "/instructor/join.svg",
        "/instructor/export.csv",
        "/instructor/export.json",
        "/instructor/slides/docker/containers",
        "/instructor/terminal/abcdefgh"
      })
  void whatIsTheInstructorsIsNoLearners(String path) throws Exception {
    try (var ada = fixture.visitor().join("Ada")) {
      assertThat(ada.get(path).statusCode()).isEqualTo(403);
      assertThat(ada.post("/instructor/command", "{\"do\":\"release\"}").statusCode())
          .isEqualTo(403);
    }
  }

  @Test
  void theInstructorsKeyWorksOnceAndIsWrittenDownNowhere() throws Exception {
    try (var instructor = fixture.visitor().becomeInstructor();
        var replay = fixture.visitor()) {
      assertThat(instructor.get("/me").body()).contains("\"instructor\":true");
      assertThat(
              replay
                  .post("/instructor/redeem", "{\"key\":\"" + FakeWorkshop.KEY + "\"}")
                  .statusCode())
          .isEqualTo(403);
      instructor.get("/instructor/export.csv?token=secret-in-a-query");
      // a line is written after its answer was sent
      String last = "GET /instructor/export.csv";
      while (fixture.log().stream().noneMatch(line -> line.contains(last))) {
        TimeUnit.MILLISECONDS.sleep(5);
      }
      assertThat(String.join("\n", fixture.log()))
          .contains("127.0.0.1 GET /instructor/export.csv 200")
          .doesNotContain(FakeWorkshop.KEY, "instructor-token", "secret-in-a-query", "?");
    }
  }

  @Test
  void exportsHaveTheSeatsAndNoSecrets() throws Exception {
    try (var ada = fixture.visitor().join("=cmd|' /C calc'!A0");
        var instructor = fixture.visitor().becomeInstructor()) {
      var csv = instructor.get("/instructor/export.csv");
      assertThat(csv.headers().firstValue("content-disposition"))
          .hasValue("attachment; filename=\"workshop.csv\"");
      assertThat(csv.body()).startsWith("name,seat,joined,").contains("\"'=cmd|' /C calc'!A0\",");
      var json = instructor.get("/instructor/export.json");
      assertThat(json.body()).contains("\"name\" : \"=cmd|' /C calc'!A0\"");
      assertThat(csv.body() + json.body()).doesNotContain("RTN", "token");
      assertThat(ada.cookie()).isNotEmpty();
    }
  }

  @Test
  void slidesAreOfNoOrigin() throws Exception {
    try (var instructor = fixture.visitor().becomeInstructor()) {
      var slides = instructor.get("/instructor/slides/docker/containers");
      assertThat(slides.headers().firstValue("content-security-policy").orElseThrow())
          .startsWith("sandbox allow-scripts;")
          .doesNotContain("allow-same-origin");
      assertThat(instructor.get("/instructor/slides/docker/images").statusCode()).isEqualTo(404);
    }
  }

  @Test
  void figuresAreForThisMachineAndTheInstructor() throws Exception {
    try (var ada = fixture.visitor().join("Ada")) {
      assertThat(ada.get("/metrics").body())
          .contains("# TYPE deckhand_joins_total counter\ndeckhand_joins_total 1\n")
          .contains("deckhand_seats{state=\"WORKING\"} 1\n", "deckhand_http_connections ");
    }
    var settings =
        new WebSettings(
            "127.0.0.1",
            0,
            Set.of("workshop.example"),
            Optional.empty(),
            false,
            Set.of(),
            "c",
            WebLimits.usual());
    try (var behindProxy = new WebFixture(1, settings)) {
      assertThat(behindProxy.status("GET", "/metrics", "workshop.example", "")).isEqualTo(403);
    }
    assertThat(fixture.status("/healthz")).isEqualTo(200);
  }

  @Test
  void theInvitationHasTheCodeWhereNoLogSeesIt() throws Exception {
    assertThat(fixture.server().invitation().addressWithCode())
        .isEqualTo(fixture.origin() + "/#blue-otter-42");
    try (var instructor = fixture.visitor().becomeInstructor()) {
      assertThat(instructor.get("/instructor/join.svg").body()).startsWith("<svg xmlns=");
    }
  }
}
