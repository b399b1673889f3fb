package dev.deckhand.lab.image.archive;

import com.fasterxml.jackson.databind.JsonNode;
import dev.deckhand.lab.image.ImagePlatform;
import java.util.ArrayList;
import java.util.List;

/**
 * What an image's configuration says about its content.
 *
 * @param layers the digests of its layers without compression; the engine's id of a layer
 */
record ImageConfig(ImagePlatform platform, List<String> layers) {

  ImageConfig {
    layers = List.copyOf(layers);
  }

  static ImageConfig parse(byte[] document) throws MalformedArchive {
    JsonNode fields = LayoutJson.parse("an image's configuration", document);
    return new ImageConfig(ImagePlatform.of(fields), texts(fields.path("rootfs").path("diff_ids")));
  }

  static List<String> texts(JsonNode array) {
    var texts = new ArrayList<String>();
    array.forEach(one -> texts.add(one.asText()));
    return texts;
  }

  /** Checks that a manifest lists this configuration's layers. */
  void verify(ImageManifest manifest, String image) throws MalformedArchive {
    if (manifest.layers().size() != layers.size()) {
      throw new MalformedArchive("the layers of " + image + " aren't those of its configuration");
    }
    for (int i = 0; i < layers.size(); i++) {
      BlobDescriptor layer = manifest.layers().get(i);
      // of a compressed layer, only the engine finds out, and it checks
      boolean plain = layer.mediaType().equals(BlobDescriptor.LAYER);
      if (plain && !layer.digest().toString().equals(layers.get(i))) {
        throw new MalformedArchive("the layers of " + image + " aren't those of its configuration");
      }
    }
  }
}
