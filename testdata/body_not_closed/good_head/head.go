package head

import "net/http"

func exists(url string) bool {
	resp, err := http.Head(url)
	return err == nil && resp.StatusCode == http.StatusOK
}

func size(client *http.Client, url string) int64 {
	req, err := http.NewRequest(http.MethodHead, url, http.NoBody)
	if err != nil {
		return 0
	}
	resp, err := client.Do(req)
	if err != nil {
		return 0
	}
	return resp.ContentLength
}
