/**
 * Starts a private Kubernetes cluster in a container: k3s, its kubeconfig, and kubectl and Helm if
 * the machine has none that fit.
 *
 * <p>Knows nothing about lessons, or what a learner is meant to do with it.
 */
@NullMarked
package dev.deckhand.lab.cluster;

import org.jspecify.annotations.NullMarked;
