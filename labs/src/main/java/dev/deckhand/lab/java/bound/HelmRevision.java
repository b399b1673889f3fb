package dev.deckhand.lab.java.bound;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import com.fasterxml.jackson.annotation.JsonProperty;

/**
 * A revision of a release.
 *
 * @param revision counted from 1
 * @param updated when it was created, as helm formats it
 * @param status {@code deployed} for the current one, {@code superseded} for earlier ones
 * @param chart its name and version
 * @param description what created it: {@code Install complete}, {@code Rollback to 1}
 */
@JsonIgnoreProperties(ignoreUnknown = true)
public record HelmRevision(
    int revision,
    String updated,
    String status,
    String chart,
    @JsonProperty("app_version") String appVersion,
    String description) {}
