package dev.deckhand.lab.cluster;

import dev.deckhand.lab.SessionFolder;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;

/**
 * The helm that a session is given where the machine has none.
 *
 * @param launcher the program itself, which has Helm's code in it
 */
record HelmShim(SessionFolder folder, HostPrograms programs, Path launcher) {

  /** Provides one in the session's {@code bin}, or takes away what an earlier lab put there. */
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
