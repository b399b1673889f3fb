package dev.deckhand.lesson.adoc;

import dev.deckhand.check.Place;
import dev.deckhand.lesson.CourseCard;
import dev.deckhand.lesson.Lesson;
import dev.deckhand.lesson.LessonCard;
import dev.deckhand.lesson.Png;
import dev.deckhand.lesson.lint.Finding;
import dev.deckhand.lesson.lint.Lint;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Compiles AsciiDoc files into courses and lessons. What is wrong with them comes back as findings,
 * never as an exception.
 *
 * <p>Asciidoctor starts with the first file (about two seconds) and serves all that follow. For one
 * thread.
 */
public final class CourseCompiler implements AutoCloseable {

  private static final String COURSE_FILE = "course.adoc";
  private static final String SOURCES_FILE = "sources.adoc";
  private static final Pattern LESSON_FILE = Pattern.compile("\\d{2}-([a-z0-9][a-z0-9-]*)\\.adoc");
  private static final Pattern ID = Pattern.compile("[a-z0-9][a-z0-9-]{0,63}");
  private static final String DRAFT = "draft";

  private final CheckBlocks checkBlocks = new CheckBlocks();
  private final Lint lint = Lint.standard();
  private final Shelf shelf = new Shelf();
  private final Draughtsman artist;
  private final Draughtsman hand;
  private final AtomicInteger undrawn = new AtomicInteger();
  private @Nullable Asciidoc asciidoc;

  /** A compiler that remembers its drawings as long as it lives. */
  public CourseCompiler() {
    this(new DrawingFolder(PlantUml.onClassPath(), null));
  }

  /** A compiler whose drawings outlive it, in that folder. */
  public CourseCompiler(Path drawings) {
    this(new DrawingFolder(PlantUml.onClassPath(), drawings));
  }

  /** A compiler whose diagrams somebody draws. */
  public CourseCompiler(Draughtsman artist) {
    this.artist = artist;
    this.hand =
        source -> {
          Draughtsman.Drawing drawing = artist.draw(source);
          if (drawing instanceof Draughtsman.Drawing.Unable) {
            undrawn.incrementAndGet();
          }
          return drawing;
        };
  }

  /** How many diagrams have no image, since nothing can be drawn on this machine. */
  int undrawn() {
    return undrawn.get();
  }

  /** Compiles one lesson's file; its course is named like the folder that it lies in. */
  public CompiledLesson compileLesson(Path file) {
    Path folder = file.toAbsolutePath().normalize().getParent();
    return compile(file, file.toString(), idOr(folder == null ? DRAFT : nameOf(folder)));
  }

  /** The same, with findings that name the file as its course's do: {@code course/NN-name.adoc}. */
  public CompiledLesson compileOfCourse(Path file) {
    Path folder = file.toAbsolutePath().normalize().getParent();
    String course = folder == null ? DRAFT : nameOf(folder);
    return compile(file, course + "/" + nameOf(file), idOr(course));
  }

  /** Compiles one course: a folder with {@code course.adoc} and lessons {@code NN-name.adoc}. */
  public CompiledCourse compile(Path folder) {
    CompiledCourse course = compileAlone(folder);
    return course.withFindings(Requirements.among(List.of(course), shelf, false));
  }

  /** Compiles every course of a folder of courses, in the order in which they are to be taken. */
  public List<CompiledCourse> compileAll(Path courses) {
    List<CompiledCourse> compiled =
        list(courses, Files::isDirectory).stream()
            .map(this::compileAlone)
            .sorted(
                Comparator.comparingInt(CompiledCourse::order)
                    .thenComparing(course -> course.card().id()))
            .toList();
    List<Finding> requirements = Requirements.among(compiled, shelf, true);
    return compiled.stream().map(course -> course.withFindings(requirements)).toList();
  }

  private CompiledCourse compileAlone(Path folder) {
    String name = nameOf(folder);
    String id = idOr(name);
    var ledger = new Ledger(name);
    if (!id.equals(name)) {
      ledger.error(
          ledger.at(0),
          "A course's folder cannot have this name.",
          "Use small letters, digits and '-'.");
    }
    var findings = new ArrayList<Finding>();
    CourseHeader header = header(folder.resolve(COURSE_FILE), name + "/" + COURSE_FILE, findings);
    var lessons = new ArrayList<Lesson>();
    var pictures = new HashMap<String, Png>();
    var numbers = new HashMap<String, String>();
    for (Path file : list(folder, path -> nameOf(path).endsWith(".adoc"))) {
      if (isLesson(file, ledger)) {
        numbered(nameOf(file), numbers, ledger);
        CompiledLesson compiled = compile(file, name + "/" + nameOf(file), id);
        findings.addAll(compiled.findings());
        pictures.putAll(compiled.pictures());
        Stream.ofNullable(compiled.lesson()).forEach(lessons::add);
      }
    }
    if (lessons.isEmpty()) {
      ledger.error(ledger.at(0), "The course has no lesson.", "Add one: 01-name.adoc.");
    }
    findings.addAll(ledger.findings());
    String sources = sources(folder.resolve(SOURCES_FILE), name, findings);
    return new CompiledCourse(
        card(id, header, lessons), header.order(), lessons, findings, pictures, sources);
  }

