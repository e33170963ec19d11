// Package ask has its contexts made by another package.
package ask

import (
	"context"

	"golintsched.test/cases/cancel_lost/bad_made_elsewhere/budget"
)

// Ask greets, and sends the questions.
func Ask(parent context.Context, questions []string, send func(context.Context, string) error) error {
	ctx, cancel := budget.New(parent) // want "Ask can return without calling `cancel`"
	if err := send(ctx, "hello"); err != nil {
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
