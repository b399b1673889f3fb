package addons

import (
	"bufio"
	"fmt"
	"io"
	"net"
	"net/http"
	"net/http/httputil"
	"strings"
	"time"
)

// proxy passes requests on to the Pods behind an Ingress.
type proxy struct {
	*ingress
	log     io.Writer
	forward *httputil.ReverseProxy
}

func newProxy(i *ingress, log io.Writer) http.Handler {
	p := &proxy{ingress: i, log: log}
	p.forward = &httputil.ReverseProxy{
		Director: func(r *http.Request) {
			r.URL.Scheme = "http"
			r.Header.Set("X-Forwarded-Host", r.Host)
			r.Header.Set("X-Forwarded-Proto", protocol(r))
			r.Header.Set("X-Real-Ip", r.RemoteAddr[:strings.LastIndex(r.RemoteAddr, ":")])
		},
		// a Pod that goes away must not hold a request for long
		Transport: &http.Transport{DialContext: (&net.Dialer{Timeout: 5 * time.Second}).DialContext, MaxIdleConnsPerHost: 8,
			IdleConnTimeout: 5 * time.Second},
		FlushInterval: -1,
		ErrorHandler: func(w http.ResponseWriter, r *http.Request, err error) {
			fmt.Fprintf(log, "%s %s%s: %v\n", time.Now().Format(time.RFC3339), r.Host, r.URL.Path, err)
			http.Error(w, "502 Bad Gateway: the Pod behind this Ingress does not answer", http.StatusBadGateway)
		},
	}
	return p
}

// ServeHTTP finds the backend anew for each request: 404 where no Ingress has the host and path, 503 where nobody is ready.
func (p *proxy) ServeHTTP(w http.ResponseWriter, r *http.Request) {
	host := r.Host
	if name, _, err := net.SplitHostPort(host); err == nil {
		host = name
	}
	namespace, backend := p.table.Load().(*routes).find(host, r.URL.Path)
	seen := &watched{ResponseWriter: w, code: http.StatusOK}
	to := "-"
	began := time.Now()
	if backend == nil {
		http.Error(seen, "404 Not Found: no Ingress has this host and path", http.StatusNotFound)
	} else if address, ready := p.choose(namespace, backend); !ready {
		http.Error(seen, "503 Service Unavailable: no Pod is ready behind Service "+backend.Name, http.StatusServiceUnavailable)
	} else {
		to = address
		r.URL.Host = address
		p.forward.ServeHTTP(seen, r)
	}
	fmt.Fprintf(p.log, "%s %s %q %d %s %s\n", began.Format(time.RFC3339), r.Host, r.Method+" "+r.URL.Path, seen.code, to,
		time.Since(began).Round(time.Microsecond))
}

func protocol(r *http.Request) string {
	if r.TLS != nil {
		return "https"
	}
	return "http"
}

// watched remembers the status for the log.
type watched struct {
	http.ResponseWriter
	code int
}

func (w *watched) WriteHeader(code int) {
	w.code = code
	w.ResponseWriter.WriteHeader(code)
}

// Flush lets streams through.
func (w *watched) Flush() {
	if flusher, can := w.ResponseWriter.(http.Flusher); can {
		flusher.Flush()
	}
}

// Hijack hands the connection over, as WebSockets want.
func (w *watched) Hijack() (net.Conn, *bufio.ReadWriter, error) {
	hijacker, can := w.ResponseWriter.(http.Hijacker)
	if !can {
		return nil, nil, fmt.Errorf("this connection cannot be handed over")
	}
	return hijacker.Hijack()
}
