package dev.deckhand.lab.probe;

/** Reads files of a workspace; nothing outside of it, also not through links. */
@FunctionalInterface
public interface FileReader {

  /** Only the beginning of a larger file is read. */
  int MAX_BYTES = 256 * 1024;

  /**
   * Reads a file.
   *
   * @param path relative to the workspace
   * @throws dev.deckhand.lab.api.ApiException if the workspace can't be reached
   */
  FileContent read(String path);
}
