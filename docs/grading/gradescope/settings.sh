# shellcheck shell=bash
# What setup.sh and run_autograder read; put it into the zip beside them.

# The lesson that submissions are graded by.
export DECKHAND_LESSON=containers/first-container

# A Docker engine for the labs. The containers in which Gradescope runs autograders have none, and may not start one.
# export DOCKER_HOST=tcp://engine.example.org:2376
# export DOCKER_TLS_VERIFY=1
# export DOCKER_CERT_PATH=/autograder/source/certificates
