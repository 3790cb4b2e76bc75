package rules

import (
	"errors"
	"fmt"
	"strconv"
)

// Date is a civil day, without clock or zone. The zero Date comes before every other day.
// It compares with ==, and with Before.
type Date struct {
	Year       int16
	Month, Day uint8
}

// SourceDate is the day the source document was given: the law « de 2008 ».
var SourceDate = Date{2008, 3, 6}

var monthNames = [...]string{"janvier", "février", "mars", "avril", "mai", "juin",
	"juillet", "août", "septembre", "octobre", "novembre", "décembre"}

var (
	errDateForm = errors.New("on attend AAAA-MM-JJ, par exemple 2008-03-06")
	errNoDay    = errors.New("ce jour n'existe pas")
)

// ParseDate reads AAAA-MM-JJ and refuses a day that does not exist. Its error repeats nothing of s.
func ParseDate(s string) (Date, error) {
	if len(s) != 10 || s[4] != '-' || s[7] != '-' {
		return Date{}, errDateForm
	}
	for i := range len(s) {
		if i != 4 && i != 7 && (s[i] < '0' || s[i] > '9') {
			return Date{}, errDateForm
		}
	}
	y, _ := strconv.Atoi(s[:4])
	m, _ := strconv.Atoi(s[5:7])
	d, _ := strconv.Atoi(s[8:])
	if m < 1 || m > 12 || d < 1 || d > daysIn(y, m) {
		return Date{}, errNoDay
	}
	return Date{int16(y), uint8(m), uint8(d)}, nil
}

func daysIn(y, m int) int {
	switch m {
	case 4, 6, 9, 11:
		return 30
	case 2:
		if y%4 == 0 && (y%100 != 0 || y%400 == 0) {
			return 29
		}
		return 28
	}
	return 31
}

// String prints AAAA-MM-JJ.
func (d Date) String() string { return fmt.Sprintf("%04d-%02d-%02d", d.Year, d.Month, d.Day) }

// French prints the day as a French reader writes it: « 6 mars 2008 », « 1er mars 2022 ».
func (d Date) French() string {
	if d.IsZero() {
		return ""
	}
	day := strconv.Itoa(int(d.Day))
	if d.Day == 1 {
		day = "1er"
	}
	return day + "\u00a0" + d.MonthYear()
}

// MonthYear prints « mars 2016 », for a day that is not sure.
func (d Date) MonthYear() string {
	if d.Month < 1 || d.Month > 12 {
		return strconv.Itoa(int(d.Year))
	}
	return monthNames[d.Month-1] + " " + strconv.Itoa(int(d.Year))
}

// IsZero reports whether d is the zero Date.
func (d Date) IsZero() bool { return d == Date{} }

// Before reports whether d is an earlier day than e.
func (d Date) Before(e Date) bool { return d.key() < e.key() }

func (d Date) key() int32 { return int32(d.Year)<<9 | int32(d.Month)<<5 | int32(d.Day) }

// next returns the following day.
func (d Date) next() Date {
	y, m, day := int(d.Year), int(d.Month), int(d.Day)+1
	if day > daysIn(y, m) {
		day, m = 1, m+1
	}
	if m > 12 {
		m, y = 1, y+1
	}
	return Date{int16(y), uint8(m), uint8(day)}
}

// AddYears returns the same day n years later (28 February for a 29 February that does not exist).
func (d Date) AddYears(n int) Date {
	y := int(d.Year) + n
	day := min(int(d.Day), daysIn(y, int(d.Month)))
	return Date{int16(y), d.Month, uint8(day)}
}

// Span is the days from From to To, both included. A zero From means « depuis toujours »,
// for what was in force before the source document; a zero To means « sans fin connue ».
type Span struct{ From, To Date }

// Has reports whether the span holds day d.
func (s Span) Has(d Date) bool {
	return !d.Before(s.From) && (s.To.IsZero() || !s.To.Before(d))
}

// meets reports whether the span holds a day from the first, and before the second if that is not
// zero.
func (s Span) meets(from, next Date) bool {
	return (s.To.IsZero() || !s.To.Before(from)) && (next.IsZero() || s.From.Before(next))
}
