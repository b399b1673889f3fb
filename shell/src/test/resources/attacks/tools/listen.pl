# perl listen.pl PORT    answers every HTTP request on a port of loopback with an empty list, for half a minute, in the
# background: the port is open when this ends.
use strict;
use warnings;
use IO::Socket::INET;

my $server = IO::Socket::INET->new(LocalAddr => "127.0.0.1:$ARGV[0]", Listen => 5, ReuseAddr => 1) or die "no port: $@\n";
exit 0 if fork;
open(STDOUT, '>', '/dev/null');
open(STDERR, '>', '/dev/null');
alarm 30;
while (my $guest = $server->accept) {
    while (defined(my $line = <$guest>)) {
        next unless $line eq "\r\n";
        print $guest "HTTP/1.1 200 OK\r\nApi-Version: 1.44\r\nContent-Type: application/json\r\nContent-Length: 2\r\n\r\n[]";
        $guest->flush;
    }
}
