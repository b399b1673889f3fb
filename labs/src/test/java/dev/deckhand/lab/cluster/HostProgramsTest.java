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
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class HostProgramsTest {

  private static final Duration LONG = Duration.ofMinutes(5);

  @TempDir private Path folder;

  private Path kubectl(String script) throws IOException {
    return program("kubectl", script);
  }

  private Path program(String name, String script) throws IOException {
    Path program = Files.writeString(folder.resolve(name), "#!/bin/sh\n" + script + "\n");
    Files.setPosixFilePermissions(program, PosixFilePermissions.fromString("rwxr-xr-x"));
    return program;
  }

  @ParameterizedTest
  @CsvSource({
    "v4.3.2+g0a1b2c3, v4.3.2, true",
    "v4.0.0-rc.1+g0a1b2c3, v4.0.0-rc.1, true",
    "v3.14.0+g0a1b2c3, v3.14.0, false",
    "Client: v2.17.0+g0a1b2c3, v2.17.0, false",
    "v5.0.0, v5.0.0, false"
  })
  void lessonsAreWrittenForHelm4(String output, String version, boolean fits) throws IOException {
    program("helm", "[ \"$*\" = 'version --short' ] && echo '" + output + "'");

    HelmVersion found = new HostPrograms(List.of(folder)).helmVersion().orElseThrow();

    assertThat(found.text()).isEqualTo(version);
    assertThat(found.fits()).isEqualTo(fits);
  }

  @Test
  void aHelmThatFailsHasNoVersion() throws IOException {
    program("helm", "echo no >&2; exit 1");

    assertThat(new HostPrograms(List.of(folder)).helmVersion()).isEmpty();
  }

  @Test
  void readsTheMinorVersion() throws IOException {
    Path kubectl = kubectl("echo '{\"clientVersion\": {\"minor\": \"33+\"}}'");

    assertThat(HostPrograms.minorVersion(kubectl, LONG)).contains(33);
    assertThat(new HostPrograms(List.of(folder)).kubectlMinorVersion()).contains(33);
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
