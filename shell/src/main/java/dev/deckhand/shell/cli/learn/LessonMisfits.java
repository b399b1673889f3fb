package dev.deckhand.shell.cli.learn;

import dev.deckhand.lab.LabFault;
import dev.deckhand.lab.preflight.LabVersions;
import dev.deckhand.lesson.LessonCard;
import dev.deckhand.lesson.LessonId;
import dev.deckhand.lesson.version.VersionedTool;
import dev.deckhand.shell.cli.common.CommandContext;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The lessons that can't be taken on this machine, since its lab would have other versions.
 *
 * @param faults why, by lesson
 */
record LessonMisfits(Map<LessonId, LabFault> faults) {

  /** Looks for an engine only if a lesson's versions make it necessary. */
  static LessonMisfits find(CommandContext context) throws InterruptedException {
    List<LessonCard> versioned =
        context.library().lessons().stream()
            .filter(card -> !card.needs().versions().isEmpty())
            .toList();
    var tools = EnumSet.noneOf(VersionedTool.class);
    versioned.forEach(card -> tools.addAll(card.needs().versions().keySet()));
    var faults = new LinkedHashMap<LessonId, LabFault>();
    if (!tools.isEmpty()) {
      LabVersions versions = context.provisioner().labVersions(tools);
      versioned.forEach(
          card -> versions.misfit(card.needs()).ifPresent(fault -> faults.put(card.id(), fault)));
    }
    return new LessonMisfits(faults);
  }

  /** What is wrong and what to do, by lesson. */
  Map<LessonId, String> sentences() {
    var sentences = new LinkedHashMap<LessonId, String>();
    faults.forEach((id, fault) -> sentences.put(id, fault.problem() + " " + fault.remedy()));
    return sentences;
  }
}
