package dev.deckhand.lesson.adoc.diagram;

import java.util.ArrayList;
import java.util.List;

/** The style of all diagrams. They have a background, since terminals are light or dark. */
final class DiagramStyle {

  /** 192 dpi, twice the default, is sharp on high-resolution screens. */
  private static final List<String> PREAMBLE =
      """
      @startuml
      !pragma layout smetana
      skinparam dpi 192
      skinparam shadowing false
      skinparam backgroundColor #F7F5F0
      skinparam defaultFontName SansSerif
      skinparam defaultFontSize 14
      skinparam defaultFontColor #22303C
      skinparam roundCorner 8
      skinparam ArrowColor #4A6378
      skinparam ArrowThickness 1.5
      skinparam componentStyle rectangle
      skinparam rectangleBackgroundColor #EDF3F7
      skinparam nodeBackgroundColor #EDF3F7
      skinparam componentBackgroundColor #E3EDF5
      skinparam databaseBackgroundColor #F3E9D8
      <style>
      root {
        BackgroundColor #FFFFFF
        LineColor #4A6378
        FontColor #22303C
      }
      document { BackgroundColor #F7F5F0 }
      </style>
      skinparam sequence {
        ParticipantBackgroundColor #E3EDF5
        ParticipantBorderColor #4A6378
        LifeLineBorderColor #8CA3B5
        ActorBackgroundColor #E3EDF5
        ActorBorderColor #4A6378
      }
      hide footbox
      """
          .lines()
          .toList();

  private DiagramStyle() {}

  /** The source with the style around it. */
  static String apply(List<String> source) {
    var lines = new ArrayList<>(PREAMBLE);
    lines.addAll(source);
    lines.add("@enduml");
    return String.join("\n", lines) + "\n";
  }

  /** The line of the source for a line of the styled text; 0 if it isn't from the source. */
  static int sourceLine(int line) {
    return Math.max(0, line - PREAMBLE.size());
  }
}
