// Package ask has its contexts made by another package.
package ask

import (
	"context"

	"golintsched.test/cases/cancel_lost/good_made_elsewhere/budget"
)

// Ask greets, and sends the questions.
func Ask(parent context.Context, questions []string, send func(context.Context, string) error) error {
	ctx, cancel := budget.New(parent)
	if err := send(ctx, "hello"); err != nil {
		budget.Release(cancel)
		return err
	}
	defer cancel()
	for _, question := range questions {
		if err := send(ctx, question); err != nil {
			return err
		}
	}
	return nil
}
