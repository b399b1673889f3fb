# shellcheck shell=bash
# A second node.

check_nodes() { :; }
