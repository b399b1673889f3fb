package dev.deckhand.file;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;
import java.nio.file.NoSuchFileException;
import org.junit.jupiter.api.Test;

class IoFailureTest {

  @Test
  void namesTheReasonAndTheFile() {
    assertThat(IoFailure.describe(new AccessDeniedException("/ro/state")))
        .isEqualTo("permission denied: /ro/state");
    assertThat(IoFailure.describe(new NoSuchFileException("/x")))
        .isEqualTo("there is no such file or folder: /x");
    assertThat(
            IoFailure.describe(new FileSystemException("/ro/state", null, "Read-only file system")))
        .isEqualTo("Read-only file system: /ro/state");
  }

  @Test
  void anErrorWithoutAMessageStillSaysSomething() {
    assertThat(IoFailure.describe(new IOException())).isEqualTo("an unknown error");
    assertThat(IoFailure.reason(new FileSystemException("/x"))).isEqualTo("an unknown error");
  }
}
