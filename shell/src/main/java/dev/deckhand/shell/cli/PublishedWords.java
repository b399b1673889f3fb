package dev.deckhand.shell.cli;

import com.fasterxml.jackson.core.JsonProcessingException;
import dev.deckhand.site.Format;
import dev.deckhand.site.Syllabus;
import dev.deckhand.site.publish.Publisher;
import dev.deckhand.site.web.Address;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Set;

/** What was published, for people and for programs. */
record PublishedWords(Syllabus syllabus, Set<Format> formats, Path out, Publisher.Outcome outcome) {

  List<String> lines() {
    String lessons = Counted.of(syllabus.lessons().size(), "lesson");
    String first =
        "%s with %s in %s: %s written, %d as they were, %d removed."
            .formatted(
                Counted.of(syllabus.courses().size(), "course"),
                lessons,
                out,
                Counted.of(outcome.made().size(), "file"),
                outcome.kept(),
                outcome.removed().size());
    return formats.contains(Format.HTML)
        ? List.of(first, "Open " + out.resolve(Address.INDEX) + " in a browser.")
        : List.of(first);
  }

  /** Documented in {@code docs/publishing.md}. */
  String json(Duration took) throws JsonProcessingException {
    var fields = new LinkedHashMap<String, Object>();
    fields.put("out", out.toAbsolutePath().normalize().toString());
    fields.put(
        "formats",
        Arrays.stream(Format.values()).filter(formats::contains).map(Format::word).toList());
    fields.put("courses", syllabus.courses().stream().map(Syllabus.Course::id).toList());
    fields.put("lessons", syllabus.lessons().stream().map(lesson -> lesson.id() + "").toList());
    fields.put("written", outcome.made());
    fields.put("kept", outcome.kept());
    fields.put("removed", outcome.removed());
    fields.put("seconds", took.toMillis() / 1000.0);
    return PrettyJson.of(fields);
  }
}
