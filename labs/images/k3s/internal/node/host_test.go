package node

import "testing"

func TestTheBoundingSetIsReadFromStatus(t *testing.T) {
	for status, want := range map[string]bool{
		"Name:\tk3s\nCapBnd:\t000001ffffffffff\n": true,
		"Name:\tk3s\nCapBnd:\t000001fffeffffff\n": false,
		"Name:\tk3s\n": true,
	} {
		if got := bounding(status, sysResource); got != want {
			t.Errorf("%q: %v", status, got)
		}
	}
}

func TestOnlyAContainerWithItsOwnCgroupsMovesProcesses(t *testing.T) {
	for own, want := range map[string]bool{"0::/\n": true, "0::/docker/abc\n": false, "12:cpu:/\n0::/\n": false} {
		if got := hasOwnHierarchy(own); got != want {
			t.Errorf("%q: %v", own, got)
		}
	}
}
