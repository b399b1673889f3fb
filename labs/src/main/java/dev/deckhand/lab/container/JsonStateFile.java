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
 * What a process leaves in the session's room for the one after it, should it be killed. It need
 * not outlive the machine: the containers that it speaks of do not either.
 *
 * @param file in the room
 */
public record JsonStateFile<T>(Path file, Class<T> type) {

  private static final JsonMapper JSON = new JsonMapper();

  /** Writes it down, whole or not at all. */
  public void write(T value) {
    try {
      AtomicFile.write(file, JSON.writeValueAsBytes(value));
    } catch (IOException full) {
      throw new UncheckedIOException(full);
    }
  }

  /** Reads it; empty where it is not there, or of another version's making. */
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

  /** Forgets it. */
  public void delete() {
    try {
      Files.deleteIfExists(file);
    } catch (IOException unwritable) {
      throw new UncheckedIOException(unwritable);
    }
  }
}
