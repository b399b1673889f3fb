package dev.deckhand.lesson.pack;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import dev.deckhand.file.AtomicFile;
import dev.deckhand.lesson.LessonId;
import dev.deckhand.lesson.RecordedOutput;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;

/**
 * A lesson's recorded output as a file among the sources of its course, {@code
 * COURSE/printed/LESSON.json}.
 */
public final class RecordedOutputFile {

  /** The largest file; long output is cut when it is recorded. */
  static final int MAX_BYTES = 512 * 1024;

  private static final String FOLDER = "printed";

  private final ObjectMapper mapper =
      PackFormat.mapper().enable(SerializationFeature.INDENT_OUTPUT);

  /** The file of a lesson in a folder of courses. */
  public static Path in(Path courses, LessonId lesson) {
    return courses.resolve(lesson.course()).resolve(FOLDER).resolve(lesson.lesson() + ".json");
  }

  /** Reads the file; empty if it is missing or damaged, since pages don't need it. */
  public RecordedOutput read(Path file) {
    if (!Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS)) {
      return RecordedOutput.NONE;
    }
    try (InputStream in = Files.newInputStream(file, LinkOption.NOFOLLOW_LINKS)) {
      return read(in);
    } catch (IOException unreadable) {
      return RecordedOutput.NONE;
    }
  }

  RecordedOutput read(InputStream in) throws IOException {
    byte[] bytes = in.readNBytes(MAX_BYTES + 1);
    return bytes.length > MAX_BYTES
        ? RecordedOutput.NONE
        : mapper.readValue(bytes, RecordedOutput.class);
  }

  /** Writes the file, and replaces an earlier one. */
  public void write(Path file, RecordedOutput recordedOutput) throws IOException {
    AtomicFile.write(file, mapper.writeValueAsString(recordedOutput) + "\n");
  }
}
