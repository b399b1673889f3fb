package dev.deckhand.lab.confined;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RequestHeadTest {

  private static ByteArrayInputStream stream(String text) {
    return new ByteArrayInputStream(text.getBytes(StandardCharsets.ISO_8859_1));
  }

  @Test
  void readsWhatDockerSends() throws IOException {
    List<String> headers =
        List.of("Host: api", "User-Agent: Docker-Client/28 (linux)", "Content-Length: 2");
    RequestHead head =
        RequestHead.read(
                stream(
                    "POST /v1.47/containers/create?name=web HTTP/1.1\r\n"
                        + String.join("\r\n", headers)
                        + "\r\n\r\n{}"))
            .orElseThrow();

    assertThat(head.request())
        .isEqualTo(new EngineRequest("POST", "/containers/create", "name=web"));
    assertThat(head.bodyLength()).isEqualTo(2);
    assertThat(new String(head.bytes(), StandardCharsets.ISO_8859_1))
        .isEqualTo(
            "POST /v1.47/containers/create?name=web HTTP/1.1\r\n"
                + String.join("\r\n", headers)
                + "\r\n\r\n");
  }

  @Test
  void theEndIsNoRequest() throws IOException {
    assertThat(RequestHead.read(stream(""))).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "GET /_ping HTTP/1.0\r\n\r\n",
        "GET http://x/_ping HTTP/1.1\r\n\r\n",
        "get /_ping HTTP/1.1\r\n\r\n",
        "GET  /_ping HTTP/1.1\r\n\r\n",
        "GET /%5fping HTTP/1.1\r\n\r\n",
        "POST /build HTTP/1.1\r\nContent-Type: application/x-www-form-urlencoded\r\n\r\n",
        "POST /build HTTP/1.1\r\ncontent-type:multipart/Form-Data; boundary=x\r\n\r\n",
        "GET /a/../b HTTP/1.1\r\n\r\n",
        "GET /a/. HTTP/1.1\r\n\r\n",
        "GET /a//b HTTP/1.1\r\n\r\n",
        "GET /_ping HTTP/1.1\n\n",
        "GET /_ping HTTP/1.1\r\nA : b\r\n\r\n",
        "GET /_ping HTTP/1.1\r\n folded\r\n\r\n",
        "GET /_ping HTTP/1.1\r\nA: b\u0000c\r\n\r\n",
        "GET /_ping HTTP/1.1\r\nContent-Length: 1\r\nContent-Length: 1\r\n\r\n",
        "GET /_ping HTTP/1.1\r\nContent-Length: 1\r\nTransfer-Encoding: chunked\r\n\r\n",
        "GET /_ping HTTP/1.1\r\nContent-Length: +1\r\n\r\n",
        "GET /_ping HTTP/1.1\r\nTransfer-Encoding: gzip, chunked\r\n\r\n",
        "\r\nGET /_ping HTTP/1.1\r\n\r\n",
        "GET /_ping HTTP/1.1\r\nA: b",
      })
  void whatTwoReadersCouldUnderstandDifferentlyIsNoRequest(String text) {
    assertThatThrownBy(() -> RequestHead.read(stream(text))).isInstanceOf(IOException.class);
  }

  @Test
  void forwardsChunksAsTheyCame() throws IOException {
    var in =
        stream(
            "POST /images/load HTTP/1.1\r\nTransfer-Encoding: chunked\r\n\r\n"
                + "3\r\nabc\r\nA\r\n0123456789\r\n0\r\n\r\nrest");
    var out = new ByteArrayOutputStream();

    RequestBody.forward(RequestHead.read(in).orElseThrow(), in, out);

    assertThat(out.toString(StandardCharsets.US_ASCII))
        .isEqualTo("3\r\nabc\r\nA\r\n0123456789\r\n0\r\n\r\n");
    assertThat(new String(in.readAllBytes(), StandardCharsets.US_ASCII)).isEqualTo("rest");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"3;x=y\r\nabc\r\n0\r\n\r\n", "3\r\nabcd\r\n0\r\n\r\n", "0\r\nA: b\r\n\r\n"})
  void oddChunksAreNoBody(String body) throws IOException {
    var in = stream("POST /commit HTTP/1.1\r\nTransfer-Encoding: chunked\r\n\r\n" + body);
    RequestHead head = RequestHead.read(in).orElseThrow();

    assertThatThrownBy(() -> RequestBody.read(head, in)).isInstanceOf(IOException.class);
  }

  @Test
  void aDescriptionHasABoundedLength() throws IOException {
    var in =
        stream("POST /commit HTTP/1.1\r\nContent-Length: 2000000\r\n\r\n" + "x".repeat(2_000_000));
    RequestHead head = RequestHead.read(in).orElseThrow();

    assertThatThrownBy(() -> RequestBody.read(head, in)).hasMessageContaining("too long");
  }
}
