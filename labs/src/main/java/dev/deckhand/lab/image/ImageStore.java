package dev.deckhand.lab.image;

import java.io.IOException;
import java.io.InputStream;
import java.util.List;

/** The images of a lab. */
interface ImageStore {

  /** Loads images in the format of {@code docker save}. */
  void load(InputStream tar) throws IOException;

  /** Replaces the host's tag of each image by the name that the lesson uses. */
  void rename(List<HostImage> images);
}
