package dev.deckhand.site.publish;

import dev.deckhand.site.Syllabus;
import java.util.List;

/** One format of a publication. Listing its files renders nothing. */
public interface Edition {

  /** The files of this edition. The same content gives the same keys. */
  List<PublicationFile> files(Syllabus syllabus);
}
