package dev.deckhand.shell.cli.publish;

import dev.deckhand.shell.cli.common.CommandConsole;
import dev.deckhand.shell.cli.common.CommandContext;
import dev.deckhand.shell.cli.common.DeckhandCommand;
import dev.deckhand.site.PublishFormat;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.Iterator;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ParentCommand;
import picocli.CommandLine.TypeConversionException;

/** {@code deckhand publish}. */
@Command(
    name = "publish",
    mixinStandardHelpOptions = true,
    description = {
      "Publish courses: a site of pages that needs no server, and asks no other host for anything.",
      "What is as it should be in the folder already is not made again; what was published there"
          + " before and is no part of it any more is removed. Files of yours stay as they are.",
      "Exits with 2 if the folder cannot be used, with 3 if a page would lead nowhere; nothing is"
          + " changed then."
    })
public final class PublishCommand implements Callable<Integer> {

  @ParentCommand @Nullable DeckhandCommand parent;

  @Parameters(
      paramLabel = "COURSE",
      arity = "0..*",
      completionCandidates = CourseIdCandidates.class,
      description = "Which courses; all of them if none is named.")
  List<String> courses = List.of();

  @Option(
      names = "--out",
      paramLabel = "DIR",
      required = true,
      description = "Where to: an empty folder, a new one, or one that was published to before.")
  Path out = Path.of(".");

  @Option(
      names = "--format",
      paramLabel = "FORMAT",
      split = ",",
      converter = FormatConverter.class,
      completionCandidates = FormatCandidates.class,
      description = "What to make: ${COMPLETION-CANDIDATES}; all of it if not given.")
  Set<PublishFormat> formats = EnumSet.noneOf(PublishFormat.class);

  @Option(names = "--json", description = "Print JSON, for programs, and nothing else.")
  boolean json;

  private final CommandContext context;

  public PublishCommand(CommandContext context) {
    this.context = context;
  }

  @Override
  public Integer call() throws IOException {
    CommandConsole console =
        new CommandConsole(context.environment(), parent != null && parent.plain);
    Set<PublishFormat> wanted =
        formats.isEmpty() ? EnumSet.allOf(PublishFormat.class) : EnumSet.copyOf(formats);
    return new CoursePublisher(context, console, json).publish(courses, wanted, out).code();
  }

  /** Reads a format by its word. */
  static final class FormatConverter implements ITypeConverter<PublishFormat> {
    @Override
    public PublishFormat convert(String word) {
      return Arrays.stream(PublishFormat.values())
          .filter(publishFormat -> publishFormat.word().equals(word))
          .findFirst()
          .orElseThrow(() ->
              new TypeConversionException(
                  "there is no format \"" + word + "\"; there are " + String.join(", ", words())));
    }
  }

  /** The formats' words, for help and completion. */
  static final class FormatCandidates implements Iterable<String> {
    @Override
    public Iterator<String> iterator() {
      return words().iterator();
    }
  }

  private static List<String> words() {
    return Arrays.stream(PublishFormat.values()).map(PublishFormat::word).toList();
  }
}
