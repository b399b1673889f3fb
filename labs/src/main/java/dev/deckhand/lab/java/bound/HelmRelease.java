package dev.deckhand.lab.java.bound;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import com.fasterxml.jackson.annotation.JsonProperty;

/**
 * A release.
 *
 * @param revision counted from 1
 * @param updated when, as helm writes it
 * @param status {@code deployed}, {@code failed}, {@code pending-install} and the like
 * @param chart its name and version: {@code web-0.1.0}
 * @param appVersion of what the chart installs
 */
@JsonIgnoreProperties(ignoreUnknown = true)
public record HelmRelease(
    String name,
    String namespace,
    int revision,
    String updated,
    String status,
    String chart,
    @JsonProperty("app_version") String appVersion) {}
