package gin

import (
	"net/http"

	"github.com/gin-gonic/gin"
)

type mailer struct {
	client   *http.Client
	endpoint string
}

func (m *mailer) routes(engine *gin.Engine) {
	engine.POST("/signup", m.signup)
}

func (m *mailer) signup(c *gin.Context) {
	name := c.Param("name")
	go func() {
		m.welcome(name)
	}()
	c.JSON(http.StatusAccepted, gin.H{"queued": true})
}

func (m *mailer) welcome(name string) {
	request, err := http.NewRequest(http.MethodPost, m.endpoint+"?name="+name, nil)
	if err != nil {
		return
	}
	response, err := m.client.Do(request) // want "does not observe c.Request.Context"
	if err == nil {
		response.Body.Close()
	}
}

func newMailer(endpoint string) *mailer {
	return &mailer{client: &http.Client{}, endpoint: endpoint}
}
