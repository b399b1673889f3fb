package dev.deckhand.lab.cluster;

import dev.deckhand.lab.SessionFolder;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;

/**
 * The helm of a session on a machine that has none.
 *
 * @param launcher Deckhand itself, which contains Helm
 */
record HelmShim(SessionFolder folder, HostPrograms programs, Path launcher) {

  /** Installs it in the session's {@code bin} if it is needed, and removes an earlier lab's. */
  void install() {
    Path script = folder.bin().resolve("helm");
    try {
      Files.deleteIfExists(script);
      if (programs.find("helm").isEmpty()) {
        Files.writeString(
            script,
            "#!/bin/sh\n# Helm, by Deckhand: this machine has none.\nexec "
                + KubectlShim.shellQuote(launcher.toString())
                + " helm \"$@\"\n");
        Files.setPosixFilePermissions(script, PosixFilePermissions.fromString("rwxr-xr-x"));
      }
    } catch (IOException unwritable) {
      throw new UncheckedIOException(unwritable);
    }
  }
}
