package dev.deckhand.file;

import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.NoSuchFileException;
import java.nio.file.NotDirectoryException;
import org.jspecify.annotations.Nullable;

/**
 * Why an operation on a file failed, in words: the messages of Java's exceptions are often only a
 * path.
 */
public final class IoFailure {

  private IoFailure() {}

  /** Returns the reason and the file, without a full stop: "permission denied: /var/lib/x". */
  public static String describe(IOException failure) {
    String reason = reason(failure);
    return failure instanceof FileSystemException about && about.getFile() != null
        ? reason + ": " + about.getFile()
        : reason;
  }

  /** Returns the reason alone, for a message that already names the file: "permission denied". */
  public static String reason(IOException failure) {
    return switch (failure) {
      case AccessDeniedException _ -> "permission denied";
      case NoSuchFileException _ -> "there is no such file or folder";
      case FileAlreadyExistsException other -> other.getFile() + " is a file, not a folder";
      case NotDirectoryException other -> other.getFile() + " isn't a folder";
      case FileSystemException other -> orUnknown(other.getReason());
      default -> orUnknown(failure.getMessage());
    };
  }

  private static String orUnknown(@Nullable String message) {
    return message == null || message.isBlank() ? "an unknown error" : message;
  }
}
