module golintsched.test/cases

go 1.27

require (
	github.com/bytedance/gopkg v0.0.0
	github.com/gin-gonic/gin v0.0.0
	golang.org/x/sync v0.0.0
	golang.org/x/sys v0.0.0
)

// Small stand-ins with the same import paths and signatures: the cases need no network.
replace (
	github.com/bytedance/gopkg => ./third_party/github.com/bytedance/gopkg
	github.com/gin-gonic/gin => ./third_party/github.com/gin-gonic/gin
	golang.org/x/sync => ./third_party/golang.org/x/sync
	golang.org/x/sys => ./third_party/golang.org/x/sys
)
