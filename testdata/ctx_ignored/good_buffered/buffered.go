package buffered

import "context"

func ask(ctx context.Context, servers []string, query func(string) string) <-chan string {
	answers := make(chan string, len(servers))
	for _, server := range servers {
		go func() {
			answers <- query(server)
		}()
	}
	return answers
}
