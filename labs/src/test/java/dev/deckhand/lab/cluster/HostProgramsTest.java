package dev.deckhand.lab.cluster;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

class HostProgramsTest {

  private static final Duration LONG = Duration.ofMinutes(5);

  @TempDir private Path folder;

  private Path kubectl(String script) throws IOException {
    Path kubectl = Files.writeString(folder.resolve("kubectl"), "#!/bin/sh\n" + script + "\n");
    Files.setPosixFilePermissions(kubectl, PosixFilePermissions.fromString("rwxr-xr-x"));
    return kubectl;
  }

  @Test
  void readsTheMinorVersion() throws IOException {
    Path kubectl = kubectl("echo '{\"clientVersion\": {\"minor\": \"33+\"}}'");

    assertThat(HostPrograms.minorVersion(kubectl, LONG)).contains(33);
    assertThat(new HostPrograms(List.of(folder), folder).kubectlMinorVersion()).contains(33);
  }

  @Test
  @Timeout(60)
  void aProgramThatHangsHasNoVersion() throws IOException {
    Path kubectl = kubectl("echo '{'; sleep 300");

    assertThat(HostPrograms.minorVersion(kubectl, Duration.ofMillis(200))).isEmpty();
  }

  @Test
  @Timeout(60)
  void aProgramThatLeavesItsOutputOpenHasNoVersion() throws IOException {
    Path kubectl = kubectl("sleep 300 &");

    assertThat(HostPrograms.minorVersion(kubectl, Duration.ofMillis(200))).isEmpty();
  }
}
