package dev.deckhand.lab.java.bound;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import com.fasterxml.jackson.annotation.JsonProperty;

/**
 * What a release was once.
 *
 * @param revision counted from 1
 * @param updated when, as helm writes it
 * @param status {@code deployed} for the one that is, {@code superseded} for those before
 * @param chart its name and version
 * @param description why it came to be: {@code Install complete}, {@code Rollback to 1}
 */
@JsonIgnoreProperties(ignoreUnknown = true)
public record HelmRevision(
    int revision,
    String updated,
    String status,
    String chart,
    @JsonProperty("app_version") String appVersion,
    String description) {}
