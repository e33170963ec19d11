package groupedtypes

type (
	line string

	hook chan<- line

	printer struct {
		name  string
		pages chan line
		lines hook
	}
)

func with(p *printer, spool *printer, lines hook) {
	p.pages = spool.pages
	p.lines = lines
}

func (p *printer) print(l line) {
	p.pages <- l
	p.lines <- l
}

func spool(pages chan line) *printer { return &printer{pages: pages} }
