package dev.deckhand.lesson.pack;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import dev.deckhand.lesson.Block;
import dev.deckhand.lesson.CourseCard;
import dev.deckhand.lesson.CourseLibrary;
import dev.deckhand.lesson.Lesson;
import dev.deckhand.lesson.LessonCard;
import dev.deckhand.lesson.LessonId;
import dev.deckhand.lesson.Png;
import dev.deckhand.lesson.RecordedOutput;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** The courses of a pack. The index is read at once, each lesson on demand. */
public final class PackLibrary implements CourseLibrary {

  /** The file names that the compiler writes; others in a pack are refused. */
  private static final Pattern PICTURE = Pattern.compile("[a-z0-9][a-z0-9-]{0,63}\\.png");

  private static final JsonFactory JSON = new JsonFactory();

  private final PackSource packSource;
  private final List<CourseCard> courses;

  private PackLibrary(PackSource packSource, List<CourseCard> courses) {
    this.packSource = packSource;
    this.courses = courses;
  }

  /**
   * Opens the courses that come with Deckhand.
   *
   * @throws UnreadablePackException if they are missing or have another format
   */
  public static PackLibrary builtIn() {
    return open(
        new PackSource(
            "the courses that come with Deckhand",
            name -> PackLibrary.class.getResourceAsStream("/dev/deckhand/courses/" + name)));
  }

  /**
   * Opens courses in a folder.
   *
   * @throws UnreadablePackException if they are missing or have another format
   */
  public static PackLibrary in(Path folder) {
    return open(
        new PackSource(
            folder.toString(),
            name -> {
              Path file = folder.resolve(name);
              return Files.exists(file) ? Files.newInputStream(file) : null;
            }));
  }

  private static PackLibrary open(PackSource packSource) {
    return new PackLibrary(
        packSource, packSource.read(PackFormat.INDEX, PackFormat.IndexFile.class).courses());
  }

  @Override
  public List<CourseCard> courses() {
    return courses;
  }

  /**
   * Returns the lesson with this id, if there is one.
   *
   * @throws UnreadablePackException if its file can't be read
   */
  @Override
  public Optional<Lesson> lesson(LessonId id) {
    if (!has(id)) {
      return Optional.empty();
    }
    return Optional.of(
        packSource.read(PackFormat.fileOf(id), PackFormat.LessonFile.class).lesson());
  }

  /**
   * Returns a picture; empty if it is missing or damaged, since a lesson can be read without it.
   */
  @Override
  public Optional<Png> picture(String course, String name) {
    return has(course) && PICTURE.matcher(name).matches()
        ? packSource.picture(PackFormat.fileOf(course, name))
        : Optional.empty();
  }

  @Override
  public List<Block> sources(String course) {
    String file = PackFormat.sourcesFileOf(course);
    if (!has(course) || packSource.text(file).isEmpty()) {
      return List.of();
    }
    return packSource.read(file, PackFormat.SourcesFile.class).sources();
  }

  @Override
  public Optional<String> coverage() {
    return packSource.text(PackFormat.COVERAGE);
  }

  @Override
  public RecordedOutput recordedOutput(LessonId id) {
    return has(id)
        ? packSource.recordedOutput(PackFormat.recordedOutputFileOf(id))
        : RecordedOutput.NONE;
  }

  private boolean has(LessonId id) {
    return lessons().stream().map(LessonCard::id).anyMatch(id::equals);
  }

  private boolean has(String course) {
    return courses.stream().anyMatch(card -> card.id().equals(course));
  }

  /** A source of a pack's files. */
  private record PackSource(String description, Opener opener) {

    /** Reads a file whose first field is the format. */
    <T> T read(String name, Class<T> type) {
      try (InputStream in = opener.open(name)) {
        if (in == null) {
          throw new UnreadablePackException(
              "There is no "
                  + name
                  + " in "
                  + description
                  + ". Build the courses again: mvn package.");
        }
        byte[] json = in.readAllBytes();
        checkVersion(name, json);
        try (JsonParser parser = JSON.createParser(json)) {
          parser.nextToken();
          return new RecordReader().read(parser, type);
        }
      } catch (IOException unreadable) {
        throw damaged(name, unreadable);
      }
    }

    Optional<String> text(String name) {
      try (InputStream in = opener.open(name)) {
        return in == null
            ? Optional.empty()
            : Optional.of(new String(in.readAllBytes(), StandardCharsets.UTF_8));
      } catch (IOException unreadable) {
        throw damaged(name, unreadable);
      }
    }

    Optional<Png> picture(String name) {
      try (InputStream in = opener.open(name)) {
        return in == null
            ? Optional.empty()
            : Optional.of(Png.of(in.readNBytes(Png.MAX_BYTES + 1)));
      } catch (IOException | IllegalArgumentException unshowable) {
        return Optional.empty();
      }
    }

    RecordedOutput recordedOutput(String name) {
      try (InputStream in = opener.open(name)) {
        return in == null ? RecordedOutput.NONE : new RecordedOutputFile().read(in);
      } catch (IOException unreadable) {
        return RecordedOutput.NONE;
      }
    }

    /** Compares the format before the rest is read, since another one has other fields. */
    private void checkVersion(String name, byte[] json) throws IOException {
      int version = 0;
      try (JsonParser parser = JSON.createParser(json)) {
        if (parser.nextToken() == JsonToken.START_OBJECT
            && "format".equals(parser.nextFieldName())) {
          version = parser.nextIntValue(0);
        }
      }
      if (version != PackFormat.VERSION) {
        throw new UnreadablePackException(
            "%s in %s has the format %d, and this Deckhand reads %d. %s"
                .formatted(
                    name,
                    description,
                    version,
                    PackFormat.VERSION,
                    version > PackFormat.VERSION
                        ? "Use a newer Deckhand."
                        : "Compile the courses again."));
      }
    }

    private UnreadablePackException damaged(String name, Exception cause) {
      return new UnreadablePackException(
          name + " in " + description + " is damaged. Compile the courses again.", cause);
    }
  }

  /** Opens a file of a pack by its name; null if there is none. */
  private interface Opener {
    @Nullable InputStream open(String name) throws IOException;
  }
}
