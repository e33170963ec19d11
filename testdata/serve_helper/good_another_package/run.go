package anotherpackage

import "golintsched.test/cases/serve_helper/good_another_package/http"

// Run calls a package that is only called http.
func Run() error {
	return http.ListenAndServe(":0", nil)
}
