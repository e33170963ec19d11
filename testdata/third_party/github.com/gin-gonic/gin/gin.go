// Package gin has some signatures of github.com/gin-gonic/gin, over net/http.
package gin

import (
	"fmt"
	"net/http"
)

// HandlerFunc handles a request.
type HandlerFunc func(*Context)

// H is a shorthand for a JSON object.
type H map[string]any

// Context is one request and its response.
type Context struct {
	Request *http.Request
	Writer  http.ResponseWriter
	keys    map[string]any
}

// Query returns a parameter of the URL.
func (c *Context) Query(key string) string { return c.Request.URL.Query().Get(key) }

// Param returns a parameter of the path.
func (c *Context) Param(key string) string { return c.Request.PathValue(key) }

// JSON writes obj; here, as text.
func (c *Context) JSON(code int, obj any) { c.String(code, "%v", obj) }

// String writes a formatted text.
func (c *Context) String(code int, format string, values ...any) {
	c.Writer.WriteHeader(code)
	fmt.Fprintf(c.Writer, format, values...)
}

// Status writes the status.
func (c *Context) Status(code int) { c.Writer.WriteHeader(code) }

// Copy returns a copy that may outlive the request.
func (c *Context) Copy() *Context { return &Context{Request: c.Request, keys: c.keys} }

// Engine routes requests.
type Engine struct{ mux *http.ServeMux }

// New returns an engine without routes.
func New() *Engine { return &Engine{mux: http.NewServeMux()} }

// Default returns an engine without routes.
func Default() *Engine { return New() }

// GET adds a route.
func (e *Engine) GET(path string, handlers ...HandlerFunc) { e.handle("GET "+path, handlers) }

// POST adds a route.
func (e *Engine) POST(path string, handlers ...HandlerFunc) { e.handle("POST "+path, handlers) }

// ServeHTTP implements http.Handler.
func (e *Engine) ServeHTTP(w http.ResponseWriter, r *http.Request) { e.mux.ServeHTTP(w, r) }

// Run serves on addr.
func (e *Engine) Run(addr ...string) error { return http.ListenAndServe(addr[0], e) }

func (e *Engine) handle(pattern string, handlers []HandlerFunc) {
	e.mux.HandleFunc(pattern, func(w http.ResponseWriter, r *http.Request) {
		for _, handler := range handlers {
			handler(&Context{Request: r, Writer: w})
		}
	})
}
