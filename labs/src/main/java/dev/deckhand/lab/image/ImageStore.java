package dev.deckhand.lab.image;

import java.io.IOException;
import java.io.InputStream;
import java.util.List;

/** Where a lab keeps its images. */
public interface ImageStore {

  /** Takes images as {@code docker save} writes them. */
  void load(InputStream tar) throws IOException;

  /** Gives each image the name that the lesson uses, and takes away the one that the host uses. */
  void rename(List<HostImage> images);
}
