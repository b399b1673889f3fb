package dev.deckhand.lesson.pack;

import com.fasterxml.jackson.databind.ObjectMapper;
import dev.deckhand.file.AtomicFile;
import dev.deckhand.lesson.Block;
import dev.deckhand.lesson.CourseCard;
import dev.deckhand.lesson.Lesson;
import dev.deckhand.lesson.LessonId;
import dev.deckhand.lesson.Png;
import dev.deckhand.lesson.RecordedOutput;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;

/** Writes compiled courses into a folder; each method fails if the folder can't be written. */
public final class PackWriter {

  private final Path folder;
  private final ObjectMapper mapper = PackFormat.mapper();

  /** A writer into a folder, which is created with the first file. */
  public PackWriter(Path folder) {
    this.folder = folder;
  }

  /** Writes one lesson. */
  public void write(Lesson lesson) throws IOException {
    write(PackFormat.fileOf(lesson.id()), new PackFormat.LessonFile(PackFormat.VERSION, lesson));
  }

  /**
   * Writes the index, with the courses in order. Must be written last: a pack without an index
   * isn't read.
   */
  public void write(List<CourseCard> courses) throws IOException {
    write(PackFormat.INDEX, new PackFormat.IndexFile(PackFormat.VERSION, courses));
  }

  /** Writes a picture of a course. */
  public void write(String course, String name, Png picture) throws IOException {
    write(PackFormat.fileOf(course, name), picture.bytes());
  }

  /** Writes the sources of a course's facts. */
  public void writeSources(String course, List<Block> sources) throws IOException {
    write(
        PackFormat.sourcesFileOf(course), new PackFormat.SourcesFile(PackFormat.VERSION, sources));
  }

  /** Writes what the courses cover. */
  public void writeCoverage(String yaml) throws IOException {
    write(PackFormat.COVERAGE, yaml.getBytes(StandardCharsets.UTF_8));
  }

  /** Writes a lesson's recorded output. */
  public void write(LessonId lesson, RecordedOutput recordedOutput) throws IOException {
    write(PackFormat.recordedOutputFileOf(lesson), (Object) recordedOutput);
  }

  private void write(String name, Object content) throws IOException {
    write(name, mapper.writeValueAsBytes(content));
  }

  private void write(String name, byte[] content) throws IOException {
    AtomicFile.write(folder.resolve(name), content);
  }
}
