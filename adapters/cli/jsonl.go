package cli

import (
	"bufio"
	"bytes"
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"iter"
	"slices"
	"strings"
	"syscall"
	"unicode/utf8"

	"motus/bot"
	"motus/rules"
)

// maxLine bounds a line of --jsonl, in bytes, its newline apart: the same 64 KiB as a request.
const maxLine = 64 << 10

// line is one question of --jsonl. Fields it does not name are ignored.
type line struct {
	id      json.RawMessage
	text    *string
	earlier []string // context and contexts, oldest first
	problem string   // why it asks nothing
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
			return fmt.Errorf("l'entrée %s", unreadable(l.err, n))
		}
		if l.err == nil || len(l.text) > 0 || l.tooLong { // nothing follows the last newline
			if n == 1 {
				l.text = bytes.TrimPrefix(l.text, []byte("\ufeff"))
			}
			question := parseLine(bytes.TrimSpace(l.text))
			if l.tooLong {
				question.problem = tooLong
			}
			answer, problem := a.askLine(question, given, on)
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

func (a *app) askLine(l line, given rules.FactSet, on rules.Date) (answer any, problem bool) {
	fail := func(why string) (any, bool) {
		if l.id == nil {
			l.id = json.RawMessage("null")
		}
		return lineError{l.id, why}, true
	}
	switch {
	case l.problem != "":
		return fail(l.problem)
	case l.text == nil:
		return fail("il manque le champ « text »")
	}
	text := strings.TrimSpace(*l.text)
	if text == "" && given.IsEmpty() {
		return fail("le champ « text » est vide")
	}
	q := a.read(text, l.earlier, given)
	r := bot.Compose(a.base, q, on, a.today())
	return r.JSON(l.id, on), false
}

// parseLine reads a line. Keys are taken as they are written: « Text » is another field.
func parseLine(raw []byte) line {
	l := line{id: readableID(raw)}
	if !utf8.Valid(raw) {
		l.problem = notUTF8
		return l
	}
	var fields map[string]json.RawMessage
	if err := json.Unmarshal(raw, &fields); err != nil || fields == nil {
		l.problem = `la ligne n'est pas un objet JSON ; on attend {"id":"…","text":"…"}`
		return l
	}
	if key := repeated(raw, "id", "text", "context", "contexts"); key != "" {
		if key == "id" {
			l.id = nil
		}
		l.problem = twice(key)
		return l
	}
	var context string
	for _, f := range []struct {
		key, form string
		into      any
	}{{"text", "un texte", &l.text}, {"context", "un texte", &context}, {"contexts", "une liste de textes", &l.earlier}} {
		if v, ok := fields[f.key]; ok && json.Unmarshal(v, f.into) != nil {
			l.problem = "le champ « " + f.key + " » n'a pas la forme attendue : " + f.form
		}
	}
	if context != "" {
		l.earlier = append(l.earlier, context)
	}
	return l
}

const tooLong = "ligne de plus de 64 Kio"

const notUTF8 = "la ligne n'est pas en UTF-8 ; enregistrez le fichier en UTF-8"

func twice(key string) string {
	return "le champ « " + key + " » est écrit deux fois ; gardez-en un"
}

// eachField reads the fields of an object as they are written, up to what cannot be read.
func eachField(raw []byte) iter.Seq2[string, json.RawMessage] {
	return func(yield func(string, json.RawMessage) bool) {
		dec := json.NewDecoder(bytes.NewReader(raw))
		if t, err := dec.Token(); err != nil || t != json.Delim('{') {
			return
		}
		for {
			key, err := dec.Token()
			if err != nil {
				return
			}
			name, ok := key.(string)
			var value json.RawMessage
			if !ok || dec.Decode(&value) != nil || !yield(name, value) {
				return
			}
		}
	}
}

// repeated returns the first of the known fields that an object has more than once, or "": a reader
// that took one of them would have it say what it may not mean.
func repeated(raw []byte, known ...string) string {
	seen := map[string]bool{}
	for name := range eachField(raw) {
		if seen[name] && slices.Contains(known, name) {
			return name
		}
		seen[name] = true
	}
	return ""
}

// readableID finds the id of a line, if it stands before what cannot be read.
func readableID(raw []byte) json.RawMessage {
	for name, value := range eachField(raw) {
		if name == "id" && utf8.Valid(value) {
			return value
		}
	}
	return nil
}

// unreadable says why an input stopped at a line.
func unreadable(err error, line int) string {
	if errors.Is(err, syscall.EISDIR) {
		return "est un dossier ; on attend un fichier, une question par ligne"
	}
	return fmt.Sprintf("ne se laisse plus lire à la ligne %d", line)
}

// readLine reads up to a newline, which it drops. A line too long is read to its end; its beginning
// is kept, for its id.
func readLine(in *bufio.Reader) (l rawLine) {
	for {
		part, err := in.ReadSlice('\n')
		end := bytes.TrimSuffix(part, []byte("\n"))
		if len(l.text)+len(end) > maxLine {
			end, l.tooLong = end[:maxLine-len(l.text)], true
		}
		l.text = append(l.text, end...)
		if !errors.Is(err, bufio.ErrBufferFull) {
			l.err = err
			return l
		}
	}
}
