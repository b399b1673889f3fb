package node

import (
	"net"
	"reflect"
	"testing"

	"github.com/miekg/dns"
)

func TestOnlyNameServersThatAPodReachesAreKept(t *testing.T) {
	servers, rest := nameservers("# a comment\nnameserver 127.0.0.11\nnameserver 10.0.0.53\nsearch example\nnameserver ::1\n")
	if !reflect.DeepEqual(servers, []string{"10.0.0.53"}) || rest != "# a comment\nsearch example\n" {
		t.Errorf("%v, %q", servers, rest)
	}
}

func TestANameServerAnswersOrDoesNot(t *testing.T) {
	socket, err := net.ListenPacket("udp", "127.0.0.1:0")
	if err != nil {
		t.Fatal(err)
	}
	_, port, _ := net.SplitHostPort(socket.LocalAddr().String())
	if anyAnswers([]string{"127.0.0.1"}, port) {
		t.Error("nobody answers, and that's taken for an answer")
	}
	server := &dns.Server{PacketConn: socket, Handler: dns.HandlerFunc(func(w dns.ResponseWriter, r *dns.Msg) {
		_ = w.WriteMsg(new(dns.Msg).SetReply(r))
	})}
	go func() { _ = server.ActivateAndServe() }()
	defer func() { _ = server.Shutdown() }()
	if !anyAnswers([]string{"127.0.0.1"}, port) {
		t.Error("the answer isn't seen")
	}
}
