#!/bin/sh
# Neither this machine nor the cluster's image has Helm.

{
  echo 'helm: neither this machine nor the image of the cluster has Helm 4.'
  echo 'Next: install it (https://helm.sh/docs/intro/install), or leave the lesson and run: deckhand setup'
} >&2
exit 127
