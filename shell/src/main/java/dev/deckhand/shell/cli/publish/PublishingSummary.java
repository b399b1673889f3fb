package dev.deckhand.shell.cli.publish;

import com.fasterxml.jackson.core.JsonProcessingException;
import dev.deckhand.shell.cli.common.CountFormatter;
import dev.deckhand.shell.cli.common.PrettyJson;
import dev.deckhand.site.PublishFormat;
import dev.deckhand.site.Syllabus;
import dev.deckhand.site.publish.Publisher;
import dev.deckhand.site.web.SitePaths;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Set;

/** The summary of what was published, as text or JSON. */
record PublishingSummary(
    Syllabus syllabus, Set<PublishFormat> formats, Path out, Publisher.PublishResult outcome) {

  List<String> lines() {
    String lessons = CountFormatter.of(syllabus.lessons().size(), "lesson");
    String first =
        "%s with %s in %s: %s written, %d unchanged, %d removed."
            .formatted(
                CountFormatter.of(syllabus.courses().size(), "course"),
                lessons,
                out,
                CountFormatter.of(outcome.written().size(), "file"),
                outcome.unchanged(),
                outcome.removed().size());
    return formats.contains(PublishFormat.HTML)
        ? List.of(first, "Open " + out.resolve(SitePaths.INDEX) + " in a browser.")
        : List.of(first);
  }

  /** Documented in {@code docs/publishing.md}. */
  String json(Duration took) throws JsonProcessingException {
    var fields = new LinkedHashMap<String, Object>();
    fields.put("out", out.toAbsolutePath().normalize().toString());
    fields.put(
        "formats",
        Arrays.stream(PublishFormat.values())
            .filter(formats::contains)
            .map(PublishFormat::word)
            .toList());
    fields.put("courses", syllabus.courses().stream().map(Syllabus.Course::id).toList());
    fields.put("lessons", syllabus.lessons().stream().map(lesson -> lesson.id() + "").toList());
    fields.put("written", outcome.written());
    fields.put("kept", outcome.unchanged());
    fields.put("removed", outcome.removed());
    fields.put("seconds", took.toMillis() / 1000.0);
    return PrettyJson.of(fields);
  }
}
