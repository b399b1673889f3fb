package dev.deckhand.lab.image.archive;

/**
 * Where an entry's data is in an archive.
 *
 * @param offset from the beginning of the file
 */
record BlobSpan(long offset, long size) {

  /** Where the next header begins. */
  long end() {
    return offset + TarHeader.padded(size);
  }
}
