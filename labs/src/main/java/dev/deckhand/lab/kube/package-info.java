/**
 * A client of the Kubernetes API that takes and returns the server's own JSON.
 *
 * <p>Its only configuration is the kubeconfig that it is given; it reads no home folder and no
 * environment. Knows nothing about lessons, labs or containers.
 */
@NullMarked
package dev.deckhand.lab.kube;

import org.jspecify.annotations.NullMarked;
