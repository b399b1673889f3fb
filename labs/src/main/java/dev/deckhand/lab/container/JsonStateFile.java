package dev.deckhand.lab.container;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.deckhand.file.AtomicFile;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/**
 * State that a process writes into the session's folder, for the next process if this one is
 * killed. It isn't synced to disk, since the containers don't survive a crash of the machine
 * either.
 *
 * @param file in the session's folder
 */
public record JsonStateFile<T>(Path file, Class<T> type) {

  private static final JsonMapper JSON = new JsonMapper();

  /** Writes it, whole or not at all. */
  public void write(T value) {
    try {
      AtomicFile.write(file, JSON.writeValueAsBytes(value));
    } catch (IOException full) {
      throw new UncheckedIOException(full);
    }
  }

  /** Reads it; empty if it isn't there, or was written by another version. */
  public Optional<T> read() {
    try {
      return Files.exists(file)
          ? Optional.of(JSON.readValue(Files.readAllBytes(file), type))
          : Optional.empty();
    } catch (JsonProcessingException another) {
      return Optional.empty();
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
  }

  /** Deletes it. */
  public void delete() {
    try {
      Files.deleteIfExists(file);
    } catch (IOException unwritable) {
      throw new UncheckedIOException(unwritable);
    }
  }
}
