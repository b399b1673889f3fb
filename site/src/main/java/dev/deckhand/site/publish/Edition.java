package dev.deckhand.site.publish;

import dev.deckhand.site.Syllabus;
import java.util.List;

/** One format of what is published. Planning the sheets renders nothing. */
public interface Edition {

  /** The sheets that this edition consists of. The same content gives the same keys. */
  List<PublicationFile> files(Syllabus syllabus);
}
