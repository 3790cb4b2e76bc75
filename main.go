// Motus answers French social workers' questions on professional secrecy, from rules and dates.
package main

import (
	"context"
	"os"
	"os/signal"
	"syscall"

	"motus/adapters/cli"
)

func main() {
	ctx, stop := signal.NotifyContext(context.Background(), os.Interrupt, syscall.SIGTERM)
	context.AfterFunc(ctx, stop) // a second signal kills
	code := cli.Run(ctx, os.Args[1:], cli.System())
	stop()
	os.Exit(code)
}