  /**
   * What is for pages alone is handed on as it is written; but it is read as a lesson's prose is,
   * and what a lesson could not hold is an error here too.
   */
  private String sources(Path file, String course, List<Finding> findings) {
    if (!Files.exists(file)) {
      return "";
    }
    var ledger = new Ledger(course + "/" + SOURCES_FILE);
    var pictures = new Pictures(folderOf(file), hand, ledger);
    Optional<SourceFile> source =
        new SourceReader().read(file, course + "/" + SOURCES_FILE, ledger);
    source.ifPresent(text -> {
      ledger.source(text);
      started()
          .read(
              text,
              ledger,
              document -> new ProseReader(ledger, pictures).read(document.getBlocks()));
    });
    findings.addAll(ledger.findings());
    return source.map(SourceFile::text).orElse("");
  }

  private static void numbered(String file, Map<String, String> numbers, Ledger ledger) {
    String other = numbers.putIfAbsent(file.substring(0, 2), file);
    if (other != null) {
      ledger.error(
          new Place(ledger.at(0).file() + "/" + file, 0),
          "The lesson has the number of " + other + ".",
          "Give one of the two another number: it says which comes first.");
    }
  }

  private static CourseCard card(String id, CourseHeader header, List<Lesson> lessons) {
    return new CourseCard(
        id,
        header.title().isEmpty() ? id : header.title(),
        header.summary(),
        header.license(),
        lessons.stream().map(LessonCard::of).toList());
  }

  private static boolean isLesson(Path file, Ledger ledger) {
    String name = nameOf(file);
    boolean lesson = LESSON_FILE.matcher(name).matches();
    if (!lesson && !name.equals(COURSE_FILE) && !name.equals(SOURCES_FILE)) {
      ledger.warning(
          new Place(ledger.at(0).file() + "/" + name, 0),
          "The file is no lesson by its name.",
          "Call it 01-name.adoc, in small letters, with the number that gives its place.");
    }
    return lesson;
  }

  private CourseHeader header(Path path, String name, List<Finding> findings) {
    var ledger = new Ledger(name);
    var pictures = new Pictures(folderOf(path), hand, ledger);
    CourseHeader header =
        new SourceReader()
            .read(path, name, ledger)
            .flatMap(file ->
                Optional.ofNullable(
                    started()
                        .read(
                            file,
                            ledger,
                            document -> new CourseReader(file, ledger, pictures).read(document))))
            .orElse(CourseHeader.NONE);
    findings.addAll(ledger.findings());
    return header;
  }

  private CompiledLesson compile(Path path, String name, String course) {
    var ledger = new Ledger(name);
    var pictures = new Pictures(folderOf(path), hand, ledger);
    LessonReader.@Nullable Draft draft =
        new SourceReader()
            .read(path, name, ledger)
            .flatMap(file -> draft(file, course, nameless(path), ledger, pictures))
            .orElse(null);
    if (draft == null) {
      shelf.unread(course + "/" + nameless(path));
      return new CompiledLesson(null, ledger.findings(), Map.of());
    }
    lint.review(draft.lesson(), draft.waivers(), draft.whereabouts()).forEach(ledger::add);
    return new CompiledLesson(draft.lesson(), ledger.findings(), pictures.read());
  }

  private Optional<LessonReader.Draft> draft(
      SourceFile file, String course, String nameless, Ledger ledger, Pictures pictures) {
    ledger.source(file);
    shelf.header(file);
    var reader = new LessonReader(file, course, nameless, ledger, checkBlocks, pictures);
    Optional<LessonReader.Draft> read =
        started().read(file, ledger, document -> reader.read(document));
    return read == null ? Optional.empty() : read;
  }

  private Asciidoc started() {
    Asciidoc running = asciidoc;
    if (running == null || running.isSpent()) {
      running = Asciidoc.start();
      asciidoc = running;
    }
    return running;
  }

  private static List<Path> list(Path folder, java.util.function.Predicate<Path> wanted) {
    try (Stream<Path> paths = Files.list(folder)) {
      return paths.filter(wanted).sorted().toList();
    } catch (IOException noFolder) {
      // that nothing is there becomes the finding
      return List.of();
    }
  }

  private static String nameless(Path file) {
    var numbered = LESSON_FILE.matcher(nameOf(file));
    return numbered.matches()
        ? idOr(numbered.group(1))
        : idOr(nameOf(file).replaceFirst("\\.adoc$", ""));
  }

  private static String idOr(String name) {
    return ID.matcher(name).matches() ? name : DRAFT;
  }

  private static Path folderOf(Path file) {
    Path folder = file.toAbsolutePath().normalize().getParent();
    return folder == null ? file.toAbsolutePath() : folder;
  }

  private static String nameOf(Path path) {
    Path name = path.toAbsolutePath().normalize().getFileName();
    return name == null ? "" : name.toString();
  }

  @Override
  public void close() {
    artist.close();
    if (asciidoc != null) {
      asciidoc.close();
      asciidoc = null;
    }
  }
}
