# Leaves a lab's container nothing of the network but answers to the machine that started it. What goes elsewhere is refused at once,
# by a route that comes before the default one, which stays: Kubernetes finds its own address by it.
set -eu
gateway=$(ip -4 route show default | awk '{print $3; exit}')
device=$(ip -4 route show default | awk '{print $5; exit}')
[ -n "$gateway" ] || exit 0
network=$(ip -4 route show dev "$device" scope link | awk '$1 ~ "/" {print $1; exit}')
ip route replace "$gateway/32" dev "$device"
if [ -n "$network" ]; then ip route del "$network" dev "$device"; fi
ip route replace unreachable default table 111
ip rule add pref 100 lookup main suppress_prefixlength 0
ip rule add pref 110 lookup 111
iptables -t mangle -I OUTPUT -o "$device" -m conntrack --ctstate NEW -j DROP
iptables -t mangle -I FORWARD -o "$device" -j DROP
# other containers of the machine, which need no gateway
iptables -t mangle -I PREROUTING -i "$device" ! -s "$gateway" -j DROP
