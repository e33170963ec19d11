package batch

// Tx is a transaction that counts how deep it is held by its one owner.
type Tx interface {
	Lock()
	Unlock()
	Put(k, v string)
}

type depthTx struct {
	depth   int
	pending map[string]string
}

func (t *depthTx) Lock()           { t.depth++ }
func (t *depthTx) Unlock()         { t.depth-- }
func (t *depthTx) Put(k, v string) { t.pending[k] = v }

func New() Tx { return &depthTx{pending: map[string]string{}} }

func PutTwo(tx Tx, k, v string) {
	tx.Lock()
	defer tx.Unlock()
	PutOne(tx, k+"/a", v)
	PutOne(tx, k+"/b", v)
}

func PutOne(tx Tx, k, v string) {
	tx.Lock()
	tx.Put(k, v)
	tx.Unlock()
}
