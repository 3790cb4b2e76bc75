// Package bot is the conversation, without any chat platform: it turns an understood question and
// the core's decision into a Reply, which adapters render. It touches no network, no disk and no
// clock; the law it speaks of stands in package rules.
package bot
