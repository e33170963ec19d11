package chosenfunction

import "net/http"

func serve(addr, certificate string) error {
	if certificate != "" {
		return http.ListenAndServeTLS(addr, certificate, certificate, nil) // want "`http.ListenAndServeTLS` serves"
	}
	plain := http.ListenAndServe
	return plain(addr, nil) // want "`http.ListenAndServe` serves"
}
