package dev.deckhand.shell.cli.notes;

import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.NotDirectoryException;
import java.util.Objects;

/** Why a file cannot be written, in words. */
final class WriteFailureReason {

  private WriteFailureReason() {}

  static String describe(IOException unwritable) {
    return switch (unwritable) {
      case AccessDeniedException _ -> "permission denied";
      case FileAlreadyExistsException other -> other.getFile() + " is a file, and no folder";
      case NotDirectoryException other -> other.getFile() + " is no folder";
      case FileSystemException other when other.getReason() != null ->
          Objects.requireNonNull(other.getReason());
      default -> String.valueOf(unwritable.getMessage());
    };
  }
}
