package cli

import (
	"bufio"
	"bytes"
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"strings"

	"motus/bot"
	"motus/rules"
)

// maxLine bounds a line of --jsonl, in bytes: the same 64 KiB as a request.
const maxLine = 64 << 10

// line is one question of --jsonl. Fields it does not name are ignored.
type line struct {
	ID       json.RawMessage `json:"id"`
	Text     *string         `json:"text"`
	Context  string          `json:"context"`
	Contexts []string        `json:"contexts"`
}

// lineError answers a line that asks nothing.
type lineError struct {
	ID    json.RawMessage `json:"id"`
	Error string          `json:"error"`
}

// rawLine is a line as it was read. Only the last one read holds an error, io.EOF at the end.
type rawLine struct {
	text    []byte
	tooLong bool
	err     error
}

// askLines answers line by line, in order, each as soon as it is read. A bad line is answered by
// an error that repeats nothing of it; the run goes on, and ends with code 2. It stops as soon as
// ctx is done, even while it waits for a line.
func (a *app) askLines(ctx context.Context, given rules.FactSet, on rules.Date) error {
	lines := make(chan rawLine)
	go func() {
		in := bufio.NewReaderSize(a.In, maxLine)
		for {
			l := readLine(in)
			select {
			case lines <- l:
			case <-ctx.Done():
				return
			}
			if l.err != nil {
				return
			}
		}
	}()
	bad := false
	for n := 1; ; n++ {
		var l rawLine
		select {
		case <-ctx.Done():
			return exit(codeStopped)
		case l = <-lines:
		}
		if l.err != nil && !errors.Is(l.err, io.EOF) {
			return fmt.Errorf("lire la ligne %d : %w", n, l.err)
		}
		if l.err == nil || len(l.text) > 0 || l.tooLong { // nothing follows the last newline
			answer, problem := a.askLine(bytes.TrimSpace(l.text), l.tooLong, given, on)
			bad = bad || problem
			if err := a.writeJSON(answer); err != nil {
				return err
			}
		}
		if l.err != nil {
			break
		}
	}
	if bad {
		return exit(codeUsage)
	}
	return nil
}

func (a *app) askLine(raw []byte, tooLong bool, given rules.FactSet, on rules.Date) (answer any, problem bool) {
	var l line
	fail := func(why string) (any, bool) {
		if l.ID == nil {
			l.ID = json.RawMessage("null")
		}
		return lineError{l.ID, why}, true
	}
	if tooLong {
		return fail("ligne de plus de 64 Kio")
	}
	if err := json.Unmarshal(raw, &l); err != nil {
		// The id may be readable even where another field is not.
		var only struct {
			ID json.RawMessage `json:"id"`
		}
		if json.Unmarshal(raw, &only) == nil {
			l.ID = only.ID
			return fail("un champ n'a pas la forme attendue : text et context sont des textes, contexts une liste de textes")
		}
		return fail(`la ligne n'est pas un objet JSON ; on attend {"id":"…","text":"…"}`)
	}
	if l.Text == nil {
		return fail("il manque le champ « text »")
	}
	text := strings.TrimSpace(*l.Text)
	if text == "" && given.IsEmpty() {
		return fail("le champ « text » est vide")
	}
	earlier := l.Contexts
	if l.Context != "" {
		earlier = append(earlier, l.Context)
	}
	q := a.read(text, earlier, given)
	r := bot.Compose(a.base, q, on, a.today())
	return r.JSON(l.ID, on), false
}

// readLine reads up to a newline. A line too long is read to its end and dropped.
func readLine(in *bufio.Reader) (l rawLine) {
	for {
		part, err := in.ReadSlice('\n')
		if !l.tooLong {
			l.text = append(l.text, part...)
		}
		if len(l.text) > maxLine {
			l.text, l.tooLong = nil, true
		}
		if !errors.Is(err, bufio.ErrBufferFull) {
			l.err = err
			return l
		}
	}
}
