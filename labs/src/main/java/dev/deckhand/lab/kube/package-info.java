/**
 * Speaks to a Kubernetes API server: JSON in, JSON out, as the server says it.
 *
 * <p>Its configuration is one kubeconfig, given to it: no home folder, no environment. Knows
 * nothing about lessons, labs or containers.
 */
@NullMarked
package dev.deckhand.lab.kube;

import org.jspecify.annotations.NullMarked;
