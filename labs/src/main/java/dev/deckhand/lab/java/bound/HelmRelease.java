package dev.deckhand.lab.java.bound;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import com.fasterxml.jackson.annotation.JsonProperty;

/**
 * A release of a chart.
 *
 * @param revision counted from 1
 * @param updated time of the last change, as helm formats it
 * @param status {@code deployed}, {@code failed}, {@code pending-install} or similar
 * @param chart its name and version: {@code web-0.1.0}
 * @param appVersion version of the application that the chart installs
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
