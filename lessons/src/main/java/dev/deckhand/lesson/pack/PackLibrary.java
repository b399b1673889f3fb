package dev.deckhand.lesson.pack;

import com.fasterxml.jackson.core.JacksonException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.deckhand.lesson.CourseCard;
import dev.deckhand.lesson.Lesson;
import dev.deckhand.lesson.LessonCard;
import dev.deckhand.lesson.LessonId;
import dev.deckhand.lesson.Library;
import dev.deckhand.lesson.Png;
import dev.deckhand.lesson.Printed;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** The courses of a pack. The index is read when it is opened, each lesson when it is asked for. */
public final class PackLibrary implements Library {

  /** As the compiler lets them be; what stands in a pack is not believed to. */
  private static final Pattern PICTURE = Pattern.compile("[a-z0-9][a-z0-9-]{0,63}\\.png");

  private final Source source;
  private final ObjectMapper mapper;
  private final List<CourseCard> courses;

  private PackLibrary(Source source, ObjectMapper mapper, List<CourseCard> courses) {
    this.source = source;
    this.mapper = mapper;
    this.courses = courses;
  }

  /**
   * Opens the courses that come with Deckhand.
   *
   * @throws UnreadablePack if they are not there, or of another version
   */
  public static PackLibrary builtIn() {
    return open(
        new Source(
            "the courses that come with Deckhand",
            name -> PackLibrary.class.getResourceAsStream("/dev/deckhand/courses/" + name)));
  }

  /**
   * Opens courses in a folder.
   *
   * @throws UnreadablePack if they are not there, or of another version
   */
  public static PackLibrary in(Path folder) {
    return open(
        new Source(
            folder.toString(),
            name -> {
              Path file = folder.resolve(name);
              return Files.exists(file) ? Files.newInputStream(file) : null;
            }));
  }

  private static PackLibrary open(Source source) {
    ObjectMapper mapper = PackFormat.mapper();
    JsonNode index = source.tree(PackFormat.INDEX, mapper);
    return new PackLibrary(
        source,
        mapper,
        source.read(PackFormat.INDEX, index, PackFormat.Index.class, mapper).courses());
  }

  @Override
  public List<CourseCard> courses() {
    return courses;
  }

  /**
   * Returns the lesson with that id; empty where there is none.
   *
   * @throws UnreadablePack if the pack names it, and its file cannot be read
   */
  @Override
  public Optional<Lesson> lesson(LessonId id) {
    boolean known = lessons().stream().map(LessonCard::id).anyMatch(id::equals);
    if (!known) {
      return Optional.empty();
    }
    String file = PackFormat.fileOf(id);
    JsonNode page = source.tree(file, mapper);
    return Optional.of(source.read(file, page, PackFormat.Page.class, mapper).lesson());
  }

  /**
   * Returns the picture; empty where the pack has none of that name, or one that cannot be shown: a
   * lesson is read without it.
   */
  @Override
  public Optional<Png> picture(String course, String name) {
    boolean known = courses.stream().anyMatch(card -> card.id().equals(course));
    return known && PICTURE.matcher(name).matches()
        ? source.picture(PackFormat.fileOf(course, name))
        : Optional.empty();
  }

  @Override
  public Optional<String> sources(String course) {
    boolean known = courses.stream().anyMatch(card -> card.id().equals(course));
    return known ? source.text(PackFormat.sourcesOf(course)) : Optional.empty();
  }

  @Override
  public Optional<String> coverage() {
    return source.text(PackFormat.COVERAGE);
  }

  @Override
  public Printed printed(LessonId id) {
    boolean known = lessons().stream().map(LessonCard::id).anyMatch(id::equals);
    return known ? source.printed(PackFormat.printedFileOf(id)) : Printed.NOTHING;
  }

  /** Where the files of a pack come from. */
  private record Source(String spoken, Opener opener) {

    JsonNode tree(String name, ObjectMapper mapper) {
      try (InputStream in = opener.open(name)) {
        if (in == null) {
          throw new UnreadablePack(
              "There is no " + name + " in " + spoken + ". Build the courses again: mvn package.");
        }
        return versioned(name, mapper.readTree(in));
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
            : Optional.of(Png.of(in.readNBytes(Png.MOST_BYTES + 1)));
      } catch (IOException | IllegalArgumentException unshowable) {
        return Optional.empty();
      }
    }

    Printed printed(String name) {
      try (InputStream in = opener.open(name)) {
        return in == null ? Printed.NOTHING : new PrintedFile().read(in);
      } catch (IOException unreadable) {
        return Printed.NOTHING;
      }
    }

    <T> T read(String name, JsonNode tree, Class<T> type, ObjectMapper mapper) {
      try {
        return mapper.treeToValue(tree, type);
      } catch (JacksonException | IllegalArgumentException unfit) {
        throw damaged(name, unfit);
      }
    }

    private JsonNode versioned(String name, JsonNode tree) {
      int version = tree.path("format").asInt(0);
      if (version != PackFormat.VERSION) {
        throw new UnreadablePack(
            "%s in %s has the format %d, and this Deckhand reads %d. %s"
                .formatted(
                    name,
                    spoken,
                    version,
                    PackFormat.VERSION,
                    version > PackFormat.VERSION
                        ? "Use a newer Deckhand."
                        : "Compile the courses again."));
      }
      return tree;
    }

    private UnreadablePack damaged(String name, Exception cause) {
      return new UnreadablePack(
          name + " in " + spoken + " is damaged. Compile the courses again.", cause);
    }
  }

  /** Opens a file of a pack by its name; null where there is none. */
  private interface Opener {
    @Nullable InputStream open(String name) throws IOException;
  }
}
