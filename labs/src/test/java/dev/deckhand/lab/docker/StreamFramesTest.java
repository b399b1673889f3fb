package dev.deckhand.lab.docker;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

class StreamFramesTest {
  private final ByteArrayOutputStream sent = new ByteArrayOutputStream();

  private void frame(int stream, String text) throws IOException {
    var out = new DataOutputStream(sent);
    byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
    out.writeByte(stream);
    out.write(new byte[3]);
    out.writeInt(bytes.length);
    out.write(bytes);
  }

  private StreamFrames frames() {
    return new StreamFrames(new ByteArrayInputStream(sent.toByteArray()));
  }

  @Test
  void theTwoStreamsAreToldApart() throws IOException {
    frame(1, "one ");
    frame(2, "oops");
    frame(1, "");
    frame(1, "two");
    var output = new ByteArrayOutputStream();
    var errors = new ByteArrayOutputStream();

    StreamFrames frames = frames();
    while (frames.next()) {
      frames.readInto(frames.isError() ? errors : output, 100);
    }

    assertThat(output).hasToString("one two");
    assertThat(errors).hasToString("oops");
  }

  @Test
  void whatExceedsTheLimitIsDropped() throws IOException {
    frame(1, "0123456789");
    frame(1, "abc");
    var output = new ByteArrayOutputStream();

    StreamFrames frames = frames();
    while (frames.next()) {
      frames.readInto(output, 5);
    }

    assertThat(output).hasToString("01234");
  }

  @Test
  void aFrameIsReadInPieces() throws IOException {
    frame(1, "abc");
    StreamFrames frames = frames();
    var buffer = new byte[2];

    assertThat(frames.next()).isTrue();
    assertThat(frames.read(buffer, 0, 2)).isEqualTo(2);
    assertThat(frames.remaining()).isEqualTo(1);
    assertThat(frames.read(buffer, 0, 2)).isEqualTo(1);
    assertThat(frames.next()).isFalse();
  }
}
