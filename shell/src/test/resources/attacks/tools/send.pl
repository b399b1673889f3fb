# perl send.pl PLACE BYTES            sends bytes, with \r and \n written out
# perl send.pl PLACE REQUEST BODY     sends an HTTP request with a body of JSON
#
# PLACE is a socket of the file system, or HOST:PORT. Prints what comes back within three seconds, and ends with 0 if
# that begins with a status from 200 to 299.
use strict;
use warnings;
use IO::Select;
use IO::Socket::INET;
use IO::Socket::UNIX;

my ($place, $request, $body) = @ARGV;
my $socket = $place =~ m{^/}
    ? IO::Socket::UNIX->new(Peer => $place)
    : IO::Socket::INET->new(PeerAddr => $place, Timeout => 3);
die "$place can't be reached: $@$!\n" unless $socket;
if (defined $body) {
    $request .= "\r\nHost: x\r\nContent-Type: application/json\r\nConnection: close\r\nContent-Length: "
        . length($body) . "\r\n\r\n" . $body;
} else {
    $request =~ s/\\r/\r/g;
    $request =~ s/\\n/\n/g;
}
$SIG{PIPE} = 'IGNORE';
syswrite($socket, $request);
my $answer = '';
my $end = time + 3;
while ($end > time && IO::Select->new($socket)->can_read($end - time)) {
    last unless sysread($socket, $answer, 4096, length $answer);
}
print $answer, "\n";
exit($answer =~ m{^HTTP/1\.[01] 2\d\d } ? 0 : 1);
