package dev.deckhand.lab.engine;

import com.github.dockerjava.transport.DockerHttpClient.Request;
import dev.deckhand.lab.api.ApiError;
import dev.deckhand.lab.docker.EngineApi;
import dev.deckhand.lab.docker.StreamedResponse;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;

/** The client keys that a private engine generated, copied into the session's folder. */
record ClientKeys(EngineApi host, String container, Path folder) {

  private static final List<String> FILES = List.of("ca.pem", "cert.pem", "key.pem");

  /** Copies them; returns whether all of them exist. */
  boolean fetch() {
    String path = "/containers/" + container + "/archive?path=/certs/client";
    try (StreamedResponse streamedResponse = host.open(Request.Method.GET, path, null);
        var tar = new TarArchiveInputStream(streamedResponse.body())) {
      Files.createDirectories(folder);
      for (TarArchiveEntry entry = tar.getNextEntry(); entry != null; entry = tar.getNextEntry()) {
        String name = Path.of(entry.getName()).getFileName().toString();
        if (FILES.contains(name)) {
          writePrivate(folder.resolve(name), tar.readAllBytes());
        }
      }
    } catch (ApiError notYet) {
      return false;
    } catch (IOException broken) {
      throw new UncheckedIOException(broken);
    }
    return FILES.stream().allMatch(file -> hasContent(folder.resolve(file)));
  }

  private static void writePrivate(Path file, byte[] content) throws IOException {
    Files.write(file, content);
    Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-------"));
  }

  private static boolean hasContent(Path file) {
    try {
      return Files.size(file) > 0;
    } catch (IOException notThere) {
      return false;
    }
  }
}
